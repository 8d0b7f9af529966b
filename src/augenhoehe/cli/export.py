"""`augenhoehe export NAME`: everything about a person or a customer as JSON."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from augenhoehe.cli.speaking import emit
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web import start
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """Whose data, and where to."""
    parser.add_argument("name", metavar="NAME", help=voice.text("cli.export.help.name"))
    parser.add_argument("--output", metavar="FILE", help=voice.text("cli.export.help.output"))


def run(options: Namespace, voice: Voice) -> int:
    """Write the JSON to the file (never over an existing one) or to the standard output."""
    start.ready()
    from augenhoehe.store import accounts, exporting, finding_people  # noqa: PLC0415 - app not ready

    actor = accounts.first_account()
    if actor is None:
        raise InputRefusedError.of("web.start.no_account")
    subject = finding_people.one_named(actor, options.name)
    text = json.dumps(exporting.export(actor, subject), ensure_ascii=False, indent=2) + "\n"
    if not options.output:
        emit(text)
        return 0
    try:
        descriptor = os.open(Path(options.output), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise InputRefusedError.of("web.backup.exists", name=options.output) from None
    except OSError:
        raise InputRefusedError.of("web.backup.unwritable", name=options.output) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    emit(voice.text("cli.export.done", name=options.output) + "\n")
    return 0
