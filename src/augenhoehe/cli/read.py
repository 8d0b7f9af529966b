"""`augenhoehe read TALK`: one conversation, read and understood, in the terminal, as a page, as Markdown or as JSON."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import PurePath
from typing import TYPE_CHECKING

from augenhoehe.api import Reading, dump, read, to_json
from augenhoehe.cli.speaking import emit, read_file
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.wording.saying import Voice

if TYPE_CHECKING:
    from augenhoehe.advise.catalogue.offers import Catalogue

FORMS = ("text", "json", "html", "md")
KEY_VARIABLE = "AUGENHOEHE_ENGINE_KEY"
"""A key is a secret: it stands in no argument, where the list of processes and the shell's history would show it."""
WIDEST, NARROWEST, IN_A_FILE = 132, 40, 88


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The conversation, who is who, and in which form it is shown."""
    declare_talk(parser, voice)
    parser.add_argument("--catalogue", metavar="FILE", help=voice.text("cli.read.help.catalogue"))
    parser.add_argument("--format", choices=FORMS, default="text", help=voice.text("cli.read.help.format"))
    parser.add_argument("--brief", action="store_true", help=voice.text("cli.read.help.brief"))
    parser.add_argument("--engine", metavar="ADDRESS", help=voice.text("second.help.engine", key=KEY_VARIABLE))
    parser.add_argument("--model", metavar="MODEL", default="", help=voice.text("second.help.model"))
    parser.add_argument("--hide", metavar="NAME", action="append", default=[], help=voice.text("second.help.hide"))
    parser.add_argument("--what-leaves", action="store_true", help=voice.text("second.help.what_leaves"))


def declare_talk(parser: ArgumentParser, voice: Voice) -> None:
    """What every command that reads a conversation asks for."""
    parser.add_argument("talk", metavar="TALK", help=voice.text("cli.read.help.talk"))
    for side in ("adviser", "customer"):
        parser.add_argument(
            f"--{side}", metavar="NAME", action="append", default=[], help=voice.text(f"cli.read.help.{side}")
        )
    parser.add_argument("--input", metavar="FORMAT", help=voice.text("cli.read.help.input"))


def run(options: Namespace, voice: Voice) -> int:
    """Read it and show it."""
    reading = reading_of(options)
    if options.what_leaves:
        from augenhoehe.api.second import what_leaves  # noqa: PLC0415 - optional part

        emit("\n\n".join([*what_leaves(reading, options.hide), ""]).removesuffix("\n"))
        return 0
    if options.engine is not None:
        reading = asked_again(reading, options)
    if options.format == "json":
        emit(dump(to_json(reading, voice)))
    elif options.format == "html":
        from augenhoehe.cli.showing.page import page  # noqa: PLC0415 - slow start: one form is needed at a time

        emit(page(reading, voice))
    elif options.format == "md":
        from augenhoehe.cli.showing.notes import notes  # noqa: PLC0415 - slow start

        emit(notes(reading, voice))
    else:
        from augenhoehe.cli.showing.script import shown  # noqa: PLC0415 - slow start

        emit(shown(reading, voice, width=width(), colour=colour(), brief=options.brief))
    return 0


def reading_of(options: Namespace) -> Reading:
    """The reading that the options ask for."""
    catalogue = catalogue_of(getattr(options, "catalogue", None))
    return read(
        read_file(options.talk),
        file_name(options.talk),
        advisers=options.adviser,
        customers=options.customer,
        format=options.input,
        named=catalogue.needs if catalogue else (),
        house_currency=catalogue.currency if catalogue else CURRENCY_OF_THE_HOUSE,
    )


def asked_again(reading: Reading, options: Namespace) -> Reading:
    """The reading with what the language model at --engine sees. Raises InputRefusedError where it gives no answer."""
    from augenhoehe.api.second import read_again  # noqa: PLC0415 - optional part
    from augenhoehe.outside.answers import KeptInFiles, cache_folder  # noqa: PLC0415 - optional part
    from augenhoehe.outside.language_model import ChatModel, endpoint  # noqa: PLC0415 - optional part

    model = ChatModel(endpoint(options.engine, options.model, os.environ.get(KEY_VARIABLE, "")))
    return read_again(reading, model, also_hide=options.hide, kept=KeptInFiles(cache_folder()))


def catalogue_of(catalogue: str | None) -> Catalogue | None:
    """The catalogue of that name, None without one."""
    if catalogue is None:
        return None
    from augenhoehe.advise.catalogue.reading import read_catalogue  # noqa: PLC0415 - slow start: few calls need it

    return read_catalogue(read_file(catalogue), file_name(catalogue))


def file_name(path: str) -> str:
    """The name of a file without its folders; the standard input has none of its own."""
    return "stdin" if path == "-" else PurePath(path).name


def width() -> int:
    """How wide the output may be: the terminal's width within reason, and always the same into a file."""
    if not sys.stdout.isatty():
        return int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdecimal() else IN_A_FILE
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def colour() -> bool:
    """Whether the output may be coloured: on a terminal, unless NO_COLOR forbids it."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
