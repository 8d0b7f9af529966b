"""How both sides' gains moved, as two strips of columns over one scale: a column is the twelve months to its end.

The template draws it, a table stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from augenhoehe.keep.promises import Side
from augenhoehe.partner.intervals import Interval
from augenhoehe.partner.standing import Standing

WIDTH, LEFT = 360, 18
STRIP, LABEL = 88, 24
COLUMN = 20.0
LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """One gain. Figures are texts, ready for the drawing. `open` where an end is unknown, `unknown` where both are."""

    x: str
    y: str
    width: str
    height: str
    open: bool
    unknown: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One side's columns with their zero line."""

    side: Side
    label_y: int
    zero: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """The whole drawing: standings oldest first, a strip for each side, and where the columns' labels stand."""

    standings: tuple[Standing, ...]
    strips: tuple[Strip, ...]
    labels: tuple[tuple[str, Standing], ...]
    width: int = WIDTH
    left: int = LEFT
    height: int = 2 * (STRIP + LABEL) + LABEL
    label_y: int = 2 * (STRIP + LABEL) + 14

    @property
    def same(self) -> bool:
        """Whether the first and the last standing allow the same fields."""
        return self.standings[0].fields == self.standings[-1].fields


def draw(standings: Sequence[Standing]) -> Movement | None:
    """The drawing of standings in one currency, oldest first; those before anything was known are left out.

    None where fewer than two know anything: one point does not move.
    """
    known = [place for place, one in enumerate(standings) if _ends(one)]
    if len(known) < 2:
        return None
    shown = tuple(standings[known[0] :])
    reach = max([*(abs(end) for one in shown for end in _ends(one)), Decimal(1)]) * Decimal("1.1")
    places = [LEFT + (WIDTH - LEFT) * (place + 0.5) / len(shown) for place in range(len(shown))]
    strips = tuple(
        _strip(side, number, [one.ours if side is Side.OURS else one.theirs for one in shown], places, reach)
        for number, side in enumerate(Side)
    )
    return Movement(shown, strips, tuple((_text(x), one) for x, one in zip(places, shown, strict=True)))


def _ends(one: Standing) -> list[Decimal]:
    ends = (one.ours.low, one.ours.high, one.theirs.low, one.theirs.high)
    return [end for end in ends if end is not None]


def _strip(side: Side, number: int, gains: Sequence[Interval], places: Sequence[float], reach: Decimal) -> Strip:
    top = number * (STRIP + LABEL) + LABEL
    return Strip(
        side,
        top - 8,
        top + STRIP // 2,
        tuple(_column(gain, x, top, reach) for gain, x in zip(gains, places, strict=True)),
    )


def _column(gain: Interval, x: float, top: int, reach: Decimal) -> Column:
    """A gain as a column: from zero where it is exact, else over its range."""
    low, high = gain.low, gain.high
    if gain.exact is not None:
        low, high = min(gain.exact, Decimal(0)), max(gain.exact, Decimal(0))
    start = _place(high, top, reach, top)
    end = _place(low, top, reach, top + STRIP)
    if end - start < LEAST:
        start, end = (start + end - LEAST) / 2, (start + end + LEAST) / 2
    unknown = gain.low is None and gain.high is None
    return Column(
        _text(x - COLUMN / 2), _text(start), _text(COLUMN), _text(end - start), None in (gain.low, gain.high), unknown
    )


def _place(end: Decimal | None, top: int, reach: Decimal, unknown: int) -> float:
    return float(unknown) if end is None else top + STRIP * float((reach - end) / (2 * reach))


def _text(figure: float) -> str:
    return f"{figure:.1f}"
