"""Examine a conversation: all findings of all kinds, with their evidence and reasons."""

from __future__ import annotations

from collections.abc import Sequence

from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.marking.reading import read
from augenhoehe.understand.note_parts import Recalled
from augenhoehe.understand.recalling import is_note, recall
from augenhoehe.understand.ruling import Ruled, look, rule
from augenhoehe.understand.talk import Talk, prepare

_ORDER = {kind: place for place, kind in enumerate(Kind)}
BY_RULES = "rules"


def examine(conversation: Conversation) -> tuple[Finding, ...]:
    """All findings, by turn, place and kind, with stable ids "f1", "f2" …

    Deterministic; any text is fine.
    """
    return findings_of(prepare(conversation))


def findings_of(talk: Talk) -> tuple[Finding, ...]:
    """The findings of a conversation that was prepared already."""
    return assembled(talk, read(talk, look(talk)))


def assembled(talk: Talk, read_by_turn: Sequence[Sequence[tuple[Ruled, str]]]) -> tuple[Finding, ...]:
    """What was read in each turn, and what notes say, as findings."""
    notes = recall(talk)
    found: list[tuple[Ruled | Recalled, str]] = []
    for said in talk.said:
        here: list[tuple[Ruled | Recalled, str]]
        if is_note(talk.conversation, said.turn):
            here = [(one, BY_RULES) for one in notes[said.index]]
        else:
            here = list(read_by_turn[said.index])
        found += sorted(here, key=lambda one: (one[0].start, _ORDER[one[0].kind], one[0].end))
    return tuple(
        _finding(talk.conversation.id, number, one, source) for number, (one, source) in enumerate(found, start=1)
    )


def by_rules(talk: Talk) -> tuple[Finding, ...]:
    """What the rules alone find in a conversation without notes: the yardstick beside which the reader is measured."""
    found = [one for said, seen in zip(talk.said, look(talk), strict=True) for one in _in_order(rule(said, seen))]
    return tuple(_finding(talk.conversation.id, number, one, BY_RULES) for number, one in enumerate(found, start=1))


def _in_order(found: list[Ruled]) -> list[Ruled]:
    return sorted(found, key=lambda one: (one.start, _ORDER[one.kind], one.end))


def _finding(conversation: str, number: int, one: Ruled | Recalled, source: str) -> Finding:
    return Finding(
        id=f"f{number}",
        kind=one.kind,
        evidence=Evidence(conversation, one.turn, one.start, one.end),
        certainty=one.certainty,
        because=one.because,
        source=source,
        attrs=one.attrs,
        by=one.by if isinstance(one, Recalled) else None,
    )
