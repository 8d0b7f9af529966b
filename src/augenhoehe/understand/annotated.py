"""Read annotated conversations: one JSON file each, the conversation with the findings careful people marked.

The shape is that of docs/guides/findings.md: the conversation as `listen` reads it, and beside it `findings` with
`turn`, `kind`, `quote` and `attrs`, and where somebody noted it the structure of the whole: `wants`, `needs`,
`unanswered`, `answered_without_asking`. A file in which all four are absent or empty notes no structure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import ATTRIBUTES, Finding, Kind
from augenhoehe.understand.scoring import Answered, Marked
from augenhoehe.understand.structure import Structure, Want

STRUCTURE = ("wants", "needs", "unanswered", "answered_without_asking")
RAW = "asr"
"""The `form` of a conversation that is raw speech recognition."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A conversation and what people marked in it; `structure` is None where nobody noted one."""

    conversation: Conversation
    marked: tuple[Marked, ...]
    structure: Structure | None = None
    raw: bool = False


def read_annotated(data: bytes, name: str) -> Annotated:
    """Read one annotated file. Raises InputRefusedError that names the file and the annotation that is wrong."""
    conversation = read_conversation(data, name, format="json").conversation
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except ValueError:
        raise InputRefusedError.of("understand.annotated.not_json", name=name) from None
    findings = whole.get("findings") if isinstance(whole, dict) else None
    if not isinstance(findings, list):
        raise InputRefusedError.of("understand.annotated.no_findings", name=name)
    turns = {turn.id: turn.text for turn in conversation.turns}
    return Annotated(
        conversation,
        tuple(_marked(entry, number, name, turns) for number, entry in enumerate(findings, start=1)),
        _structure(whole, name),
        whole.get("form") == RAW,
    )


def _marked(entry: Any, number: int, name: str, turns: dict[int, str]) -> Marked:
    try:
        turn, kind, quote = entry["turn"], Kind(entry["kind"]), str(entry["quote"])
        attrs = tuple(sorted(dict(entry.get("attrs") or {}).items()))
    except (KeyError, TypeError, ValueError):
        raise InputRefusedError.of("understand.annotated.unreadable", name=name, number=number) from None
    if quote not in turns.get(turn, ""):
        raise InputRefusedError.of("understand.annotated.no_such_quote", name=name, number=number, turn=str(turn))
    return Marked(turn, kind, quote, attrs)


def _structure(whole: Mapping[str, Any], name: str) -> Structure | None:
    if not any(whole.get(part) for part in STRUCTURE):
        return None
    part = STRUCTURE[0]
    try:
        wants = tuple(
            Want(str(entry.get("what", "")), _turns(entry["turns"]), entry["mirrored"], entry["reason_known"])
            for entry in whole.get(part) or ()
        )
        part = "needs"
        needs = tuple((str(entry.get("need", "")), _turns(entry["turns"])) for entry in whole.get(part) or ())
        part = "unanswered"
        unanswered = _turns(whole.get(part) or ())
        part = "answered_without_asking"
        return Structure(wants, needs, unanswered, _turns(whole.get(part) or ()))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise InputRefusedError.of("understand.annotated.structure", name=name, part=part) from None


def _turns(numbers: Any) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in numbers))


def given(annotated: Annotated) -> tuple[Finding, ...]:
    """What people marked, as findings, in the order of their places: to see what is made of findings without error.

    An attribute nobody gave takes its first value. A quote that stands twice in its turn is taken at its first place.
    """
    turns = {turn.id: turn for turn in annotated.conversation.turns}
    order = {turn.id: place for place, turn in enumerate(annotated.conversation.turns)}
    placed = [
        (Evidence.locate(annotated.conversation.id, turns[mark.turn], mark.quote), mark) for mark in annotated.marked
    ]
    placed.sort(key=lambda each: (order[each[1].turn], each[0].start, list(Kind).index(each[1].kind)))
    found = []
    for number, (evidence, mark) in enumerate(placed, start=1):
        said = dict(mark.attrs)
        attrs = tuple(
            (name, said.get(name, allowed[0] if allowed else None))
            for name, allowed in ATTRIBUTES.get(mark.kind, {}).items()
        )
        because = Message.of("understand.annotated.because")
        found.append(Finding(f"f{number}", mark.kind, evidence, 1.0, because, "person", attrs))
    return tuple(found)


def answer(annotated: Annotated) -> Answered:
    """Examine an annotated conversation: what people marked beside what was found."""
    return answered(annotated, examine(annotated.conversation))


def answered(annotated: Annotated, findings: tuple[Finding, ...]) -> Answered:
    """What people marked beside findings."""
    found = tuple(
        Marked(finding.evidence.turn.id, finding.kind, finding.evidence.quote, finding.attrs) for finding in findings
    )
    return Answered(str(annotated.conversation.language), annotated.marked, found)
