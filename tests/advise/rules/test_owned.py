"""What the customer owns is in every selection."""

from __future__ import annotations

from advise.rules.choosing import best, offer, problem


def test_owned_stays_though_it_serves_nothing() -> None:
    case = problem(offer("old", 0, owned=True, serves=((1, 25),)), offer("new"))
    assert best(case) == ["old", "new"]


def test_owned_brings_along_what_others_require() -> None:
    assert best(problem(offer("old", 0, owned=True), offer("new", requires=((0,),)))) == ["old", "new"]


def test_what_excludes_the_owned_is_left_out() -> None:
    assert best(problem(offer("old", 0, owned=True), offer("new", excludes=(0,)))) == ["old"]
