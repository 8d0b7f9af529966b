"""A person confirms, corrects or rejects."""

from __future__ import annotations

import pytest

from augenhoehe.journey.settle import Ruling, RulingKind, Settled, confirm_above, settle
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import Finding, Kind

TURN = Turn(1, "Wiegmann", Role.CUSTOMER, "Ich hätte gern das Modul, weil die Auswertung zwei Tage dauert.")


def finding(name: str, certainty: float = 0.8, kind: Kind = Kind.WISH) -> Finding:
    return Finding(name, kind, Evidence.locate("c", TURN, "das Modul"), certainty, Message.of("because"))


ONE, TWO, THREE = finding("f1"), finding("f2"), finding("f3")


def ruled(name: str, kind: RulingKind, instead: Finding | None = None) -> Ruling:
    return Ruling(name, kind, "Dörfler", instead)


def test_only_what_a_person_confirmed_is_confirmed() -> None:
    rulings = [ruled("f1", RulingKind.CONFIRMED), ruled("f3", RulingKind.REJECTED)]

    assert settle([ONE, TWO, THREE], rulings) == Settled((ONE,), (TWO,), (THREE,))


def test_the_last_ruling_on_a_finding_holds() -> None:
    rulings = [ruled("f1", RulingKind.REJECTED), ruled("f1", RulingKind.CONFIRMED)]

    assert settle([ONE], rulings) == Settled((ONE,), (), ())


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    goal = finding("f1", kind=Kind.GOAL)

    assert settle([ONE, TWO], [ruled("f1", RulingKind.CORRECTED, goal)]) == Settled((goal,), (TWO,), ())


def test_a_correction_stays_when_its_proposal_is_gone() -> None:
    goal = finding("f9", kind=Kind.GOAL)
    rulings = [ruled("f9", RulingKind.CORRECTED, goal), ruled("f8", RulingKind.CONFIRMED)]

    assert settle([ONE], rulings) == Settled((goal,), (ONE,), ())


def test_all_above_a_limit_leaves_rejected_ones_rejected() -> None:
    sure, at_limit, rejected = finding("f1", 0.95), finding("f2", 0.9), finding("f3", 0.99)

    made = confirm_above([sure, at_limit, rejected], [ruled("f3", RulingKind.REJECTED)], 0.9, "Dörfler")

    assert made == (ruled("f1", RulingKind.CONFIRMED),)


@pytest.mark.parametrize(
    ("kind", "by", "instead"),
    [
        (RulingKind.CORRECTED, "Dörfler", None),
        (RulingKind.CONFIRMED, "Dörfler", ONE),
        (RulingKind.CORRECTED, "Dörfler", TWO),
        (RulingKind.CONFIRMED, "", None),
    ],
)
def test_a_half_ruling_is_refused(kind: RulingKind, by: str, instead: Finding | None) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Ruling("f1", kind, by, instead)
