"""Answers of a language model remembered in files of one's own, so that the same question is answered alike."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from platformdirs import user_cache_path


def cache_folder() -> Path:
    """Where answers are remembered for the command line: the user's cache, or below AUGENHOEHE_HOME."""
    named = os.environ.get("AUGENHOEHE_HOME", "").strip()
    home = Path(named).expanduser().absolute() if named else user_cache_path("augenhoehe", appauthor=False)
    return home / "language-model"


class KeptInFiles:
    """One file an answer, readable by its owner alone; it holds places and kinds, of the words only those of dates."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, digest: str) -> str | None:
        """What was kept, None where nothing was or it cannot be read."""
        try:
            return (self.folder / f"{digest}.json").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    def keep(self, digest: str, answer: str) -> None:
        """Keep an answer whole or not at all; a folder that cannot be written to only means asking again."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    file.write(answer)
                Path(name).replace(self.folder / f"{digest}.json")
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
