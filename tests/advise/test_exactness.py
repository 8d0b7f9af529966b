"""The exact engine against brute force, on random small problems with all rules."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from advise.cases import cases, changes
from augenhoehe.advise.engines.enumeration import Enumeration
from augenhoehe.advise.engines.greedy import greedy
from augenhoehe.advise.engines.highs import Highs
from augenhoehe.advise.problem import NO_CHANGE, Candidate, Case, Demand, figures
from augenhoehe.advise.solving import model_of

EXAMPLES = settings(max_examples=150, deadline=None, derandomize=True)


@EXAMPLES
@given(cases())
def test_the_best_is_the_best_and_ties_are_settled_by_the_rule(case: Case) -> None:
    exact, brute = Highs().open(model_of(case)), Enumeration().open(model_of(case))

    outcome = exact.solve()
    settled, tied = exact.settle(outcome)
    expected, ties = brute.settle(brute.solve())

    assert (outcome.feasible, outcome.value, outcome.bound, outcome.proven) == (
        expected.feasible,
        expected.value,
        expected.bound,
        True,
    )
    assert (settled.chosen, tied) == (expected.chosen, ties)


@EXAMPLES
@given(st.data())
def test_one_session_stays_exact_through_many_changes(data: st.DataObject) -> None:
    case = data.draw(cases())
    exact, brute = Highs().open(model_of(case)), Enumeration().open(model_of(case))
    exact.solve()
    for _ in range(3):
        change = data.draw(changes(case))
        outcome, expected = exact.solve(change), brute.solve(change)
        assert (outcome.feasible, outcome.value, outcome.proven) == (expected.feasible, expected.value, True)


@EXAMPLES
@given(st.data())
def test_the_quick_bound_never_lies_below_the_value(data: st.DataObject) -> None:
    case = data.draw(cases())
    exact, brute = Highs().open(model_of(case)), Enumeration().open(model_of(case))
    exact.solve()
    change = data.draw(changes(case))
    expected, bound = brute.solve(change), exact.bound(change)

    assert bound is None or not expected.feasible or bound >= expected.value


@EXAMPLES
@given(cases())
def test_greed_stays_within_the_rules_and_below_the_best(case: Case) -> None:
    brute = Enumeration().open(model_of(case))
    best = brute.solve()
    for chosen in greedy(case):
        assert best.feasible
        assert figures(case, chosen).value <= best.value


def test_the_same_problem_gives_the_same_answer_twice() -> None:
    case = _hard_case()
    outcomes = [Highs().open(model_of(case)).solve(NO_CHANGE) for _ in range(2)]

    assert outcomes[0] == outcomes[1]


def test_beyond_the_node_limit_nothing_is_claimed() -> None:
    case = _hard_case()
    full = Highs().open(model_of(case)).solve()
    cut = Highs(most_nodes=0).open(model_of(case)).solve()

    assert full.proven
    assert not cut.proven
    assert cut.bound >= full.value >= cut.value


def _hard_case() -> Case:
    """Many alike offers under a tight budget: the relaxation is far from whole."""
    demands = tuple(Demand(f"n{at}", 4 * (1000 + 37 * at)) for at in range(12))
    candidates = tuple(
        Candidate(
            f"o{p}", 700 + 31 * (p * 7 % 11), serves=tuple((at, 25 * (1 + (p + at) % 4)) for at in range(p % 3, 12, 3))
        )
        for p in range(24)
    )
    return Case(demands, candidates, budget=2950)
