"""Leanings: traits tip the scale, and claim nothing alone."""

from __future__ import annotations

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.leaning import lean, traits
from augenhoehe.understand.talk import prepare
from understand.talking import found, talk


def test_traits_of_a_passage_are_read_off_words_and_place() -> None:
    """
    A: Das kostet 900 Euro.
    C: Mehr als 800 Euro dürfen es bei uns nicht sein.
    """
    prepared = prepare(talk("de", "A: Das kostet 900 Euro.\nC: Mehr als 800 Euro dürfen es bei uns nicht sein."))
    last = prepared.said[1].spots[0]
    assert {"number", "money", "negated", "bound", "me", "first", "after_offer"} <= traits(last)


def test_lean_sums_the_weights_of_a_kind() -> None:
    assert lean(Kind.CONSTRAINT, frozenset({"bound", "number"})) > lean(Kind.CONSTRAINT, frozenset({"bound"})) > 0
    assert lean(Kind.FLATTERY, frozenset({"good", "you"})) == 0.0


def test_long_passage_without_cue_is_no_finding() -> None:
    """Keine Wendung, nur Zahl, Grenze und Verneinung: Ohne Worte als Beleg wird nichts behauptet."""
    words = "C: Vor dem Tor stehen zwei Pfosten, dazwischen bleiben 2,80 bis zur Mauer und nach oben 3,10."
    assert found("de", words) == ()
