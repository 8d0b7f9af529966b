"""The contract of an engine: find the best selection of a problem, and a bound that nothing can exceed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from augenhoehe.advise.problem import NO_CHANGE, Change, Model


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a solve found. `value` is in cents (for the aim "price": the negative price); `bound` is what nothing
    exceeds.

    `proven` is true where bound and value are the same whole cent. Without `feasible` nothing is allowed at all.
    """

    feasible: bool
    chosen: tuple[int, ...] = ()
    value: int = 0
    bound: int = 0
    proven: bool = True


NOTHING_FITS = Outcome(False)


class Session(Protocol):
    """One problem held ready for many solves. The same calls in the same order give the same answers."""

    def solve(self, change: Change = NO_CHANGE) -> Outcome:
        """The best selection under a change, with its bound."""
        ...

    def settle(self, outcome: Outcome, change: Change = NO_CHANGE) -> tuple[Outcome, bool]:
        """Among all selections as good as `outcome`: the cheapest, then the fewest offers, then the nearest to the
        wish, then the first in catalogue order. The second value says whether there was more than one.
        """
        ...

    def bound(self, change: Change = NO_CHANGE) -> int | None:
        """A quick bound on the value under a change, without a solve; None where there is none."""
        ...


class Engine(Protocol):
    """One engine a file in `advise/engines/`; the only place that may import a solver library."""

    name: str

    def open(self, model: Model) -> Session:
        """Hold a problem ready."""
        ...
