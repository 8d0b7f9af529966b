"""Goals and problems meet the needs a catalogue names."""

from __future__ import annotations

import pytest

from augenhoehe.needs.matching import match
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.evidence import Evidence
from needs.talking import talk

BEARING = NamedNeed("lager", (("de", "Lagerschäden am Bandende erkennen"),), ("Lagerschaden", "hört"))
HAND = NamedNeed("hand", (("de", "Auswertung ohne Handarbeit"),), ("von Hand", "Copy and Paste", "Hüllkurven Freitag"))
OFFLINE = NamedNeed("offline", (("de", "Ohne Netz laufen"), ("en", "Run without a network")), ("hängen nicht am Netz",))
NAMED = (BEARING, HAND, OFFLINE)


def hits(quote: str, said: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    conversation = talk(f"K: {said or quote}")
    evidence = Evidence.locate("t", conversation.turns[0], quote)
    return [(hit.need, hit.words) for hit in match(evidence, NAMED)]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("da soll mir kein Lagerschaden mehr durchrutschen", [("lager", ("Lagerschaden",))]),
        ("Uns rutschen Lagerschäden durch", [("lager", ("Lagerschäden",))]),
        ("dann haben wir keinen mehr, der das hört", [("lager", ("hört",))]),
        ("jeden Freitag mach ich die Hüllkurven", [("hand", ("Hüllkurven", "Freitag"))]),
        ("die hängen nicht am Netz", [("offline", ("hängen", "Netz"))]),
        ("we have to copy and paste it all", [("hand", ("copy", "paste"))]),
    ],
)
def test_signs_match_inflected_and_compound_words(quote: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert hits(quote) == expected


@pytest.mark.parametrize("quote", ["Die Pumpe ist laut.", "am Freitag habe ich frei", "das Netz ist schnell"])
def test_half_a_sign_matches_nothing(quote: str) -> None:
    assert hits(quote) == []


def test_the_sentence_around_is_looked_at_when_the_quote_says_nothing() -> None:
    assert hits("das war teuer", "Zwei Lagerschäden gingen raus, das war teuer. Sonst alles gut.") == [
        ("lager", ("Lagerschäden",))
    ]


def test_the_evidence_grows_to_the_words_that_matched() -> None:
    conversation = talk("K: Hm. Zwei Lagerschäden gingen raus, das war teuer. Sonst alles gut.")
    evidence = Evidence.locate("t", conversation.turns[0], "das war teuer")

    assert match(evidence, NAMED)[0].evidence.quote == "Zwei Lagerschäden gingen raus, das war teuer."
