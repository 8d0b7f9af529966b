"""Of a group of variants at most one is taken."""

from __future__ import annotations

from advise.rules.choosing import best, offer, problem
from augenhoehe.advise.problem import Change

OFFERS = (offer("small", 100, group="g"), offer("large", 300, group="g"), offer("other", 200))


def test_the_best_of_a_group_is_taken() -> None:
    assert best(problem(*OFFERS)) == ["small", "other"]


def test_none_of_a_group_has_to_be_taken() -> None:
    assert best(problem(*OFFERS, worth=50)) == []


def test_group_of_one_is_no_rule() -> None:
    assert best(problem(offer("a", group="g"), offer("b"))) == ["a", "b"]


def test_group_can_be_lifted() -> None:
    assert best(problem(*OFFERS), Change(lifted=frozenset({"variants:g"}))) == ["small", "large", "other"]
