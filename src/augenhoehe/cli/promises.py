"""`augenhoehe promises TALK`: what both sides promised, and by when."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from augenhoehe.api import dump
from augenhoehe.api.promising import Promised, promises, promises_shape
from augenhoehe.cli.read import declare_talk, file_name
from augenhoehe.cli.showing.script import clean
from augenhoehe.cli.showing.summary import one_line, place_of
from augenhoehe.cli.speaking import emit, read_file
from augenhoehe.keep.promises import Due, Promise, Side
from augenhoehe.speech.conversation import Role
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The conversation and its day."""
    declare_talk(parser, voice)
    parser.add_argument("--on", metavar="JJJJ-MM-TT" if voice.language == "de" else "YYYY-MM-DD",
                        help=voice.text("cli.promises.help.on"))  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text", help=voice.text("cli.read.help.format"))


def run(options: Namespace, voice: Voice) -> int:
    """List them."""
    promised = promises(
        read_file(options.talk),
        file_name(options.talk),
        advisers=options.adviser,
        customers=options.customer,
        format=options.input,
        held_on=day_of(options.on),
    )
    emit(dump(promises_shape(promised, voice)) if options.format == "json" else listed(promised, voice))
    return 0


def day_of(text: str | None) -> date | None:
    """The day that --on gives. Raises InputRefusedError for what is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputRefusedError.of("cli.promises.no_day", words=text) from None


def listed(promised: Promised, voice: Voice) -> str:
    """Ours first, then theirs."""
    lines = []
    for side in Side:
        mine = [each for each in promised.promises if each.side is side]
        lines.append(voice.text(f"cli.promises.{side}"))
        lines += [line for each in mine for line in _one(each, voice)] or ["  " + voice.text("cli.promises.none")]
        lines.append("")
    if promised.conversation.held_on is None and any(each.due for each in promised.promises):
        lines += [voice.text("cli.promises.day_unknown"), ""]
    if any(party.role is Role.UNKNOWN for party in promised.conversation.people):
        lines += [voice.text("cli.read.sides_unknown"), ""]
    return clean("\n".join(lines[:-1])) + "\n"


def _one(promise: Promise, voice: Voice) -> list[str]:
    lines = [f"– {due_of(promise.due, voice)}: {one_line(promise.what)}"]
    if promise.evidence:
        lines.append(f"    {place_of(promise.evidence.turn, voice)}")
    if not promise.firm:
        lines.append("    " + voice.text("cli.promises.loose"))
    return lines


def due_of(due: Due | None, voice: Voice) -> str:
    """By when: the days where they are known, the words as they were said in any case."""
    if due is None:
        return voice.text("cli.promises.no_due")
    first, last = due.first, due.last
    if first is None and last is None:
        return voice.quoted(due.words)
    if first is not None and last is not None:
        days = voice.date(first) if first == last else voice.text("cli.promises.between", first=first, last=last)
    elif last is not None:
        days = voice.text("cli.promises.until", last=last)
    else:
        days = voice.text("cli.promises.from", first=first)
    said = voice.text("cli.promises.said", days=days, words=voice.quoted(due.words))
    return voice.text("cli.promises.ambiguous", said=said) if due.ambiguous else said
