"""Price against cover: what more or less money buys, each point proven best for some worth of a full need."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from augenhoehe.advise.engine import Outcome, Session
from augenhoehe.advise.problem import Case, Change, figures
from augenhoehe.advise.solving import UnprovenError

MOST_POINTS = 9
MOST_STEPS = 12
MOST_STAIRS = 15
MOST_SOLVES = 24
EVERYTHING = 10**4


@dataclass(frozen=True, slots=True)
class Point:
    """A selection with its cost (price and effort, cents) and what its cover is worth (cents at the assumed worth)."""

    chosen: tuple[int, ...]
    cost: int
    gain: int


def point(case: Case, chosen: tuple[int, ...]) -> Point:
    """The figures of a selection."""
    shown = figures(case, chosen)
    cost = shown.price + shown.effort
    return Point(chosen, cost, shown.value + cost)


def scaled(case: Case, scale: Fraction) -> tuple[int, ...]:
    """The worths of the demands at another worth of a full need, as multiples of four cents."""
    return tuple(4 * round(demand.worth * scale / 4) for demand in case.demands)


def best_at(
    session: Session, case: Case, scale: Fraction, lifted: frozenset[str] = frozenset(), *, settled: bool = True
) -> Point | None:
    """The best selection at a scale, None where it is not proven. `settled` says whether ties matter."""
    change = Change(worth=scaled(case, scale), lifted=lifted)
    try:
        outcome = session.solve(change)
    except UnprovenError:
        return None
    if not outcome.feasible or not outcome.proven:
        return None
    return point(case, session.settle(outcome, change)[0].chosen if settled else outcome.chosen)


def supported(session: Session, case: Case, lifted: frozenset[str] = frozenset({"budget"})) -> tuple[Point, ...]:
    """The corner points of the front, cheapest first, by bisection between the cheapest and the one that covers most.

    At most nine; where there are more, the widest gaps are filled first. The budget does not count, so that one sees
    what lies beyond.
    """
    low, high = best_at(session, case, Fraction(0), lifted), best_at(session, case, Fraction(EVERYTHING), lifted)
    if low is None or high is None:
        return tuple(one for one in (low, high) if one is not None)
    points = [low] if low.chosen == high.chosen or low.gain == high.gain else [low, high]
    gaps = [(low, high)] if len(points) == 2 else []
    while gaps and len(points) < MOST_POINTS:
        gaps.sort(key=lambda gap: (gap[1].gain - gap[0].gain, -gap[0].cost))
        left, right = gaps.pop()
        scale = Fraction(right.cost - left.cost, right.gain - left.gain)
        between = best_at(session, case, scale, lifted, settled=False)
        if between is not None and left.gain < between.gain < right.gain and _above(left, between, right):
            between = best_at(session, case, scale, lifted) or between
            points.append(between)
            gaps += [(left, between), (between, right)]
    return tuple(sorted(points, key=lambda one: (one.cost, one.gain)))


def _above(left: Point, between: Point, right: Point) -> bool:
    """Whether a point lies above the line through its neighbours: some worth of a full need makes it the best."""
    return (between.gain - left.gain) * (right.cost - left.cost) > (between.cost - left.cost) * (right.gain - left.gain)


@dataclass(frozen=True, slots=True)
class Step:
    """A corner of price against cover. `until` is the price from which more is possible; where it is settled, nothing
    covers more for less, and without one nothing covers more at any price.
    """

    chosen: tuple[int, ...]
    price: int
    until: int | None
    settled: bool


def steps(session: Session, case: Case) -> tuple[Step, ...]:
    """The front as a stair: from which price on how much can be covered at most, cheapest first.

    The supported points come first; then, in the widest gaps, the most that can be covered below a price, until each
    gap is settled or the number of solves is spent. The budget does not count.
    """
    rows = _undominated(case, [one.chosen for one in supported(session, case)])
    settled: set[int] = set()
    for _ in range(MOST_SOLVES):
        gaps = [(left, right) for left, right in pairwise(rows) if left[0] not in settled]
        if not gaps or len(rows) >= MOST_STAIRS:
            break
        left, right = max(gaps, key=lambda gap: (gap[1][1] - gap[0][1], -gap[0][0]))
        below = _most_below(session, case, right[0])
        if below is None:
            break
        price, cover, _ = below
        if cover <= left[1]:
            settled.add(left[0])
        else:
            settled.add(price)
            rows = sorted([*rows, below])
    if not rows:
        return ()
    ends = [row[0] for row in rows[1:]]
    return tuple(
        Step(chosen, price, end, end is None or price in settled)
        for (price, _, chosen), end in zip(rows, [*ends, None], strict=True)
    )


Row = tuple[int, int, tuple[int, ...]]
"""Price, what the cover is worth, and the selection."""


def _row(case: Case, chosen: tuple[int, ...]) -> Row:
    shown = figures(case, chosen)
    return shown.price, shown.value + shown.price + shown.effort, chosen


def _undominated(case: Case, found: list[tuple[int, ...]]) -> list[Row]:
    """Those that nothing of the same price or less covers more than, cheapest first."""
    kept: list[Row] = []
    for row in sorted((_row(case, chosen) for chosen in found), key=lambda row: (row[0], -row[1])):
        if not kept or row[1] > kept[-1][1]:
            kept.append(row)
    return kept


def _most_below(session: Session, case: Case, price: int) -> Row | None:
    """The selection that covers most of those cheaper than this; None without a proof."""
    change = Change(worth=scaled(case, Fraction(EVERYTHING)), budget=price - 1)
    try:
        outcome = session.solve(change)
    except UnprovenError:
        return None
    if not outcome.feasible or not outcome.proven:
        return None
    return _row(case, session.settle(outcome, change)[0].chosen)


def standing(session: Session, case: Case, best: Outcome) -> tuple[Fraction | None, Fraction | None]:
    """Between which scales of the assumed worth the advice stays the best; None where it stays so without end."""
    here = point(case, best.chosen)
    return _edge(session, case, here, Fraction(0)), _edge(session, case, here, Fraction(EVERYTHING))


def _edge(session: Session, case: Case, here: Point, far: Fraction) -> Fraction | None:
    """The scale towards `far` at which another selection becomes better, approached from far by crossing lines.

    Compared by value, not by selection: a selection that is only as good does not end the range.
    """
    scale = far
    for _ in range(MOST_STEPS):
        other = best_at(session, case, scale, settled=False)
        if other is None or other.gain == here.gain:
            return None if scale == far else scale
        crossing = Fraction(other.cost - here.cost, other.gain - here.gain)
        worths = scaled(case, scale)
        if figures(case, other.chosen, worths).value <= figures(case, here.chosen, worths).value or crossing == scale:
            return None if scale == far else scale
        scale = crossing
    return scale
