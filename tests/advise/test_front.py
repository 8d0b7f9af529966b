"""The front of price against cover: every corner is the most that its money buys."""

from __future__ import annotations

from hypothesis import given, settings

from advise.cases import board, cases, catalogue, need, wish
from augenhoehe.advise.engines.enumeration import Enumeration
from augenhoehe.advise.engines.highs import Highs
from augenhoehe.advise.front import steps
from augenhoehe.advise.problem import Case, figures
from augenhoehe.advise.recommending import recommend
from augenhoehe.advise.solving import model_of

STAIR = """currency = "EUR"
full_need = 1000
[[need]]
id = "n"
name = "Ruhe"
[[offer]]
id = "a"
title = "Alpha"
price = 100
serves = { n = 25 }
[[offer]]
id = "b"
title = "Beta"
price = 400
serves = { n = 50 }
[[offer]]
id = "c"
title = "Gamma"
price = 500
serves = { n = 100 }
[[offer]]
id = "d"
title = "Delta"
price = 600
serves = { n = 100 }
"""


def test_corners_that_no_worth_of_a_need_makes_the_best_are_found_too() -> None:
    """Beta is worse than the line from Alpha to Gamma, but with 450 € it is the most that can be had."""
    front = recommend(board([need("n")], [wish("Delta")]), catalogue(STAIR)).front
    rows = [(int(p.price.amount), p.coverage, p.corner, p.until and int(p.until.amount), p.settled) for p in front]

    assert rows == [
        (0, 0.0, True, 100, True),
        (100, 0.25, True, 400, True),
        (400, 0.5, True, 500, True),
        (500, 1.0, True, None, True),
        (600, 1.0, False, None, False),
    ]
    assert [(p.chosen, p.advised, p.wished) for p in front[3:]] == [(("c",), True, False), (("d",), False, True)]


@settings(max_examples=40, deadline=None)
@given(cases(6, 3))
def test_below_the_next_price_no_selection_covers_more(case: Case) -> None:
    model = model_of(case)
    stair = steps(Highs().open(model), case)
    oracle = Enumeration().open(model)

    for step in stair:
        assert step.settled
        gain = worth_of(case, step.chosen)
        beaten = [
            chosen
            for chosen in allowed_selections(case, oracle)
            if worth_of(case, chosen) > gain and (step.until is None or figures(case, chosen).price < step.until)
        ]
        assert [chosen for chosen in beaten if worth_of(case, chosen) - gain > 1] == []


def worth_of(case: Case, chosen: tuple[int, ...]) -> int:
    shown = figures(case, chosen)
    return shown.value + shown.price + shown.effort


def allowed_selections(case: Case, oracle: object) -> list[tuple[int, ...]]:
    from itertools import combinations

    from augenhoehe.advise.problem import Change

    places = range(len(case.candidates))
    every = [chosen for size in range(len(case.candidates) + 1) for chosen in combinations(places, size)]
    lifted = frozenset({"budget"})
    return [
        chosen
        for chosen in every
        if oracle.solve(  # type: ignore[attr-defined]
            Change(force_in=chosen, force_out=tuple(p for p in places if p not in chosen), lifted=lifted)
        ).feasible
    ]
