"""The data folder: where the database, the secret key and backups lie.

`AUGENHOEHE_HOME` names it; otherwise it is the user's data folder of the operating system. Reading its place never
creates anything; `prepare` does, readable by its owner alone.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path

from augenhoehe.speech.errors import InputRefusedError

HOME_VARIABLE = "AUGENHOEHE_HOME"
DATABASE_FILE = "augenhoehe.sqlite3"
SECRET_FILE = "secret-key"  # noqa: S105 - the name of a file
BACKUP_FOLDER = "backups"


def data_folder() -> Path:
    """The folder that holds everything of this installation."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser().absolute() if named else user_data_path("augenhoehe", appauthor=False)


def prepare(folder: Path | None = None) -> Path:
    """Create the data folder (mode 700) and its secret key (mode 600) where they are missing.

    Raises InputRefusedError where the folder cannot be written to.
    """
    folder = folder or data_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret = folder / SECRET_FILE
        if not secret.exists():
            descriptor = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        # Another start was faster; its key is as good.
        pass
    except OSError as error:
        raise InputRefusedError.of("web.folder.unwritable", folder=str(folder)) from error
    return folder


def secret_key(folder: Path | None = None) -> str:
    """The installation's secret key; one that lives only as long as the process where none was prepared."""
    secret = (folder or data_folder()) / SECRET_FILE
    try:
        kept = secret.read_text(encoding="ascii").strip()
    except OSError:
        kept = ""
    return kept or secrets.token_urlsafe(50)
