"""Files beside a file: what a case names lies in its folder or below, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from augenhoehe.cli.speaking import read_file
from augenhoehe.speech.errors import InputRefusedError


def fetch_from(folder: Path) -> Callable[[str], bytes]:
    """Reads files by their path from `folder`. Raises InputRefusedError for a path that leads out of it."""
    home = folder.resolve()

    def fetch(name: str) -> bytes:
        path = (home / name).resolve()
        if home not in path.parents:
            raise InputRefusedError.of("cli.file.outside", name=name, folder=str(folder))
        return read_file(str(path), shown=str(folder / name))

    return fetch
