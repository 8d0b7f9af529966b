"""`augenhoehe demo`: the application with the sample case, in a folder that is gone afterwards."""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import date

from augenhoehe.cli.speaking import emit
from augenhoehe.web import start
from augenhoehe.web.database import DATABASE_VARIABLE
from augenhoehe.web.folder import HOME_VARIABLE
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The port, where another than 8484 is wished."""
    parser.add_argument("--port", type=int, metavar="N", help=voice.text("cli.serve.help.port"))


def run(options: Namespace, voice: Voice) -> int:
    """Serve the sample until stopped; one's own data are not touched."""
    with tempfile.TemporaryDirectory(prefix="augenhoehe-demo-") as folder:
        os.environ[HOME_VARIABLE] = folder
        os.environ.pop(DATABASE_VARIABLE, None)
        ready = start.ready()
        _load_sample(voice)
        port = start.free_port(options.port)
        link = start.entrance(start.address_of(port))
        emit(voice.text("cli.demo.ready", link=link) + "\n")
        start.note_port(ready.folder, port)
        start.serve(port)
    return 0


def _load_sample(voice: Voice) -> None:
    from augenhoehe.store import accounts, samples  # noqa: PLC0415 - app not ready before start.ready()

    account = accounts.first_account()
    if account is not None:
        account = accounts.save_settings(account, language=voice.language, address=voice.address)
        # The day stands in the sample itself; today only dates the case where it has none.
        samples.load(account, voice.language, today=date.today())  # noqa: DTZ011 - the user's own day
