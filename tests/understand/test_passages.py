"""Passages: sentences of written text, clauses of raw speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.understand.passages import passages
from augenhoehe.understand.words import speller, vocabulary


def cut(text: str, language: str = "de") -> list[str]:
    words = speller(language).words(text)
    return [
        text[words.starts[part.first] : words.ends[part.last - 1]]
        for part in passages(text, words, vocabulary(language))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja. Das geht. Wann?", ["Ja", "Das geht", "Wann"]),
        ("Am 3. Mai kommt Dr. Meier, z.B. um 9 Uhr.", ["Am 3. Mai kommt Dr. Meier, z.B. um 9 Uhr"]),
        ("brauche 24 tische bis 1.9., geht das?", ["brauche 24 tische bis 1.9., geht das"]),
        ("Hallo Herr L.,\n\nzwei Dinge.\nViele Grüße", ["Hallo Herr L", "zwei Dinge", "Viele Grüße"]),
        ("Ich mach's kurz: Was kostet das?", ["Ich mach's kurz", "Was kostet das"]),
        ("Das wär, ja … okay.", ["Das wär, ja … okay"]),
        ("", []),
        ("…", []),
    ],
)
def test_written_text_is_cut_at_its_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_raw_speech_is_cut_where_clauses_open() -> None:
    """A run of words without punctuation falls into clauses and a question."""
    text = (
        "angenommen sie gehen zu dem anbieter was würde ihnen denn da fehlen und wer macht dann die abrechnung für sie"
    )
    assert cut(text) == [
        "angenommen sie gehen zu dem anbieter",
        "was würde ihnen denn da fehlen",
        "und wer macht dann die abrechnung für sie",
    ]


@given(st.text(max_size=400), st.sampled_from(["de", "en"]))
def test_passages_cover_all_words_once(text: str, language: str) -> None:
    words = speller(language).words(text)
    parts = passages(text, words, vocabulary(language))
    assert [place for part in parts for place in range(part.first, part.last)] == list(range(len(words)))
