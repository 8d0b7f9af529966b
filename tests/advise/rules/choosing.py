"""Small problems: every offer is worth taking, so that what is left out is left out by the rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from augenhoehe.advise.problem import NO_CHANGE, Candidate, Case, Change, Demand
from augenhoehe.advise.solving import engine_or_exact, model_of


def offer(name: str, price: int = 100, **more: Any) -> Candidate:
    """An offer that serves the need of its own name in full; it stands at the same place as that need."""
    return Candidate(name, price, **more)


def problem(*candidates: Candidate, worth: int = 1000, **more: Any) -> Case:
    """A case in which each offer fully serves one need worth `worth` cents, unless it says what it serves."""
    demands = tuple(Demand(one.offer, worth) for one in candidates)
    served = tuple(
        one if one.serves else Candidate(**{**_fields(one), "serves": ((place, 100),)})
        for place, one in enumerate(candidates)
    )
    return Case(more.pop("demands", demands), served, **more)


def _fields(one: Candidate) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Candidate.__slots__}


def best(case: Case, change: Change = NO_CHANGE) -> Sequence[str] | None:
    """The offers of the best selection, None where nothing is allowed."""
    outcome = engine_or_exact().open(model_of(case)).solve(change)
    assert outcome.proven
    return [case.candidates[place].offer for place in outcome.chosen] if outcome.feasible else None


def value(case: Case) -> int:
    """What the best selection is worth, in cents."""
    return engine_or_exact().open(model_of(case)).solve().value
