"""Keys of language models: one file a team in the data folder, readable by its owner alone, never shown again.

They stand beside the database and not in it, so that no export, backup or copy of the database carries them.
"""

from __future__ import annotations

import os
from pathlib import Path

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web.folder import data_folder

FOLDER = "language-model-keys"


def key_of(team: str) -> str:
    """The key of a team's language model, blank where there is none."""
    try:
        return _file(team).read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def keep_key(team: str, key: str) -> None:
    """Keep a key, or remove it where it is blank. Raises InputRefusedError where the folder cannot be written to."""
    file = _file(team)
    try:
        if not key:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as opened:
            opened.write(key)
        fresh.replace(file)
    except OSError as error:
        raise InputRefusedError.of("web.folder.unwritable", folder=str(file.parent)) from error


def _file(team: str) -> Path:
    return data_folder() / FOLDER / f"{team}.key"
