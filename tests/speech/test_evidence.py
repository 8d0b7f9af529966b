"""Evidence is cut from its turn: a quote that differs from its place cannot exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence

TURN = Turn(4, "Paul", Role.CUSTOMER, "Das dauert. Das dauert zwei Tage.")


def test_quote_is_what_stands_at_the_place() -> None:
    evidence = Evidence("x", TURN, 12, 33)
    assert (evidence.quote, evidence.speaker, evidence.role) == ("Das dauert zwei Tage.", "Paul", Role.CUSTOMER)


def test_locate_finds_the_first_place() -> None:
    assert Evidence.locate("x", TURN, "Das dauert") == Evidence("x", TURN, 0, 10)


@pytest.mark.parametrize("quote", ["das dauert", "drei Tage", "", "Das  dauert"])
def test_locate_refuses_words_that_do_not_stand_there(quote: str) -> None:
    with pytest.raises(ValueError, match="turn 4 does not contain"):
        Evidence.locate("x", TURN, quote)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, 34), (11, 12)])
def test_places_outside_the_turn_or_without_words_cannot_exist(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="turn 4"):
        Evidence("x", TURN, start, end)


@given(st.text(min_size=1, max_size=40), st.integers(-2, 42), st.integers(-2, 42))
def test_every_evidence_that_exists_quotes_its_turn(text: str, start: int, end: int) -> None:
    turn = Turn(1, "A", Role.OTHER, text)
    try:
        evidence = Evidence("x", turn, start, end)
    except ValueError:
        assert not (0 <= start < end <= len(text)) or not text[start:end].strip()
    else:
        assert evidence.quote == text[start:end] != ""
