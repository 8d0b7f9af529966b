"""Tests of values to JSON and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.needs.board import Gap, GapKind, Wish
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.store.mapping import GoneError, evidence_places, from_json, to_json

TURN = Turn(3, "Petra Schulz", Role.CUSTOMER, "Die Auswertung dauert zwei Tage.", 1.5, 4.0)
EVIDENCE = Evidence("c1", TURN, 4, 14)
TURNS = {("c1", 3): TURN}


def turn(conversation: str, number: int) -> Turn | None:
    return TURNS.get((conversation, number))


def there_and_back(kind, value):
    return from_json(kind, json.loads(json.dumps(to_json(value))), turn)


plain = st.one_of(
    st.text(max_size=20),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.builds(Money, st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(["EUR", "CHF"])),
)
names = st.text("abcdefghij", min_size=1, max_size=5)


def messages(inner):
    return st.builds(
        lambda key, values: Message.of(f"a.{key}", **values), names, st.dictionaries(names, inner, max_size=3)
    )


@given(st.recursive(plain, messages, max_leaves=6).flatmap(lambda inner: messages(st.just(inner))))
def test_messages_come_back_with_every_type_inside(message):
    assert there_and_back(Message, message) == message


@pytest.mark.parametrize(
    "value",
    [
        Promise("p1", Side.OURS, "", "was", None, True, None, evidence=EVIDENCE),
        Promise("p2", Side.THEIRS, "P", "w", Due("bald", date(2026, 3, 1), None, True), False, date(2026, 3, 1)),
        Promise("p3", Side.OURS, "P", "w", Due("bald"), True, None, PromiseState.LATE, settled_on=date(2026, 4, 1)),
    ],
)
def test_promises_come_back(value):
    assert there_and_back(Promise, value) == value


def test_a_persons_words_are_not_copied_into_stored_values():
    stored = to_json(Wish("w1", "Modul", (EVIDENCE,), 0.5))
    assert stored["evidence"] == [{"$": "evidence", "at": ["c1", 3, 4, 14]}]
    assert list(evidence_places(stored)) == [("c1", 3)]


def test_evidence_whose_turn_is_gone_is_left_out_where_it_may_be():
    wish = Wish("w1", "Modul", (EVIDENCE,), 0.5, reason=EVIDENCE)
    assert from_json(Wish, to_json(wish)) == Wish("w1", "Modul", (), 0.5)


def test_what_cannot_be_without_its_evidence_is_gone_too():
    gap = Gap(GapKind.UNANSWERED, EVIDENCE, Message.of("a.b"))
    with pytest.raises(GoneError):
        from_json(Gap, to_json(gap))
    assert from_json(tuple[Gap, ...], to_json((gap,))) == ()


@dataclass(frozen=True)
class Older:
    name: str


@dataclass(frozen=True)
class Newer:
    name: str
    colour: str = "blue"
    days: tuple[date, ...] = field(default=())


def test_fields_added_later_take_their_defaults_and_old_ones_are_passed_over():
    assert from_json(Newer, to_json(Older("a"))) == Newer("a")
    assert from_json(Older, to_json(Newer("a", "red", (date(2026, 1, 1),)))) == Older("a")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (int, "1"),
        (int, True),
        (Money, {"$": "date", "is": "2026-01-01"}),
        (Older, []),
        (tuple[str, int], ["a"]),
        (Side, "nobody"),
        (Message, {"$": "surprise"}),
    ],
)
def test_json_of_another_shape_is_refused(kind, data):
    with pytest.raises(ValueError):  # noqa: PT011 - any sentence will do
        from_json(kind, data)


def test_moments_numbers_and_wholes():
    moment = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
    assert there_and_back(Any, moment) == moment
    assert there_and_back(float, 3) == 3.0
    assert there_and_back(Any, Decimal("1.50")) == Decimal("1.50")


def test_what_has_no_place_in_a_value_is_refused():
    with pytest.raises(TypeError):
        to_json({1, 2})
