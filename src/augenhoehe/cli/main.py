"""The command `augenhoehe`: finds the command that was called and starts it; nothing else, so that it starts fast."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import cast

from augenhoehe import __version__
from augenhoehe.cli.command import Command
from augenhoehe.cli.speaking import Parser, complain, emit, language_of
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import LANGUAGES, Address, Voice

COMMANDS: Mapping[str, Mapping[str, str]] = {
    "talk": {
        "read": "augenhoehe.cli.read",
        "batch": "augenhoehe.cli.batch",
        "advise": "augenhoehe.cli.advise",
        "promises": "augenhoehe.cli.promises",
        "check": "augenhoehe.cli.check",
        "convert": "augenhoehe.cli.convert",
        "schema": "augenhoehe.cli.schema",
        "score": "augenhoehe.cli.score",
    },
    "web": {
        "serve": "augenhoehe.cli.serve",
        "demo": "augenhoehe.cli.demo",
        "link": "augenhoehe.cli.link",
    },
    "data": {
        "export": "augenhoehe.cli.export",
        "forget": "augenhoehe.cli.forget",
        "backup": "augenhoehe.cli.backup",
        "restore": "augenhoehe.cli.restore",
        "corrections": "augenhoehe.cli.corrections",
        "config": "augenhoehe.cli.config",
    },
}
"""Every command and its module, in the groups of the overview."""

MODULES: Mapping[str, str] = {name: module for group in COMMANDS.values() for name, module in group.items()}

WIDTH = max(len(name) for name in MODULES)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `augenhoehe` with these arguments (the process's own by default) and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing more to say, and nothing to complain about at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + 13
    except KeyboardInterrupt:
        return 128 + 2


def _run(given: list[str]) -> int:
    voice = voice_of(given)
    place = command_place(given)
    if place is None:
        emit(f"augenhoehe {__version__}\n" if "--version" in given else overview(voice))
        return 0
    name = given.pop(place)
    if name not in MODULES:
        complain(voice.text("cli.usage.no_such_command", name=name))
        return 2
    command = cast(Command, import_module(MODULES[name]))
    parser = Parser(f"augenhoehe {name}", voice.text(f"cli.{name}.summary"), voice)
    command.declare(parser, voice)
    options = parser.parse_args(given)
    try:
        return command.run(options, voice)
    except InputRefusedError as refusal:
        complain(voice.say(refusal.message))
        return 2


def command_place(given: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is neither an option nor the value of --lang or --address."""
    before = ""
    for index, word in enumerate(given):
        if not word.startswith("-") and before not in ("--lang", "--address"):
            return index
        before = word
    return None


def overview(voice: Voice) -> str:
    """All commands in one page."""
    lines = [voice.text("cli.overview.title"), "", voice.text("cli.overview.usage"), ""]
    for group, commands in COMMANDS.items():
        lines.append(voice.text(f"cli.overview.{group}"))
        lines += [f"  {name:<{WIDTH}}  {voice.text(f'cli.{name}.summary')}" for name in commands]
        lines.append("")
    lines.append(voice.text("cli.overview.more"))
    return "\n".join(lines) + "\n"


def voice_of(given: Sequence[str]) -> Voice:
    """The voice that the arguments ask for, or the environment's language. Nonsense is refused later, by the parser."""
    scout = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    scout.add_argument("--lang", nargs="?")
    scout.add_argument("--address", nargs="?")
    found, _ = scout.parse_known_args(list(given))
    language = found.lang if found.lang in LANGUAGES else language_of(os.environ)
    address = Address.DU if found.address == Address.DU else Address.SIE
    return Voice(language, address)
