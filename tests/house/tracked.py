"""The files of the project: those git keeps, or all but the ignored folders where there is no git."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "augenhoehe"
LEFT_OUT = {
    ".venv",
    ".git",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "node_modules",
}
LEFT_OUT_FILES = {"uv.lock"}


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project, new ones included, in a fixed order."""
    if (ROOT / ".git").exists():
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        names = [name for name in listing.split("\0") if name]
    else:
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if not LEFT_OUT & set(path.parts)]
    paths = (ROOT / name for name in sorted(set(names)))
    return tuple(path for path in paths if path.is_file() and path.name not in LEFT_OUT_FILES)


def text_of(path: Path) -> str | None:
    """The text of a file, None for a binary one."""
    data = path.read_bytes()
    if b"\0" in data[:4096]:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def modules() -> tuple[Path, ...]:
    """The package's own modules, generated migrations left out."""
    return tuple(
        path
        for path in tracked()
        if path.suffix == ".py" and PACKAGE in path.parents and "migrations" not in path.parts
    )


def name_of(path: Path) -> str:
    """How messages name a file: its path from the root."""
    return path.relative_to(ROOT).as_posix()
