"""`augenhoehe check FILE`: can this catalogue, case or conversation be used, and if not, where is it wrong?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from augenhoehe.api import dump
from augenhoehe.api.checking import Checked, Sort, check, check_shape
from augenhoehe.cli.beside import fetch_from
from augenhoehe.cli.read import file_name
from augenhoehe.cli.speaking import emit, read_file
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The file, and what it is meant to be."""
    parser.add_argument("file", metavar="FILE", help=voice.text("cli.check.help.file"))
    parser.add_argument("--as", dest="sort", choices=[str(each) for each in Sort], help=voice.text("cli.check.help.as"))
    parser.add_argument("--on", metavar="DAY", type=date.fromisoformat, help=voice.text("cli.check.help.on"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=voice.text("cli.read.help.format"))


def run(options: Namespace, voice: Voice) -> int:
    """Say what it holds and what is wrong; exit status 2 where it cannot be used."""
    folder = Path() if options.file == "-" else Path(options.file).parent
    checked = check(
        read_file(options.file),
        file_name(options.file),
        fetch_from(folder),
        sort=Sort(options.sort) if options.sort else None,
        on=options.on or date.today(),  # noqa: DTZ011 - the day on the clock of whoever checks
    )
    emit(dump(check_shape(checked, voice)) if options.format == "json" else told(checked, voice))
    return 2 if checked.errors else 0


def told(checked: Checked, voice: Voice) -> str:
    """What it holds, every mistake, every remark, and the verdict last."""
    sort = voice.text(f"cli.check.sort.{checked.sort}")
    lines = [f"{checked.file}: {sort}", *(f"  {voice.say(each)}" for each in checked.holds)]
    lines += [f"✗ {voice.say(each)}" for each in checked.errors]
    lines += [f"! {voice.say(each)}" for each in checked.warnings]
    lines.append(voice.text("cli.check.unusable" if checked.errors else "cli.check.usable"))
    return "\n".join(lines) + "\n"
