"""Conversations refuse nonsense at birth."""

from __future__ import annotations

import pytest

from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn

FIRST, SECOND = Turn(1, "Ines", Role.ADVISER, "Ja?"), Turn(2, "Paul", Role.CUSTOMER, "Nein.")


def conversation(*turns: Turn) -> Conversation:
    return Conversation("x", Language.GERMAN, Channel.PHONE, (Party("Ines"), Party("Paul")), turns)


def test_turn_is_found_by_its_id() -> None:
    assert conversation(FIRST, SECOND).turn(2) is SECOND


def test_unknown_turn_raises_its_id() -> None:
    with pytest.raises(KeyError, match="3"):
        conversation(FIRST, SECOND).turn(3)


def test_same_turn_id_twice_cannot_exist() -> None:
    with pytest.raises(ValueError, match="unique"):
        conversation(FIRST, FIRST)


@pytest.mark.parametrize(("start", "end"), [(-0.1, 2.0), (3.0, 2.9)])
def test_times_that_run_backwards_cannot_exist(start: float, end: float) -> None:
    with pytest.raises(ValueError, match="turn 1"):
        Turn(1, "Ines", Role.ADVISER, "Ja?", start, end)


def test_missing_times_stay_missing() -> None:
    assert (FIRST.start, FIRST.end, Turn(1, "A", Role.OTHER, "x", end=3.0).end) == (None, None, 3.0)
