"""Words are cut with their places, and spoken forms are written out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.understand.words import speller, vocabulary


def test_spoken_forms_are_written_out_and_keep_their_place() -> None:
    """Hab ich's Ihnen ned gsagt?"""
    text = "Hab ich's Ihnen ned gsagt?"
    words = speller("de").words(text)
    assert words.texts == ("habe", "ich", "es", "ihnen", "nicht", "gesagt")
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == [
        "Hab", "ich's", "ich's", "Ihnen", "ned", "gsagt",
    ]  # fmt: skip


def test_english_contractions_become_words() -> None:
    """I won't, they'd, it's"""
    assert speller("en").words("I won't, they'd, it’s").texts == ("i", "will", "not", "they", "would", "it", "is")


def test_numbers_are_known_in_digits_and_letters() -> None:
    """15.000, fünfundvierzig, achtfünf, twenty-six"""
    german, english = vocabulary("de"), vocabulary("en")
    assert all(german.is_number(word) for word in ("15.000", "fünfundvierzig", "achtfünf", "1,20"))
    assert all(english.is_number(word) for word in ("26", "twenty-six", "thousand"))
    assert not german.is_number("einmal")


@given(st.text(max_size=200), st.sampled_from(["de", "en"]))
def test_places_give_back_the_text(text: str, language: str) -> None:
    words = speller(language).words(text)
    assert all(text[start:end].strip() for start, end in zip(words.starts, words.ends, strict=True))
    assert list(words.starts) == sorted(words.starts)
