"""Tests of taking names out of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.store.cleaning import Names, without_evidence

PETRA = Names.of(["Petra Schulz"], ["p.schulz@example.org", ""])


@pytest.mark.parametrize(
    ("text", "afar", "close"),
    [
        ("Petra Schulz kommt", "•••••••••••• kommt", "•••••••••••• kommt"),
        ("PETRA  SCHULZ", "•••••••••••••", "•••••••••••••"),
        ("Petra\nSchulz' Idee", "••••••••••••• Idee", "••••••••••••• Idee"),
        ("Frau Schulz", "Frau Schulz", "Frau ••••••"),
        ("Schulzes Bericht, Petras Wort", "Schulzes Bericht, Petras Wort", "•••••••• Bericht, •••••• Wort"),
        ("an p.schulz@example.org!", "an ••••••••••••••••••••!", "an ••••••••••••••••••••!"),
        ("Schulzentrum, Umschulz, schulz", "Schulzentrum, Umschulz, schulz", "Schulzentrum, Umschulz, schulz"),
        ("nichts", "nichts", "nichts"),
    ],
)
def test_names_are_masked_sign_by_sign(text, afar, close):
    assert (PETRA.clean(text, close=False), PETRA.clean(text, close=True)) == (afar, close)


def test_titles_and_small_words_are_no_names():
    names = Names.of(["Dr. Ina von Au"])
    assert names.clean("Herr Dr. Au von nebenan und Ina", close=True) == "Herr Dr. Au von nebenan und •••"


def test_nothing_to_look_for_changes_nothing():
    assert Names.of(["", " "], [""]).clean("Petra", close=True) == "Petra"


def test_codes_and_names_of_fields_stay():
    stored = {"$": "message", "key": "Petra Schulz", "values": {"who": ["Petra Schulz", 3, None, True]}}
    assert PETRA.clean_json(stored, close=False) == {
        "$": "message",
        "key": "Petra Schulz",
        "values": {"who": ["••••••••••••", 3, None, True]},
    }


def test_evidence_of_erased_turns_goes():
    gone, kept = {"$": "evidence", "at": ["c", 1, 0, 3]}, {"$": "evidence", "at": ["c", 2, 0, 3]}
    assert without_evidence({"a": [gone, kept], "b": gone, "c": {"d": gone}}, {("c", 1)}) == {
        "a": [kept],
        "b": None,
        "c": {"d": None},
    }


@given(st.text(), st.text(min_size=1, max_size=12))
def test_the_length_never_changes(text, name):
    cleaned = Names.of([name]).clean(text, close=True)
    assert len(cleaned) == len(text)
