"""A reading as Markdown, for the notebook of one's own."""

from __future__ import annotations

import re

from augenhoehe.api import Reading
from augenhoehe.cli.showing.summary import (
    Entry,
    Part,
    certainty_of,
    clock,
    facts_of,
    findings_of,
    label_of,
    parts_of,
    people_of,
    title_of,
)
from augenhoehe.wording.saying import Voice

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def notes(reading: Reading, voice: Voice) -> str:
    """The whole reading: facts, parts, and the script with its findings below each turn."""
    lines = [f"# {plain(title_of(reading, voice))}", "", " · ".join(facts_of(reading.conversation, voice)), ""]
    lines += [f"- {plain(line)}" for line in people_of(reading, voice)]
    lines += [f"- {plain(voice.say(note))}" for note in reading.transcript.notes]
    for part in parts_of(reading, voice):
        lines += ["", *_part(part, voice)]
    lines += ["", f"## {voice.text('cli.read.script')}"]
    by_turn: dict[int, list[str]] = {}
    for finding in findings_of(reading):
        quote = voice.quoted(plain(finding.evidence.quote))
        by_turn.setdefault(finding.evidence.turn.id, []).append(
            f"- *{plain(label_of(finding, voice))}*, {certainty_of(finding, voice)}: {quote}"
        )
    for turn in reading.conversation.turns:
        time = f" ({clock(turn.start)})" if turn.start is not None else ""
        lines += ["", f"**{plain(turn.speaker)}**{time}: {plain(turn.text)}"]
        if turn.id in by_turn:
            lines += ["", *by_turn[turn.id]]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Words on one line that Markdown takes as words."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _part(part: Part, voice: Voice) -> list[str]:
    lines = [f"## {part.title}", ""]
    if not part.entries:
        return [*lines, plain(part.empty)]
    for entry in part.entries:
        lines += _entry(entry, voice)
    return lines


def _entry(entry: Entry, voice: Voice) -> list[str]:
    quotes = [
        plain(each.place) if entry.repeats(each) else f"{plain(voice.quoted(each.words))} ({plain(each.place)})"
        for each in entry.quotes
    ]
    first, *rest = [f"**{plain(entry.text)}**", *quotes] if entry.text else quotes or [""]
    return [f"- {first}", *(f"  - {each}" for each in (*rest, *map(plain, entry.details)))]
