"""The pattern language: each sign, and what cannot be read."""

from __future__ import annotations

import pytest

from augenhoehe.understand.patterns import Matcher, PatternError, slots, spread
from augenhoehe.understand.words import speller, vocabulary


def hits(pattern: str, text: str, language: str = "de") -> list[str]:
    words = speller(language).words(text).texts
    matcher = Matcher([pattern], vocabulary(language))

    def edge(position: int, which: str) -> bool:
        return position == (0 if which == "^" else len(words))

    return [" ".join(words[first : last + 1]) for _, first, last in matcher.find(words, 0, len(words), edge)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("ich würde … weglassen", "das würde ich weglassen", []),
        ("ich würde … weglassen", "ich würde das große Modul weglassen", ["ich würde das große modul weglassen"]),
        ("ich würde … weglassen", "ich würde a b c d e f weglassen", []),
        ("ich würde …… weglassen", "ich würde x b c d e f weglassen", ["ich würde x b c d e f weglassen"]),
        ("ich|wir brauch*", "wir brauchen zwei", ["wir brauchen"]),
        ("*preis", "der Listenpreis gilt", ["listenpreis"]),
        ("*kosten*", "die Nebenkostenrechnung", ["nebenkostenrechnung"]),
        ("das ist [viel] zu teuer", "das ist zu teuer", ["das ist zu teuer"]),
        ("das ist [viel] zu teuer", "das ist viel zu teuer", ["das ist viel zu teuer"]),
        ("<number> prozent", "etwa zwölf Prozent weniger", ["zwölf prozent"]),
        ("^ wir suchen", "wir suchen wen", ["wir suchen"]),
        ("^ wir suchen", "heute wir suchen wen", []),
        ("weiß ich nicht $", "das weiß ich nicht", ["weiß ich nicht"]),
        ("weiß ich nicht $", "das weiß ich nicht genau", []),
        ("das geht nicht", "das geht ja mal ähm nicht", ["das geht ja mal ähm nicht"]),
        ("hab ich nicht", "hab ich nicht", ["habe ich nicht"]),
    ],
)
def test_pattern_finds_what_it_says(pattern: str, text: str, expected: list[str]) -> None:
    assert hits(pattern, text) == expected


def test_groups_spread_into_rows_of_words() -> None:
    """(könnt ihr|können sie) liefern"""
    assert spread("(könnt ihr|können sie) liefern") == ["könnt ihr liefern", "können sie liefern"]


@pytest.mark.parametrize("pattern", ["…", "a*b*c", "<nosuchclass>", "^ $", "(a"])
def test_unreadable_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        slots(pattern, vocabulary("de"))


def test_long_gaps_do_not_explode() -> None:
    """A text of ten thousand equal words and a pattern of gaps: the walk stays short."""
    words = ("ja",) * 10_000
    matcher = Matcher(["ja …… ja …… ja …… nein"], vocabulary("de"))
    assert matcher.find(words, 0, len(words), lambda _position, _which: False) == []
