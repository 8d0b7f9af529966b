"""Two readers side by side."""

from __future__ import annotations

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.engines.agreeing import Agreement, compare
from augenhoehe.understand.findings import Finding, Kind
from understand.engines.talks import talk

TALK = talk("C Paul: Ich hätte gern das Modul. Die Auswertung dauert zwei Tage. Mehr als 900 ist nicht drin.")


def found(kind: Kind, quote: str, **attrs: str) -> Finding:
    evidence = Evidence.locate("talk", TALK.turns[0], quote)
    return Finding("f", kind, evidence, 0.5, Message.of("second.name"), attrs=tuple(attrs.items()))


WISH = found(Kind.WISH, "Ich hätte gern das Modul.")
SHORT_WISH = found(Kind.WISH, "gern das Modul")
PROBLEM = found(Kind.PROBLEM, "Die Auswertung dauert zwei Tage.")
LIMIT = found(Kind.CONSTRAINT, "Mehr als 900 ist nicht drin.", type="budget")


def test_same_kind_over_the_same_words_agrees_and_is_nothing_further() -> None:
    seen = compare([WISH, PROBLEM], [SHORT_WISH, LIMIT])
    assert seen.kinds == (
        Agreement(Kind.WISH, 1, 0, 0),
        Agreement(Kind.PROBLEM, 0, 1, 0),
        Agreement(Kind.CONSTRAINT, 0, 0, 1),
    )
    assert (seen.whole, seen.whole.share) == (Agreement(None, 1, 1, 1), 1 / 3)
    assert seen.further == (LIMIT,)


def test_two_that_found_nothing_have_no_share_rather_than_nought() -> None:
    seen = compare([], [])
    assert (seen.kinds, seen.whole.share, seen.further) == ((), None, ())


def test_reader_beside_itself_agrees_wholly() -> None:
    assert compare([WISH, PROBLEM, LIMIT], [WISH, PROBLEM, LIMIT]).whole.share == 1.0
