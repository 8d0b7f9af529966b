"""`augenhoehe restore FILE`: put a backup in the place of the database, after a copy of what stands."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from augenhoehe.cli.speaking import emit
from augenhoehe.web import start
from augenhoehe.web.folder import BACKUP_FOLDER
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The backup."""
    parser.add_argument("file", metavar="FILE", help=voice.text("cli.restore.help.file"))


def run(options: Namespace, voice: Voice) -> int:
    """Restore, and say where the copy of the earlier state lies."""
    ready = start.ready()
    from augenhoehe.web import backups  # noqa: PLC0415 - app not ready before start.ready()

    safety = ready.folder / BACKUP_FOLDER / backups.name_of_copy("before-restore")
    backups.restore(Path(options.file), safety=safety)
    emit(voice.text("cli.restore.done", name=options.file, safety=str(safety)) + "\n")
    return 0
