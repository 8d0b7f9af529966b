"""`augenhoehe serve`: prepare the database, print the address with a one-time link, and serve."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from augenhoehe.cli.speaking import emit
from augenhoehe.web import start
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The port, where another than 8484 is wished."""
    parser.add_argument("--port", type=int, metavar="N", help=voice.text("cli.serve.help.port"))


def run(options: Namespace, voice: Voice) -> int:
    """Serve until stopped."""
    ready = start.ready()
    port = start.free_port(options.port)
    if ready.backup is not None:
        emit(voice.text("cli.serve.copied", name=str(ready.backup)) + "\n")
    emit(voice.text("cli.serve.ready", link=start.entrance(start.address_of(port)), folder=str(ready.folder)) + "\n")
    start.note_port(ready.folder, port)
    try:
        start.serve(port)
    finally:
        start.note_port(ready.folder, None)
    return 0
