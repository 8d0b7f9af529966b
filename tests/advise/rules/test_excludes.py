"""Two offers that do not go together are never chosen together, whichever of the two says so."""

from __future__ import annotations

import pytest

from advise.rules.choosing import best, offer, problem
from augenhoehe.advise.problem import Change


@pytest.mark.parametrize(
    "offers",
    [
        (offer("a", 100, excludes=(1,)), offer("b", 200)),
        (offer("a", 100), offer("b", 200, excludes=(0,))),
        (offer("a", 100, excludes=(1,)), offer("b", 200, excludes=(0,))),
    ],
    ids=["the first says so", "the second", "both"],
)
def test_the_better_of_the_two_is_chosen(offers: tuple) -> None:
    assert best(problem(*offers)) == ["a"]


def test_others_stay_untouched() -> None:
    assert best(problem(offer("a", 100, excludes=(1,)), offer("b", 200), offer("c", 300))) == ["a", "c"]


def test_exclusion_can_be_lifted() -> None:
    case = problem(offer("a", 100, excludes=(1,)), offer("b", 200))
    assert best(case, Change(lifted=frozenset({"excludes:a:b"}))) == ["a", "b"]
