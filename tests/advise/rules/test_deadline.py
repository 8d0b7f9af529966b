"""What is not ready in time is not chosen."""

from __future__ import annotations

import pytest

from advise.rules.choosing import best, offer, problem
from augenhoehe.advise.problem import Change

OFFERS = (offer("now"), offer("soon", weeks=5), offer("late", weeks=6), offer("there", weeks=40, owned=True))


@pytest.mark.parametrize(
    ("weeks", "chosen"),
    [
        (None, ["now", "soon", "late", "there"]),
        (6, ["now", "soon", "late", "there"]),
        (5, ["now", "soon", "there"]),
        (4, ["now", "there"]),
        (0, ["now", "there"]),
    ],
)
def test_time_is_kept_to_the_week_and_what_is_owned_is_there(weeks: int | None, chosen: list[str]) -> None:
    assert best(problem(*OFFERS, weeks=weeks)) == chosen


def test_deadline_of_one_offer_can_be_lifted() -> None:
    lifted = Change(lifted=frozenset({"deadline:late"}))
    assert best(problem(*OFFERS, weeks=4), lifted) == ["now", "late", "there"]
