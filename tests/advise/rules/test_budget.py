"""The budget holds for all of it together, rebates taken off."""

from __future__ import annotations

import pytest

from advise.rules.choosing import best, offer, problem
from augenhoehe.advise.problem import Change

OFFERS = (offer("a", 300), offer("b", 200), offer("c", 100))


@pytest.mark.parametrize(
    ("budget", "chosen"),
    [(None, ["a", "b", "c"]), (600, ["a", "b", "c"]), (300, ["b", "c"]), (99, []), (0, [])],
)
def test_budget_is_kept_to_the_cent(budget: int | None, chosen: list[str]) -> None:
    assert best(problem(*OFFERS, budget=budget)) == chosen


def test_one_cent_too_little_leaves_one_out() -> None:
    assert len(best(problem(*OFFERS, budget=599)) or ()) == 2


def test_saving_of_a_bundle_counts_towards_the_budget() -> None:
    case = problem(offer("a", 300), offer("b", 300), budget=500)
    saving = problem(offer("a", 300), offer("b", 300), budget=500, bundles=(("ab", (0, 1), 100),))
    assert (len(best(case) or ()), best(saving)) == (1, ["a", "b"])


def test_budget_can_be_lifted_to_see_what_it_costs() -> None:
    assert best(problem(*OFFERS, budget=100), Change(lifted=frozenset({"budget"}))) == ["a", "b", "c"]
