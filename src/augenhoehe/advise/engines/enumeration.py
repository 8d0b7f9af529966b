"""Brute force over all selections of up to twenty offers: slow, simple, and with no line of code shared with the exact
engine.

It reads the case itself, never the rows that the rules make of it, and is therefore the oracle of the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from augenhoehe.advise.engine import NOTHING_FITS, Outcome
from augenhoehe.advise.problem import NO_CHANGE, Aim, Case, Change, Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

MOST = 20


class Enumeration:
    """Looks at every selection. Raises ValueError beyond twenty offers."""

    name = "enumeration"

    def open(self, model: Model) -> EnumerationSession:
        """Hold a problem ready."""
        if len(model.case.candidates) > MOST:
            raise ValueError(f"enumeration looks at most at {MOST} offers, not {len(model.case.candidates)}")
        return EnumerationSession(model.case)


class EnumerationSession:
    """All selections of a case as bits of the numbers from 0 to 2^n - 1."""

    def __init__(self, case: Case) -> None:
        import numpy as np  # noqa: PLC0415 - slow start: only engines need it

        self.np = np
        self.case = case
        self.masks: Numbers = np.arange(1 << len(case.candidates), dtype=np.int64)
        self.taken: list[Flags] = [(self.masks >> place) & 1 == 1 for place in range(len(case.candidates))]
        self.price = self._price()
        self.count: Numbers = sum((flag.astype(np.int64) for flag in self.taken), start=np.zeros_like(self.masks))

    def solve(self, change: Change = NO_CHANGE) -> Outcome:
        """The best selection: of equals the one that settling would choose."""
        outcome, _ = self._best(change)
        return outcome

    def settle(self, outcome: Outcome, change: Change = NO_CHANGE) -> tuple[Outcome, bool]:
        """The best selection by the tie rule, and whether several were as good."""
        return self._best(change)

    def bound(self, change: Change = NO_CHANGE) -> int | None:
        """The value itself."""
        outcome = self.solve(change)
        return outcome.value if outcome.feasible else None

    def _best(self, change: Change) -> tuple[Outcome, bool]:
        np = self.np
        allowed = self._allowed(change)
        if not allowed.any():
            return NOTHING_FITS, False
        goal = -self.price if change.aim is Aim.PRICE else self._value(change)
        top = int(goal[allowed].max())
        ties = np.flatnonzero(allowed & (goal == top))
        best = min((int(place) for place in ties), key=self._rank)
        chosen = tuple(place for place in range(len(self.case.candidates)) if best >> place & 1)
        return Outcome(True, chosen, top, top, True), len(ties) > 1

    def _rank(self, mask: int) -> tuple[int, int, int, tuple[int, ...]]:
        """The tie rule: price, number of offers, distance from the wish, catalogue order."""
        places = tuple(place for place in range(len(self.case.candidates)) if mask >> place & 1)
        off = sum((mask >> place & 1 == 1) != one.wished for place, one in enumerate(self.case.candidates))
        return int(self.price[mask]), len(places), off, places

    def _price(self) -> Numbers:
        np, case = self.np, self.case
        total: Numbers = np.zeros_like(self.masks)
        for place, one in enumerate(case.candidates):
            total += np.where(self.taken[place], one.price, 0)
        for _, members, saves in case.bundles:
            whole = np.ones_like(self.masks, dtype=bool)
            for member in members:
                whole &= self.taken[member]
            total -= np.where(whole, saves, 0)
        for _, members, steps in case.volumes:
            paid = [member for member in members if not case.candidates[member].owned]
            many = sum((self.taken[m].astype(np.int64) for m in paid), start=np.zeros_like(self.masks))
            best: Numbers = np.zeros_like(self.masks)
            for least, percent in steps:
                off = sum(
                    (np.where(self.taken[m], (case.candidates[m].price * percent + 5000) // 10000, 0) for m in paid),
                    start=np.zeros_like(self.masks),
                )
                best = np.where(many >= least, off, best)
            total -= best
        return total

    def _cover(self, at: int) -> Numbers:
        np = self.np
        cover: Numbers = np.zeros_like(self.masks)
        for place, one in enumerate(self.case.candidates):
            for demand, quality in one.serves:
                if demand == at:
                    own = np.where(self.taken[place], quality, 0)
                    cover = cover + own if self.case.demands[at].adds_up else np.maximum(cover, own)
        capped: Numbers = np.minimum(cover, 100)
        return capped

    def _value(self, change: Change) -> Numbers:
        np = self.np
        value: Numbers = np.negative(self.price)
        for place, one in enumerate(self.case.candidates):
            value = value - np.where(self.taken[place], one.effort, 0)
        for at, demand in enumerate(self.case.demands):
            worth = demand.worth if change.worth is None else change.worth[at]
            value = value + self._cover(at) // 25 * (worth // 4)
        return value

    def _allowed(self, change: Change) -> Flags:
        np, case, lifted = self.np, self.case, change.lifted
        fine: Flags = np.ones_like(self.masks, dtype=bool)
        names = [one.offer for one in case.candidates]
        weeks = case.weeks if change.weeks is None or case.weeks is None else change.weeks
        budget = case.budget if change.budget is None else change.budget
        for place, one in enumerate(case.candidates):
            taken = self.taken[place]
            if one.owned and f"owned:{one.offer}" not in lifted:
                fine &= taken
            for at, group in enumerate(one.requires):
                if f"requires:{one.offer}:{at}" not in lifted:
                    there = np.zeros_like(fine)
                    for other in group:
                        there |= self.taken[other]
                    fine &= ~taken | there
            for other in one.excludes:
                low, high = min(place, other), max(place, other)
                if f"excludes:{names[low]}:{names[high]}" not in lifted:
                    fine &= ~(taken & self.taken[other])
            if weeks is not None and one.weeks > weeks and not one.owned and f"deadline:{one.offer}" not in lifted:
                fine &= ~taken
        self._groups(fine, lifted)
        self._musts(fine, lifted)
        if budget is not None and "budget" not in lifted:
            fine &= self.price <= budget
        if case.hours is not None and "effort" not in lifted:
            hours = sum(
                (np.where(self.taken[p], one.hours, 0) for p, one in enumerate(case.candidates)),
                start=np.zeros_like(self.masks),
            )
            fine &= hours <= (case.hours if change.hours is None else change.hours)
        for place in change.force_in:
            fine &= self.taken[place]
        for place in change.force_out:
            fine &= ~self.taken[place]
        return fine

    def _groups(self, fine: Flags, lifted: frozenset[str]) -> None:
        np = self.np
        for group in {one.group for one in self.case.candidates if one.group}:
            if f"variants:{group}" not in lifted:
                many = np.zeros_like(self.masks)
                for place, one in enumerate(self.case.candidates):
                    if one.group == group:
                        many += self.taken[place]
                fine &= many <= 1

    def _musts(self, fine: Flags, lifted: frozenset[str]) -> None:
        for at, demand in enumerate(self.case.demands):
            if demand.must > 0 and f"musts:need:{demand.need}" not in lifted:
                fine &= self._cover(at) >= demand.must
        for place in self.case.must_take:
            if f"musts:take:{self.case.candidates[place].offer}" not in lifted:
                fine &= self.taken[place]
        for place in self.case.must_leave:
            if f"musts:leave:{self.case.candidates[place].offer}" not in lifted:
                fine &= ~self.taken[place]
