"""A bundle saves only where every member is chosen."""

from __future__ import annotations

from advise.rules.choosing import best, offer, problem, value


def test_saving_counts_when_all_members_are_there() -> None:
    offers = (offer("a", 300), offer("b", 400))
    assert value(problem(*offers, bundles=(("ab", (0, 1), 150),))) == value(problem(*offers)) + 150


def test_saving_does_not_count_for_a_part() -> None:
    """b costs more than it is worth, even with the saving."""
    offers = (offer("a", 300), offer("b", 2000))
    case = problem(*offers, bundles=(("ab", (0, 1), 150),))
    assert (best(case), value(case)) == (["a"], 700)


def test_saving_can_carry_a_member_that_alone_is_too_dear() -> None:
    offers = (offer("a", 300), offer("b", 1100))
    assert best(problem(*offers)) == ["a"]
    assert best(problem(*offers, bundles=(("ab", (0, 1), 150),))) == ["a", "b"]
