"""An offer brings along what it needs, or stays away."""

from __future__ import annotations

from advise.rules.choosing import best, offer, problem
from augenhoehe.advise.problem import Change

NOTHING = ((0, 0),)


def test_what_is_required_comes_along_though_it_serves_nothing() -> None:
    assert best(problem(offer("base", 100, serves=NOTHING), offer("plus", 100, requires=((0,),)))) == ["base", "plus"]


def test_offer_stays_away_when_what_it_requires_is_too_dear() -> None:
    assert best(problem(offer("base", 5000, serves=NOTHING), offer("plus", 100, requires=((0,),)))) == []


def test_one_of_several_is_enough() -> None:
    offers = (
        offer("dear", 500, serves=NOTHING),
        offer("cheap", 50, serves=NOTHING),
        offer("plus", 100, requires=((0, 1),)),
    )
    assert best(problem(*offers)) == ["cheap", "plus"]


def test_each_group_needs_one() -> None:
    offers = (
        offer("a", 50, serves=NOTHING),
        offer("b", 60, serves=NOTHING),
        offer("plus", 100, requires=((0,), (1,))),
    )
    assert best(problem(*offers)) == ["a", "b", "plus"]


def test_requirement_can_be_lifted() -> None:
    case = problem(offer("base", 5000, serves=NOTHING), offer("plus", 100, requires=((0,),)))
    assert best(case, Change(lifted=frozenset({"requires:plus:0"}))) == ["plus"]
