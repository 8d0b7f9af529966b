"""Later looks of all cases, one line a case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from augenhoehe.journey.record import Check, Use
from augenhoehe.store import advices
from augenhoehe.store.looking import Asking, Looks, looks
from conftest import Cast
from store import making
from store.making import TODAY

pytestmark = pytest.mark.django_db


def planned(cast: Cast, case: str, *looks: tuple[int, str]) -> tuple[str, ...]:
    return advices.plan_checks(cast.alice, case, [Check(TODAY + timedelta(days), offer) for days, offer in looks])


def asking(case: str, days: int, number: int, only: str = "") -> Asking:
    return Asking(case, "Berichte", "Muster GmbH", TODAY + timedelta(days), number, only)


def test_a_case_is_one_line_now_and_one_for_later(cast: Cast) -> None:
    case = making.add(cast.alice).case_id
    planned(cast, case, (-9, "a"), (-3, "b"), (5, "a"), (5, "b"), (60, "a"))

    assert looks(cast.alice, TODAY) == Looks((asking(case, -9, 2),), (asking(case, 5, 2),))


def test_a_single_look_names_itself_and_of_several_missed_the_latest(cast: Cast) -> None:
    case = making.add(cast.alice).case_id
    _, latest = planned(cast, case, (-60, "a"), (-3, "a"))

    assert looks(cast.alice, TODAY).due == (asking(case, -3, 1, latest),)


def test_an_answer_settles_the_looks_missed_before_it(cast: Cast) -> None:
    """The look after 30 days was missed, the one after 90 days was answered: nothing is due any more."""
    case = making.add(cast.alice).case_id
    _, second = planned(cast, case, (-60, "a"), (-3, "a"))
    advices.answer_check(cast.alice, second, use=Use.IN_USE, words="", asked_on=TODAY)

    assert looks(cast.alice, TODAY) == Looks((), ())


def test_the_case_that_waits_longest_stands_first_and_charlie_sees_none(cast: Cast) -> None:
    first, second = (making.add(cast.alice, f"Alice Adler: Gespräch {place}.").case_id for place in (1, 2))
    planned(cast, first, (-1, "a"))
    planned(cast, second, (-5, "a"))

    assert [one.case_id for one in looks(cast.bob, TODAY).due] == [second, first]
    assert looks(cast.charlie, TODAY) == Looks((), ())


@pytest.mark.parametrize("number", [1, 3])
def test_it_is_one_query_however_many(cast: Cast, number: int, django_assert_num_queries: object) -> None:
    for place in range(number):
        planned(cast, making.add(cast.alice, f"Alice Adler: Gespräch {place}.").case_id, (-1, "a"), (9, "a"))

    with django_assert_num_queries(1):  # type: ignore[operator]
        looks(cast.alice, TODAY)
