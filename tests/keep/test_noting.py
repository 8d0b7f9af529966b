"""One line typed by hand."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.keep.noting import note
from augenhoehe.keep.promises import Side
from augenhoehe.speech.errors import InputRefusedError

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("line", "side", "owner", "what", "words", "last"),
    [
        ("bis Freitag Angebot schicken", Side.OURS, "", "Angebot schicken", "bis Freitag", date(2026, 3, 6)),
        (
            "Angebot bis spätestens Freitag schicken",
            Side.OURS,
            "",
            "Angebot schicken",
            "bis spätestens Freitag",
            date(2026, 3, 6),
        ),
        ("Angebot schicken bis 15.3.", Side.OURS, "", "Angebot schicken", "bis 15.3.", date(2026, 3, 15)),
        (
            "Kunde: schickt die Messdaten am Montag",
            Side.THEIRS,
            "",
            "schickt die Messdaten",
            "am Montag",
            date(2026, 3, 9),
        ),
        ("Wiegmann: morgen Messdaten", Side.THEIRS, "Wiegmann", "Messdaten", "morgen", date(2026, 3, 5)),
        ("Dörfler: morgen Angebot", Side.OURS, "Dörfler", "Angebot", "morgen", date(2026, 3, 5)),
        ("ich: morgen Angebot", Side.OURS, "", "Angebot", "morgen", date(2026, 3, 5)),
        ("KW 23 Schulung vorbereiten", Side.OURS, "", "Schulung vorbereiten", "KW 23", date(2026, 6, 5)),
    ],
)
def test_a_line_becomes_a_promise(line: str, side: Side, owner: str, what: str, words: str, last: date) -> None:
    made = note(line, "p1", WEDNESDAY, "de", us=("Dörfler",))

    assert made.due is not None
    assert (made.side, made.owner, made.what, made.due.words, made.due.last) == (side, owner, what, words, last)
    assert made.made_on == WEDNESDAY


def test_a_line_without_a_date_has_none() -> None:
    made = note("Angebot nach den Ferien schicken", "p1", WEDNESDAY, "de")

    assert (made.what, made.due) == ("Angebot nach den Ferien schicken", None)


def test_english_lines_are_read() -> None:
    made = note("send the offer by Friday", "p1", WEDNESDAY, "en")

    assert made.due is not None
    assert (made.what, made.due.last) == ("send the offer", date(2026, 3, 6))


def test_a_hedged_line_is_soft() -> None:
    assert note("Angebot vielleicht bis Freitag", "p1", WEDNESDAY, "de").firm is False


@pytest.mark.parametrize(
    ("line", "key"), [("   ", "keep.note.empty"), ("x" * 301, "keep.note.long"), ("bis Freitag", "keep.note.no_deed")]
)
def test_a_useless_line_is_refused_with_a_reason(line: str, key: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        note(line, "p1", WEDNESDAY, "de")

    assert refused.value.message.key == key
