"""`augenhoehe forget NAME`: show what would be erased, and erase it once `--yes` says so."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from augenhoehe.cli.speaking import emit
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web import start
from augenhoehe.web.folder import BACKUP_FOLDER
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """Who is to be forgotten, whether really, and whether older copies go too."""
    parser.add_argument("name", metavar="NAME", help=voice.text("cli.forget.help.name"))
    parser.add_argument("--yes", action="store_true", help=voice.text("cli.forget.help.yes"))
    parser.add_argument("--with-backups", action="store_true", help=voice.text("cli.forget.help.with_backups"))


def run(options: Namespace, voice: Voice) -> int:
    """Show or do it, and tell what remains and why."""
    ready = start.ready()
    from augenhoehe.store import accounts, finding_people, forgetting  # noqa: PLC0415 - app not ready

    actor = accounts.first_account()
    if actor is None:
        raise InputRefusedError.of("web.start.no_account")
    subject = finding_people.one_named(actor, options.name)
    today = date.today()  # noqa: DTZ011 - the user's own day
    done = (
        forgetting.forget(actor, subject, today=today)
        if options.yes
        else forgetting.preview(actor, subject, today=today)
    )
    emit(voice.text("cli.forget.done" if options.yes else "cli.forget.would") + "\n")
    for name, number in done.counts:
        emit(f"  {voice.text(f'store.table.{name}')}: {number}\n")
    for message in done.remains:
        emit(f"  {voice.say(message)}\n")
    copies = sorted((ready.folder / BACKUP_FOLDER).glob("*.sqlite3"))
    if options.yes and options.with_backups:
        for copy in copies:
            copy.unlink()
        emit(voice.text("cli.forget.backups_gone", number=len(copies)) + "\n")
    if not options.yes:
        emit(voice.text("cli.forget.how") + "\n")
    return 0
