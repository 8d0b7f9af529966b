"""`augenhoehe backup`: copy the database into one file while it is in use."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from augenhoehe.cli.speaking import emit
from augenhoehe.web import start
from augenhoehe.web.folder import BACKUP_FOLDER
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The file; without one, a new one in the data folder."""
    parser.add_argument("file", metavar="FILE", nargs="?", help=voice.text("cli.backup.help.file"))


def run(options: Namespace, voice: Voice) -> int:
    """Copy, and say where to."""
    ready = start.ready()
    from augenhoehe.web import backups  # noqa: PLC0415 - app not ready before start.ready()

    target = Path(options.file) if options.file else ready.folder / BACKUP_FOLDER / backups.name_of_copy("backup")
    emit(voice.text("cli.backup.done", name=str(backups.backup(target))) + "\n")
    return 0
