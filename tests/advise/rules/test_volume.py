"""From so many offers of a family on, each is a percentage cheaper."""

from __future__ import annotations

import pytest

from advise.rules.choosing import best, offer, problem, value

STEPS = ((2, 1000), (3, 2000))


@pytest.mark.parametrize(("count", "rebate"), [(1, 0), (2, 20), (3, 60), (4, 80)])
def test_step_that_is_reached_counts_for_every_member(count: int, rebate: int) -> None:
    """10 % from two offers on, 20 % from three on, 100 cents each."""
    offers = [offer(f"o{place}") for place in range(count)]
    plain, cheaper = problem(*offers), problem(*offers, volumes=(("v", tuple(range(count)), STEPS),))
    assert value(cheaper) - value(plain) == rebate


def test_owned_members_neither_count_nor_get_cheaper() -> None:
    offers = (offer("old", 0, owned=True), offer("new", 100))
    family = (("v", (0, 1), STEPS),)
    assert value(problem(*offers, volumes=family)) == value(problem(*offers))


def test_offer_is_taken_only_where_the_step_pays_for_it() -> None:
    """c costs 200 cents more than it brings; with it the rebate rises from 10 % of 1,600 to 20 % of 2,800, by 400."""
    offers = (offer("a", 800), offer("b", 800), offer("c", 1200))
    family = (("v", (0, 1, 2), STEPS),)
    assert best(problem(*offers)) == ["a", "b"]
    assert best(problem(*offers, volumes=family)) == ["a", "b", "c"]
