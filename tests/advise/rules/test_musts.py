"""What must be, is: needs met, offers in or out, even where that is not worth it."""

from __future__ import annotations

import pytest

from advise.rules.choosing import best, offer, problem
from augenhoehe.advise.problem import Change, Demand

DEAR = (offer("a", 5000), offer("b", 100))


def test_offer_that_must_come_along_comes_along() -> None:
    assert best(problem(*DEAR)) == ["b"]
    assert best(problem(*DEAR, must_take=(0,))) == ["a", "b"]


def test_offer_that_must_not_stays_away() -> None:
    assert best(problem(*DEAR, must_leave=(1,))) == []


@pytest.mark.parametrize(("least", "chosen"), [(0, []), (50, ["half"]), (75, ["full"]), (100, ["full"])])
def test_need_is_met_to_what_it_must_be(least: int, chosen: list[str]) -> None:
    offers = (offer("half", 2000, serves=((0, 50),)), offer("full", 5000, serves=((0, 100),)))
    assert best(problem(*offers, demands=(Demand("n", 1000, must=least),))) == chosen


def test_offers_that_add_up_meet_a_need_together() -> None:
    offers = (offer("one", 2000, serves=((0, 50),)), offer("two", 2000, serves=((0, 50),)))
    assert best(problem(*offers, demands=(Demand("n", 1000, adds_up=True, must=75),))) == ["one", "two"]


def test_musts_that_contradict_allow_nothing_until_one_is_lifted() -> None:
    case = problem(*DEAR, must_take=(0,), must_leave=(0,))
    assert best(case) is None
    assert best(case, Change(lifted=frozenset({"musts:take:a"}))) == ["b"]
    assert best(case, Change(lifted=frozenset({"musts:leave:a"}))) == ["a", "b"]
