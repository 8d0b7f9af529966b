"""Stripping annotated conversations to what speech recognition would have written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.understand.annotated import Annotated
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Marked
from augenhoehe.understand.spoken import bare, bare_quote, stripped
from understand.talking import talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Na, was? „Zwei“ – 3,5 Prozent!", "na was zwei 3,5 prozent"),
        ("E-Mail bis 10.30, o.k.", "e-mail bis 10.30 ok"),
        ("…", ""),
    ],
)
def test_bare_text_has_no_punctuation_and_no_capitals(text: str, expected: str) -> None:
    assert bare(text)[0] == expected


@given(st.text())
def test_each_letter_comes_from_its_place(text: str) -> None:
    letters, places = bare(text)
    assert len(letters) == len(places)
    assert all(
        text[place].lower()[0] == letter or text[place].isspace() for letter, place in zip(letters, places, strict=True)
    )


def test_a_quote_keeps_its_words() -> None:
    assert bare_quote("Gut. Ich schicke's, ja? Danke.", "Ich schicke's, ja?") == "ich schicke's ja"
    assert bare_quote("Gut.", "steht da nicht") == ""
    assert bare_quote("Gut …", "…") == ""


def test_marks_and_dates_are_stripped_with_their_turns() -> None:
    """Der zweite Redebeitrag hat kein einziges Wort, seine Auszeichnung entfällt."""
    conversation = talk("de", "A: Das haben Sie bis Freitag, 10 Uhr!\nC: …")
    whole = Annotated(
        conversation,
        (
            Marked(1, Kind.PROMISE, "Das haben Sie bis Freitag, 10 Uhr!", (("due", "bis Freitag, 10 Uhr"),)),
            Marked(2, Kind.OBJECTION, "…"),
        ),
    )
    one = stripped(whole)
    assert [turn.text for turn in one.conversation.turns] == ["das haben sie bis freitag 10 uhr", "äh"]
    assert one.marked == (
        Marked(1, Kind.PROMISE, "das haben sie bis freitag 10 uhr", (("due", "bis freitag 10 uhr"),)),
    )
    assert one.raw
