"""Patterns in giving and taking, each named with its facts and with possible next steps.

A pattern says what happened, never what somebody is like; the customer could read every sentence of it. The limits
below are settings of common sense, not of science, and stand here so that they can be seen and argued about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from augenhoehe.keep.ledger import Entry, EntryKind, holding
from augenhoehe.keep.promises import Side
from augenhoehe.speech.messages import Message

CONCESSIONS_WITHOUT_RETURN = 2
PUT_OFFS = 3
UNPAID_HOURS = Decimal(8)


class PatternKind(StrEnum):
    """What is named."""

    GIVEN_WITHOUT_RETURN = "given_without_return"
    REPEATED_PUT_OFFS = "repeated_put_offs"
    GAVE_BEFORE_ASKED = "gave_before_asked"
    UNPAID_HOURS = "unpaid_hours"


STEPS = {
    PatternKind.GIVEN_WITHOUT_RETURN: ("ask_return", "say_no", "let_be"),
    PatternKind.REPEATED_PUT_OFFS: ("ask_what_holds", "name_last_day", "let_be"),
    PatternKind.GAVE_BEFORE_ASKED: ("wait_for_question", "tie_to_return", "let_be"),
    PatternKind.UNPAID_HOURS: ("say_hours", "agree_frame", "let_be"),
}
"""Possible next steps; a person chooses, and letting it be is always one of them."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the entries that make it and possible next steps."""

    kind: PatternKind
    saying: Message
    facts: tuple[Entry, ...]
    steps: tuple[Message, ...]


def patterns(entries: Iterable[Entry]) -> tuple[Pattern, ...]:
    """The patterns in a ledger of one customer, in the order of `PatternKind`."""
    held = holding(entries)
    found = [*_given_without_return(held), *_repeated_put_offs(held), *_gave_before_asked(held), *_unpaid_hours(held)]
    return tuple(found)


def _pattern(kind: PatternKind, facts: tuple[Entry, ...], saying: Message) -> Pattern:
    return Pattern(kind, saying, facts, tuple(Message.of(f"keep.step.{step}") for step in STEPS[kind]))


def _given_without_return(held: tuple[Entry, ...]) -> list[Pattern]:
    returned = {entry.about for entry in held if entry.kind is EntryKind.RETURN and entry.side is Side.THEIRS}
    facts = tuple(
        entry
        for entry in held
        if entry.kind is EntryKind.CONCESSION and entry.side is Side.OURS and entry.id not in returned
    )
    if len(facts) < CONCESSIONS_WITHOUT_RETURN:
        return []
    kind = PatternKind.GIVEN_WITHOUT_RETURN
    return [_pattern(kind, facts, Message.of(f"keep.pattern.{kind}", count=len(facts)))]


def _repeated_put_offs(held: tuple[Entry, ...]) -> list[Pattern]:
    """Put-offs of one matter; those without a matter are one of their own."""
    kind = PatternKind.REPEATED_PUT_OFFS
    matters: dict[str, list[Entry]] = {}
    for entry in held:
        if entry.kind is EntryKind.PUT_OFF and entry.side is Side.THEIRS:
            matters.setdefault(entry.about, []).append(entry)
    found = []
    for matter in sorted(matters):
        facts = tuple(matters[matter])
        if len(facts) < PUT_OFFS:
            continue
        days = [entry.on for entry in facts if entry.on is not None]
        weeks = (max(days) - min(days)).days // 7 if len(days) > 1 else 0
        key = f"keep.pattern.{kind}.weeks" if weeks > 1 else f"keep.pattern.{kind}"
        values = {"count": len(facts)} | ({"weeks": weeks} if weeks > 1 else {})
        found.append(_pattern(kind, facts, Message.of(key, **values)))
    return found


def _gave_before_asked(held: tuple[Entry, ...]) -> list[Pattern]:
    facts = tuple(
        entry
        for entry in held
        if entry.kind is EntryKind.CONCESSION and entry.side is Side.OURS and entry.asked is False
    )
    kind = PatternKind.GAVE_BEFORE_ASKED
    key = f"keep.pattern.{kind}.one" if len(facts) == 1 else f"keep.pattern.{kind}"
    return [_pattern(kind, facts, Message.of(key, count=len(facts)))] if facts else []


def _unpaid_hours(held: tuple[Entry, ...]) -> list[Pattern]:
    """Extra work of ours that nothing came back for. Hours nobody wrote down are said, never added as zero."""
    returned = {entry.about for entry in held if entry.kind is EntryKind.RETURN and entry.side is Side.THEIRS}
    facts = tuple(
        entry
        for entry in held
        if entry.kind is EntryKind.EXTRA_WORK and entry.side is Side.OURS and entry.id not in returned
    )
    hours = sum((entry.hours for entry in facts if entry.hours is not None), Decimal(0))
    unknown = sum(entry.hours is None for entry in facts)
    if hours < UNPAID_HOURS:
        return []
    kind = PatternKind.UNPAID_HOURS
    key = f"keep.pattern.{kind}.at_least" if unknown else f"keep.pattern.{kind}"
    values = {"hours": hours} | ({"unknown": unknown} if unknown else {})
    return [_pattern(kind, facts, Message.of(key, **values))]
