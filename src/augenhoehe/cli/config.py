"""`augenhoehe config`: where the data lie, what is set, and what to do where something is amiss."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from augenhoehe.cli.speaking import emit
from augenhoehe.web import start
from augenhoehe.web.folder import data_folder
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """Nothing to choose."""


def run(options: Namespace, voice: Voice) -> int:
    """Look without changing anything; 1 where something needs doing."""
    start.configure()
    from augenhoehe.web.checking import look  # noqa: PLC0415 - app not ready before configure()

    looks = look(data_folder())
    for each in looks:
        emit(f"{'!' if each.hint else '·'} {voice.say(each.what)}\n")
        if each.hint is not None:
            emit(f"  {voice.say(each.hint)}\n")
    return 1 if any(each.hint for each in looks) else 0
