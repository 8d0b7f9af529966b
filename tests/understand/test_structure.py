"""Structure: what agrees with what, and the figures that follow."""

from __future__ import annotations

from augenhoehe.understand.scoring import Rate
from augenhoehe.understand.structure import Structure, Want, agreeing, score_structure


def test_half_of_the_fewer_turns_must_be_shared() -> None:
    assert agreeing([("a", (1, 2, 3))], [("b", (3,))]) == [(0, 0)]
    assert agreeing([("a", (1, 2, 3))], [("b", (3, 4))]) == [(0, 0)]
    assert agreeing([("a", (1, 2, 3))], [("b", (3, 4, 5))]) == []
    assert agreeing([("a", ())], [("b", ())]) == []


def test_each_agrees_once_and_words_decide_within_a_turn() -> None:
    noted = [("der Ofen", (4,)), ("die Kasse", (4,))]
    found = [("eine neue Kasse", (4,)), ("der große Ofen", (4,)), ("ein Regal", (4,))]
    assert agreeing(noted, found) == [(0, 1), (1, 0)]


def test_mirrors_and_reasons_are_judged_on_agreeing_wants_only() -> None:
    noted = Structure(
        (Want("Ofen", (1,), True, False), Want("Kasse", (9,), True, True)), (("Ruhe", (2,)),), (3, 5), (7,)
    )
    found = Structure((Want("Ofen", (1, 2), True, True),), (("Ruhe", (2,)), ("Geld", (8,))), (5, 6), ())
    result = score_structure([(noted, found)])
    assert dict(result.parts) == {
        "wants": Rate(2, 1, 1),
        "mirrored": Rate(1, 1, 1),
        "reason_unknown": Rate(1, 0, 0),
        "needs": Rate(1, 2, 1),
        "unanswered": Rate(2, 2, 1),
        "answered_without_asking": Rate(1, 0, 0),
    }
    assert dict(result.judged) == {"mirrored": (1, 1), "reason_known": (0, 1)}
    assert result.conversations == 1


def test_without_conversations_all_is_zero() -> None:
    result = score_structure([])
    assert set(result.parts.values()) == {Rate()}
