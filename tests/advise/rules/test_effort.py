"""The customer's own hours are a limit like money."""

from __future__ import annotations

import pytest

from advise.rules.choosing import best, offer, problem


@pytest.mark.parametrize(("hours", "count"), [(None, 3), (3000, 3), (2999, 2), (1000, 1), (999, 0)])
def test_hours_are_kept(hours: int | None, count: int) -> None:
    offers = (offer("a", hours=1000), offer("b", hours=1000), offer("c", hours=1000))
    assert len(best(problem(*offers, hours=hours)) or ()) == count


def test_offers_without_effort_are_free_of_it() -> None:
    assert best(problem(offer("a", hours=500), offer("b"), hours=0)) == ["b"]
