"""The exact engine: one linear program kept warm, a bound that needs no trust, reduced-cost fixing, and a small rest
for HiGHS.

1. The linear relaxation is solved from where the last solve left it.
2. For any row multipliers y, UB(y) = Σ max(y·lo, y·hi) + Σ max(rc·lb, rc·ub) with rc = c − Aᵀy bounds every
   selection. It is computed in
   numpy from the matrix itself, so a wrong multiplier loosens the bound but never falsifies it.
3. With a selection of value LB, a column whose change of side would push the bound below LB + 1 cent stays where it is.
4. What is left, mostly a few columns, goes to HiGHS's branch and bound. Values are whole cents: a bound below the
   next cent proves.

Values are recomputed exactly from the selection, never taken from the solver. No time limits (they would make results
depend on the machine): a limit on nodes instead, beyond which an outcome is not proven.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from augenhoehe.advise.engine import NOTHING_FITS, Outcome
from augenhoehe.advise.engines.greedy import allowed, closure
from augenhoehe.advise.problem import NO_CHANGE, Aim, Change, Model, figures, price_of, rebate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

MOST_NODES = 20_000
POOL = 24
EPSILON = 1e-6
CHUNK = 16
TINY = 1e-7


class Highs:
    """Linear program, fixing and a small branch and bound. `most_nodes` limits each branch and bound."""

    name = "highs"

    def __init__(self, most_nodes: int = MOST_NODES) -> None:
        self.most_nodes = most_nodes

    def open(self, model: Model) -> HighsSession:
        """Hold a problem ready."""
        return HighsSession(model, self.most_nodes)


class HighsSession:
    """A model as matrices, with its linear program warm and the selections seen so far."""

    def __init__(self, model: Model, most_nodes: int) -> None:
        import highspy  # noqa: PLC0415 - slow start: reading needs no solver
        import numpy as np  # noqa: PLC0415 - slow start
        from scipy import sparse  # noqa: PLC0415 - slow start

        self.np, self.highspy, self.sparse = np, highspy, sparse
        self.model, self.case, self.most_nodes = model, model.case, most_nodes
        columns, rows = model.columns, model.rows
        self.offers = np.array([model.offer(place) for place in range(len(self.case.candidates))], dtype=np.int64)
        self.lower = np.array([column.lower for column in columns], dtype=float)
        self.upper = np.array([column.upper for column in columns], dtype=float)
        self.whole = np.array([column.whole for column in columns], dtype=bool)
        entries = [(at, column, value) for at, row in enumerate(rows) for column, value in row.terms]
        at, column, value = (np.array(part) for part in zip(*entries, strict=True)) if entries else ([], [], [])
        self.matrix = sparse.csr_matrix((np.asarray(value, dtype=float), (at, column)), shape=(len(rows), len(columns)))
        self.transposed = self.matrix.T.tocsr()
        self.by_column = self.matrix.tocsc()
        self.row_lower = np.array([-np.inf if row.lower is None else row.lower for row in rows], dtype=float)
        self.row_upper = np.array([np.inf if row.upper is None else row.upper for row in rows], dtype=float)
        self.switches: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            self.switches.setdefault(row.switch, []).append(place)
        self.cost = np.zeros(len(columns))
        for place, amount in model.price.items():
            self.cost[place] += amount
        self.price_cost = self.cost.copy()
        for place, amount in model.effort.items():
            self.cost[place] += amount
        self.gain_at = np.array(list(model.gain), dtype=np.int64)
        self.gain_need = np.array([need for need, _ in model.gain.values()], dtype=np.int64)
        self.gain_quarters = np.array([quarters for _, quarters in model.gain.values()], dtype=float)
        levels = [
            (column, int(key[1]), int(key[2]))
            for key, column in model.places.items()
            if key[0] == "cover" and len(key) == 3
        ]
        self.level_columns = np.array([column for column, _, _ in levels], dtype=np.int64)
        self.level_needs = np.array([need for _, need, _ in levels], dtype=np.int64)
        self.levels = np.array([level for _, _, level in levels], dtype=np.int64)
        self.additive = [
            (column, int(key[1])) for key, column in model.places.items() if key[0] == "cover" and len(key) == 2
        ]
        self.pool: list[Vector] = []
        self.multipliers: Vector | None = None
        self.linear: Any = None

    # ---- what a change does to the arrays

    def _objective(self, change: Change) -> Vector:
        """What to maximise, in cents a column."""
        if change.aim is Aim.PRICE:
            return -self.price_cost
        worths = [demand.worth for demand in self.case.demands] if change.worth is None else list(change.worth)
        quarter = self.np.array([worth // 4 for worth in worths], dtype=float)
        goal = -self.cost
        if len(self.gain_at):
            goal[self.gain_at] += quarter[self.gain_need] * self.gain_quarters
        return goal

    def _bounds(self, change: Change) -> tuple[Vector, Vector, Vector, Vector]:
        """Column and row bounds under a change."""
        np = self.np
        lower, upper = self.lower.copy(), self.upper.copy()
        row_lower, row_upper = self.row_lower.copy(), self.row_upper.copy()
        lower[self.offers[list(change.force_in)]] = 1
        upper[self.offers[list(change.force_out)]] = 0
        if change.budget is not None:
            row_upper[self.switches["budget"]] = change.budget
        if change.hours is not None:
            for row in self.switches.get("effort", ()):
                row_upper[row] = change.hours
        if change.weeks is not None:
            for place, one in enumerate(self.case.candidates):
                for row in self.switches.get(f"deadline:{one.offer}", ()):
                    row_upper[row] = 0 if self.case.candidates[place].weeks > change.weeks else 1
        for switch in change.lifted:
            for row in self.switches.get(switch, ()):
                row_lower[row], row_upper[row] = -np.inf, np.inf
        return lower, upper, row_lower, row_upper

    # ---- the linear program

    def _relax(
        self, goal: Vector, lower: Vector, upper: Vector, row_lower: Vector, row_upper: Vector
    ) -> tuple[Vector, Vector] | None:
        """The relaxation's columns and row multipliers, None where nothing is allowed."""
        np = self.np
        if self.linear is None:
            self.linear = self._solver(self.by_column, -goal, lower, upper, row_lower, row_upper, None)
        else:
            every = np.arange(len(goal), dtype=np.int32)
            self.linear.changeColsCost(len(goal), every, -goal)
            self.linear.changeColsBounds(len(goal), every, lower, upper)
            rows = np.arange(len(row_lower), dtype=np.int32)
            if len(rows):
                self.linear.changeRowsBounds(len(rows), rows, row_lower, row_upper)
        self.linear.run()
        status = self.linear.getModelStatus()
        if status == self.highspy.HighsModelStatus.kInfeasible:
            return None
        if status != self.highspy.HighsModelStatus.kOptimal:
            self.linear.clearSolver()
            self.linear.run()
            if self.linear.getModelStatus() == self.highspy.HighsModelStatus.kInfeasible:
                return None
        solution = self.linear.getSolution()
        return np.array(solution.col_value), -np.array(solution.row_dual)

    def _solver(
        self,
        by_column: Any,
        cost: Vector,
        lower: Vector,
        upper: Vector,
        row_lower: Vector,
        row_upper: Vector,
        whole: Any,
    ) -> Any:
        """A HiGHS instance with a problem to minimise; `whole` marks the columns that must be whole, None for a linear
        program.
        """
        highspy, np = self.highspy, self.np
        solver = highspy._Highs()
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.5),
            ("mip_feasibility_tolerance", 1e-9),
            ("mip_max_nodes", self.most_nodes),
        ):
            solver.setOptionValue(option, value)
        problem = highspy.HighsLp()
        problem.num_col_, problem.num_row_ = len(cost), len(row_lower)
        problem.col_cost_, problem.col_lower_, problem.col_upper_ = cost, lower, upper
        problem.row_lower_, problem.row_upper_ = row_lower, row_upper
        problem.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        problem.a_matrix_.start_ = by_column.indptr.astype(np.int32)
        problem.a_matrix_.index_ = by_column.indices.astype(np.int32)
        problem.a_matrix_.value_ = by_column.data.astype(float)
        if whole is not None:
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            problem.integrality_ = [kinds[int(flag)] for flag in whole]
        solver.passModel(problem)
        return solver

    def _upper(
        self, goal: Vector, y: Vector, lower: Vector, upper: Vector, row_lower: Vector, row_upper: Vector
    ) -> tuple[float, Vector, Vector]:
        """The bound of these multipliers, the reduced costs, and what each column adds to the bound at its better
        side.
        """
        np = self.np
        y = np.where(np.isinf(row_upper), np.minimum(y, 0), y)
        y = np.where(np.isinf(row_lower), np.maximum(y, 0), y)
        reduced = goal - self.transposed @ y
        on_rows = np.maximum(
            np.where(y == 0, 0, y * np.where(np.isinf(row_lower), 0, row_lower))
            + np.where(np.isinf(row_lower) & (y != 0), -np.inf, 0),
            np.where(y == 0, 0, y * np.where(np.isinf(row_upper), 0, row_upper))
            + np.where(np.isinf(row_upper) & (y != 0), -np.inf, 0),
        )
        sides = np.maximum(reduced * lower, reduced * upper)
        return float(on_rows.sum() + sides.sum()), reduced, y

    # ---- selections

    def _vector(self, chosen: tuple[int, ...], change: Change) -> Vector:
        """All columns of a selection: cover, bundles and rebates as good as the offers allow."""
        np, case, places = self.np, self.case, self.model.places
        vector: Vector = np.zeros(len(self.lower))
        vector[self.offers[list(chosen)]] = 1
        cover = figures(case, chosen).cover
        taken = frozenset(chosen)
        if len(self.levels):
            vector[self.level_columns] = np.array(cover)[self.level_needs] >= self.levels
        for column, at in self.additive:
            vector[column] = cover[at] // 25
        for bundle, members, _ in case.bundles:
            vector[places["bundle", bundle]] = float(taken.issuperset(members))
        for family, members, steps in case.volumes:
            paid = [m for m in members if m in taken and not case.candidates[m].owned]
            for at, (least, _) in enumerate(steps):
                reached = len(paid) >= least
                vector[places["step", family, at]] = float(reached)
                for member in paid:
                    if reached and rebate(case.candidates[member].price, steps[at][1]) > 0:
                        vector[places["rebate", family, at, member]] = 1.0
        return vector

    def _remember(self, chosen: tuple[int, ...]) -> None:
        vector = self._vector(chosen, NO_CHANGE)
        if not any(self.np.array_equal(vector, other) for other in self.pool):
            self.pool.append(vector)
            del self.pool[: max(0, len(self.pool) - POOL)]

    def _from_pool(
        self, goal: Vector, lower: Vector, upper: Vector, row_lower: Vector, row_upper: Vector
    ) -> tuple[int, ...] | None:
        """The best selection seen so far that this change allows."""
        np = self.np
        best, best_value = None, -math.inf
        for vector in self.pool:
            if (vector < lower - EPSILON).any() or (vector > upper + EPSILON).any():
                continue
            activity = self.matrix @ vector
            if (activity < row_lower - EPSILON).any() or (activity > row_upper + EPSILON).any():
                continue
            value = float(goal @ vector)
            if value > best_value:
                best, best_value = vector, value
        return None if best is None else self._chosen(np.asarray(best))

    def _chosen(self, vector: Vector) -> tuple[int, ...]:
        return tuple(int(place) for place in self.np.flatnonzero(vector[self.offers] > 0.5))

    def _value(self, chosen: tuple[int, ...], change: Change) -> int:
        if change.aim is Aim.PRICE:
            return -price_of(self.case, chosen)
        return figures(self.case, chosen, change.worth).value

    # ---- solving

    def solve(self, change: Change = NO_CHANGE) -> Outcome:
        """The best selection under a change, proven, or with an honest bound where the node limit was reached."""
        goal = self._objective(change)
        bounds = self._bounds(change)
        if (bounds[0] > bounds[1]).any():
            return NOTHING_FITS
        relaxed = self._relax(goal, *bounds)
        if relaxed is None:
            return NOTHING_FITS
        vector, y = relaxed
        if change == NO_CHANGE:
            self.multipliers = y
            self._remember_start()
        top, reduced, y = self._upper(goal, y, *bounds)
        found = self._from_pool(goal, *bounds)
        if self._is_whole(vector):
            own = self._chosen(vector)
            if found is None or self._value(own, change) > self._value(found, change):
                found = own
        if found is None:
            found = self._dive(goal, vector, *bounds)
        if found is None:
            return self._search(goal, bounds, change, None, None, top)
        value = self._value(found, change)
        ceiling = math.floor(top + self._slack(top))
        if ceiling <= value:
            self._remember(found)
            return Outcome(True, found, value, value, True)
        fixed = self._fixed(reduced, top, value + 1, bounds[0], bounds[1])
        return self._search(goal, bounds, change, fixed, found, top)

    def _slack(self, amount: float) -> float:
        return EPSILON + abs(amount) * 1e-12

    def _is_whole(self, vector: Vector) -> bool:
        np = self.np
        part = vector[self.whole]
        return bool((np.abs(part - np.round(part)) < TINY).all())

    def _remember_start(self) -> None:
        """A selection to begin with: what must be there at least, with what that requires."""
        if not self.pool:
            start = closure(
                self.case, {p for p, one in enumerate(self.case.candidates) if one.owned} | set(self.case.must_take)
            )
            if start is not None and allowed(self.case, start):
                self._remember(tuple(sorted(start)))

    def _fixed(self, reduced: Vector, top: float, wanted: float, lower: Vector, upper: Vector) -> tuple[Vector, Vector]:
        """Column bounds narrowed to what a selection of at least `wanted` needs: the other side of a column costs too
        much.
        """
        np = self.np
        room = top - wanted + self._slack(top)
        new_lower, new_upper = lower.copy(), upper.copy()
        span = np.abs(reduced) * (upper - lower)
        firm = (span > room) & self.whole & (upper > lower)
        new_upper[firm & (reduced < 0)] = lower[firm & (reduced < 0)]
        new_lower[firm & (reduced > 0)] = upper[firm & (reduced > 0)]
        return new_lower, new_upper

    def _dive(
        self, goal: Vector, vector: Vector, lower: Vector, upper: Vector, row_lower: Vector, row_upper: Vector
    ) -> tuple[int, ...] | None:
        """A selection near the relaxation: what is whole there stays, the rest is searched. None where that goes
        nowhere.
        """
        np = self.np
        near = np.round(vector)
        firm = self.whole & (np.abs(vector - near) < TINY)
        low, high = np.where(firm, near, lower), np.where(firm, near, upper)
        found, _, _ = self._branch(goal, low, high, row_lower, row_upper)
        return None if found is None else self._chosen(found)

    def _search(
        self,
        goal: Vector,
        bounds: tuple[Vector, Vector, Vector, Vector],
        change: Change,
        fixed: tuple[Vector, Vector] | None,
        found: tuple[int, ...] | None,
        top: float,
    ) -> Outcome:
        """Branch and bound on what is left. `found` is the selection to beat."""
        lower, upper, row_lower, row_upper = bounds
        low, high = fixed if fixed is not None else (lower, upper)
        vector, bound, finished = self._branch(goal, low, high, row_lower, row_upper)
        if vector is not None:
            own = self._chosen(vector)
            if found is None or self._value(own, change) > self._value(found, change):
                found = own
        if found is None:
            if finished:
                return NOTHING_FITS
            ceiling = math.floor(top + self._slack(top))
            return Outcome(False, (), 0, ceiling, False)
        self._remember(found)
        value = self._value(found, change)
        if finished:
            return Outcome(True, found, value, value, True)
        ceiling = max(value, math.floor(min(top, bound) + self._slack(top)))
        return Outcome(True, found, value, ceiling, ceiling == value)

    def _branch(
        self,
        goal: Vector,
        low: Vector,
        high: Vector,
        row_lower: Vector,
        row_upper: Vector,
        extra: tuple[tuple[Vector, float, float], ...] = (),
    ) -> tuple[Vector | None, float, bool]:
        """HiGHS on the columns that are free, with rows that can still bind. `extra` are further rows (terms, lower,
        upper).

        Gives the columns (None: nothing found), the bound and whether the search is finished.
        """
        np, sparse = self.np, self.sparse
        free = np.flatnonzero(high > low)
        set_at = np.where(high > low, 0.0, low)
        matrix = self.by_column
        if extra:
            matrix = sparse.vstack([self.matrix, sparse.csr_matrix(np.array([terms for terms, _, _ in extra]))]).tocsc()
            row_lower = np.concatenate([row_lower, [lo for _, lo, _ in extra]])
            row_upper = np.concatenate([row_upper, [up for _, _, up in extra]])
        base = matrix @ set_at
        lower, upper = row_lower - base, row_upper - base
        part = matrix[:, free]
        least = part.minimum(0) @ high[free] + part.maximum(0) @ low[free]
        most = part.maximum(0) @ high[free] + part.minimum(0) @ low[free]
        if (least > upper + EPSILON).any() or (most < lower - EPSILON).any():
            return None, -math.inf, True
        binding = np.flatnonzero((least < lower) | (most > upper))
        start = float(goal @ set_at)
        if not len(free):
            return set_at, start, True
        rows = part.tocsr()[binding].tocsc()
        solver = self._solver(
            rows, -goal[free], low[free], high[free], lower[binding], upper[binding], self.whole[free]
        )
        solver.run()
        status, kinds = solver.getModelStatus(), self.highspy.HighsModelStatus
        if status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible):
            return None, -math.inf, True
        information = solver.getInfo()
        vector: Vector | None = None
        if information.primal_solution_status == 2:
            vector = set_at.copy()
            vector[free] = np.array(solver.getSolution().col_value)
        bound = start - float(information.mip_dual_bound)
        return vector, bound, status == kinds.kOptimal

    # ---- bounds and ties

    def bound(self, change: Change = NO_CHANGE) -> int | None:
        """The bound that the multipliers of the unchanged problem give under a change: one product, no solve."""
        if self.multipliers is None:
            return None
        bounds = self._bounds(change)
        top, _, _ = self._upper(self._objective(change), self.multipliers, *bounds)
        return math.floor(top + self._slack(top))

    def settle(self, outcome: Outcome, change: Change = NO_CHANGE) -> tuple[Outcome, bool]:
        """The best by the tie rule among all selections of the outcome's value, and whether there are several."""
        if not outcome.feasible or not outcome.proven:
            return outcome, False
        np = self.np
        goal, bounds = self._objective(change), self._bounds(change)
        relaxed = self._relax(goal, *bounds)
        if relaxed is None:
            return outcome, False
        top, reduced, _ = self._upper(goal, relaxed[1], *bounds)
        low, high = self._fixed(reduced, top, outcome.value, bounds[0], bounds[1])
        open_offers = [place for place in range(len(self.offers)) if high[self.offers[place]] > low[self.offers[place]]]
        keep = (goal, outcome.value - 0.25, np.inf)
        if not open_offers or not self._another(outcome.chosen, open_offers, low, high, bounds, keep):
            return outcome, False
        chosen = self._first_of_ties(outcome.chosen, open_offers, low, high, bounds, keep)
        self._remember(chosen)
        return Outcome(True, chosen, outcome.value, outcome.bound, True), True

    def _another(
        self, chosen: tuple[int, ...], open_offers: list[int], low: Vector, high: Vector, bounds: Any, keep: Any
    ) -> bool:
        """Whether a different selection is as good."""
        terms = self.np.zeros(len(low))
        taken = [place for place in open_offers if place in chosen]
        terms[self.offers[open_offers]] = 1
        terms[self.offers[taken]] = -1
        other = (terms, 1.0 - len(taken), self.np.inf)
        found, _, _ = self._branch(self.np.zeros(len(low)), low, high, bounds[2], bounds[3], (keep, other))
        return found is not None

    def _first_of_ties(
        self, chosen: tuple[int, ...], open_offers: list[int], low: Vector, high: Vector, bounds: Any, keep: Any
    ) -> tuple[int, ...]:
        """Price first, then how many, then how far from the wish, then catalogue order; each stage binds the next."""
        np = self.np
        counts, wishes = np.zeros(len(low)), np.zeros(len(low))
        counts[self.offers] = -1.0
        for place, one in enumerate(self.case.candidates):
            wishes[self.offers[place]] = 1.0 if one.wished else -1.0
        kept = [keep]
        for aim in (-self.price_cost, counts, wishes):
            found, _, _ = self._branch(aim, low, high, bounds[2], bounds[3], tuple(kept))
            if found is None:
                return chosen
            chosen = self._chosen(found)
            vector = self._vector(chosen, NO_CHANGE)
            kept.append((aim, float(aim @ vector) - 0.25, np.inf))
        low, high = low.copy(), high.copy()
        for start in range(0, len(open_offers), CHUNK):
            chunk = open_offers[start : start + CHUNK]
            order = np.zeros(len(low))
            for rank, place in enumerate(chunk):
                order[self.offers[place]] = float(1 << (len(chunk) - 1 - rank))
            found, _, _ = self._branch(order, low, high, bounds[2], bounds[3], tuple(kept))
            if found is None:
                return chosen
            chosen = self._chosen(found)
            taken = set(chosen)
            for place in chunk:
                low[self.offers[place]] = high[self.offers[place]] = float(place in taken)
        return chosen
