"""What every command shares with the terminal: the voice, files in, text out, and a parser that speaks German."""

from __future__ import annotations

import os
import re
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import LANGUAGES, Address, Voice

MOST_BYTES = 256 * 1024 * 1024
"""More than any door accepts; what a room accepts of it, the room says itself."""


def language_of(environment: dict[str, str] | os._Environ[str]) -> str:
    """German or English, as the environment has it; German where it has none ("C", "POSIX" or nothing)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            base = value.partition(".")[0]
            return "de" if base in ("C", "POSIX") or base.startswith("de") else "en"
    return "de"


def read_file(name: str, *, shown: str = "") -> bytes:
    """The bytes of a file, or of the standard input for "-". Raises InputRefusedError where it cannot be read.

    `shown` is how the file is called in the refusal, where not by its path.
    """
    shown = shown or name
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise InputRefusedError.of("cli.file.missing", name=shown) from None
    except IsADirectoryError:
        raise InputRefusedError.of("cli.file.folder", name=shown) from None
    except PermissionError:
        raise InputRefusedError.of("cli.file.forbidden", name=shown) from None
    except (OSError, ValueError) as error:
        raise InputRefusedError.of("cli.file.unreadable", name=shown, reason=str(error)) from None
    if len(data) > MOST_BYTES:
        raise InputRefusedError.of("cli.file.too_large", name=shown, most=MOST_BYTES // 1024 // 1024)
    return data


def emit(text: str) -> None:
    """Write to the standard output, always UTF-8 and always with \\n, so that equal input gives equal bytes."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="surrogateescape"))
    sys.stdout.buffer.flush()


def complain(text: str) -> None:
    """One line on the standard error."""
    print(text, file=sys.stderr)


MISUSES: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "cli.usage.missing"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "cli.usage.unknown"),
    (
        re.compile(r"argument (?P<where>\S+): invalid choice: '?(?P<what>.*?)'? \(choose from (?P<choices>.+)\)"),
        "cli.usage.choice",
    ),
    (re.compile(r"argument (?P<where>\S+): expected .+"), "cli.usage.value"),
    (re.compile(r"argument (?P<where>\S+): invalid \S+ value: '?(?P<what>.*?)'?"), "cli.usage.invalid"),
)
"""What argparse says in English, and the sentence that says it in the reader's language."""


class Parser(ArgumentParser):
    """An argument parser whose every word is in the voice; misuse is one sentence and exit status 2."""

    def __init__(self, prog: str, description: str, voice: Voice) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self.voice = voice
        self._positionals.title = voice.text("cli.usage.positionals")
        self._optionals.title = voice.text("cli.usage.options")
        self.add_argument("-h", "--help", action="help", default=SUPPRESS, help=voice.text("cli.option.help"))
        self.add_argument("--lang", choices=LANGUAGES, default=None, help=voice.text("cli.option.lang"))
        self.add_argument(
            "--address", choices=[str(each) for each in Address], default=None, help=voice.text("cli.option.address")
        )

    def format_usage(self) -> str:
        """The usage line; argparse has no other place for its first word."""
        return super().format_usage().replace("usage:", self.voice.text("cli.usage.usage"), 1)

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage:", self.voice.text("cli.usage.usage"), 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and where help is."""
        self.exit(2, self.voice.say(misuse(message, self.prog)) + "\n")


def misuse(message: str, program: str) -> Message:
    """The sentence for what argparse complained about."""
    for pattern, key in MISUSES:
        found = pattern.fullmatch(message)
        if found:
            parts = {name: value.replace("'", "") for name, value in found.groupdict().items()}
            return Message.of(key, program=program, **parts)
    return Message.of("cli.usage.other", program=program, detail=message)
