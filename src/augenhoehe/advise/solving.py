"""Make the model of a case, choose an engine and solve, with the proof."""

from __future__ import annotations

from augenhoehe.advise.engine import Engine, Outcome, Session
from augenhoehe.advise.problem import NO_CHANGE, QUARTER, Case, Change, Model
from augenhoehe.advise.rules import RULES


def model_of(case: Case) -> Model:
    """The rows and columns of a case: offers, cover, then every rule in its order."""
    model = Model(case)
    for place, candidate in enumerate(case.candidates):
        column = model.column(("offer", place))
        model.price[column] = candidate.price
        model.effort[column] = candidate.effort
    _cover(case, model)
    for rule in RULES:
        rule.add(case, model)
    return model


def _cover(case: Case, model: Model) -> None:
    """u of a need at a level ≤ Σ x of the offers that reach it; each level worth the quarters above the one below.

    The columns need not be whole: their worth pulls them up to what the offers allow, which is whole.
    """
    served: list[dict[int, list[int]]] = [{} for _ in case.demands]
    for place, candidate in enumerate(case.candidates):
        for demand, quality in candidate.serves:
            served[demand].setdefault(quality, []).append(place)
    for at, wanted in enumerate(case.demands):
        if wanted.adds_up:
            column = model.column(("cover", at), upper=100 // QUARTER, whole=False)
            model.gain[column] = (at, 1)
            terms = {column: 1}
            for quality, places in served[at].items():
                for place in places:
                    terms[model.offer(place)] = -(quality // QUARTER)
            model.row("", terms, upper=0)
            continue
        below, above = 0, None
        for level in sorted(served[at]):
            column = model.column(("cover", at, level), whole=False)
            model.gain[column] = (at, (level - below) // QUARTER)
            reach = {
                model.offer(place): -1 for quality, places in served[at].items() if quality >= level for place in places
            }
            model.row("", {column: 1, **reach}, upper=0)
            if above is not None:
                model.row("", {column: 1, above: -1}, upper=0)
            below, above = level, column


def engine_or_exact(engine: Engine | None = None) -> Engine:
    """The given engine, or the exact one for everyday use."""
    if engine is not None:
        return engine
    from augenhoehe.advise.engines.highs import Highs  # noqa: PLC0415 - slow start: reading needs no solver

    return Highs()


class UnprovenError(Exception):
    """A search on the way to an explanation ended at its limit: what would rest on it cannot be said."""


class ProvingSession:
    """A session whose every answer is proven, or UnprovenError: explanations state only figures that are exact."""

    def __init__(self, inner: Session) -> None:
        self.inner = inner
        self.known: dict[Change, Outcome] = {}

    def solve(self, change: Change = NO_CHANGE) -> Outcome:
        """The best selection under a change. Raises UnprovenError."""
        if change not in self.known:
            outcome = self.inner.solve(change)
            if not outcome.proven:
                raise UnprovenError
            self.known[change] = outcome
        return self.known[change]

    def settle(self, outcome: Outcome, change: Change = NO_CHANGE) -> tuple[Outcome, bool]:
        """As the session it holds."""
        return self.inner.settle(outcome, change)

    def bound(self, change: Change = NO_CHANGE) -> int | None:
        """As the session it holds."""
        return self.inner.bound(change)


def gap(outcome: Outcome) -> float:
    """How far the bound lies above the value, as a share of the bound; 0 for a proof."""
    return 0.0 if outcome.proven else (outcome.bound - outcome.value) / max(abs(outcome.bound), 1)
