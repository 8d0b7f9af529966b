"""Read annotated conversations: one JSON file each, the conversation with the findings careful people marked.

The shape is that of docs/guides/findings.md: the conversation as `listen` reads it, and beside it `findings` with
`turn`, `kind`, `quote` and `attrs`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Answered, Marked


@dataclass(frozen=True, slots=True)
class Annotated:
    """A conversation and what people marked in it."""

    conversation: Conversation
    marked: tuple[Marked, ...]


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


def answer(annotated: Annotated) -> Answered:
    """Examine an annotated conversation: what people marked beside what was found."""
    found = tuple(
        Marked(finding.evidence.turn.id, finding.kind, finding.evidence.quote, finding.attrs)
        for finding in examine(annotated.conversation)
    )
    return Answered(str(annotated.conversation.language), annotated.marked, found)
