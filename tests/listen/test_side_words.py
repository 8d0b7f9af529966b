"""Words that sound like one side of the table."""

from __future__ import annotations

import pytest

from augenhoehe.listen.side_words import FILE, Lean, lean, learned, of_language
from augenhoehe.speech.conversation import Language

WEIGHTS = {"ihnen": 2.0, "ich ihnen": 2.0, "wir": -3.0, "der": -9.0}


def test_the_file_is_small_sorted_and_of_both_sides() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines[1:]]
    assert lines[0].startswith("# From ")
    assert FILE.stat().st_size < 60_000
    assert [row[:2] for row in rows] == sorted({row[:2] for row in rows})
    for weights in learned().values():
        assert min(weights.values()) < 0 < max(weights.values())


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Das schicke ich Ihnen morgen.", ("ich Ihnen morgen",)),
        ("Gern, ich Ihnen? Ja.", ("ich Ihnen",)),
        ("das schicke ich\nIhnen", ("schicke ich Ihnen",)),
        ("Ihnen", ()),
        ("Guten Tag.", ()),
    ],
)
def test_quotes_stand_as_they_were_said_within_one_clause(text: str, quotes: tuple[str, ...]) -> None:
    assert lean(text, WEIGHTS).adviser == quotes


def test_a_word_that_says_nothing_to_a_reader_weighs_but_is_not_quoted() -> None:
    found = lean("Der da und wir hier.", WEIGHTS)
    assert (found.points < 0, found.customer) == (True, ("und wir hier",))


def test_case_and_punctuation_play_no_part() -> None:
    assert lean("Schick ich Ihnen. Wir!", WEIGHTS).points == lean("schick ich ihnen wir", WEIGHTS).points


def test_no_words_lean_nowhere() -> None:
    assert lean("", WEIGHTS) == Lean(0.0, (), ())


def test_a_mixed_talk_is_weighed_with_both_languages() -> None:
    weights = {Language.GERMAN: {"was": 1.0, "wir": -1.0}, Language.ENGLISH: {"was": -0.5}}
    assert of_language(weights, Language.MIXED) == {"was": 0.5, "wir": -1.0}
    assert of_language(weights, Language.ENGLISH) == {"was": -0.5}
