"""`augenhoehe link`: a new one-time sign-in link for the running application."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from augenhoehe.cli.speaking import emit
from augenhoehe.web import start
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The address, where the application runs under another."""
    parser.add_argument("--url", metavar="URL", help=voice.text("cli.link.help.url"))


def run(options: Namespace, voice: Voice) -> int:
    """Print the link."""
    ready = start.ready()
    port = start.running_port(ready.folder)
    address = options.url.rstrip("/") if options.url else start.address_of(port or start.PORT)
    emit(start.entrance(address) + "\n")
    return 0
