"""`augenhoehe corrections`: what the program learned from one's own corrections; switch it on or off, forget it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from augenhoehe.cli.speaking import emit
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web import start
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """One of three acts, or none to look."""
    acts = parser.add_mutually_exclusive_group()
    for act in ("on", "off", "forget"):
        acts.add_argument(f"--{act}", action="store_true", help=voice.text(f"cli.corrections.help.{act}"))


def run(options: Namespace, voice: Voice) -> int:
    """Do it, and show how it stands."""
    start.ready()
    from augenhoehe.store import accounts, corrections  # noqa: PLC0415 - app not ready

    actor = accounts.first_account()
    if actor is None:
        raise InputRefusedError.of("web.start.no_account")
    if options.on or options.off:
        corrections.switch(actor, on=options.on)
    elif options.forget:
        corrections.forget(actor)
    learning = corrections.learning(actor)
    emit(voice.text(f"web.settings.corrections.{'on' if learning.on else 'off'}") + "\n")
    for name in ("reviewed", "stood", "fell", "added"):
        emit(f"  {voice.text(f'web.settings.corrections.{name}')}: {getattr(learning, name)}\n")
    if learning.changed:
        counts = {"talks": len(learning.changed), "fewer": learning.fewer, "more": learning.more}
        emit(voice.text("web.settings.corrections.sum", **counts) + "\n")
    return 0
