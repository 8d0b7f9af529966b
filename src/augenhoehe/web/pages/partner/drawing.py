"""The partner field as a drawing: theirs across, ours upwards; an area where a gain is a range, open at the edge where
it is unknown. The template draws it, a table stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from augenhoehe.partner.intervals import Interval
from augenhoehe.partner.standing import Standing

SIZE, EDGE = 360, 24
LEAST_SIDE = 9.0
LETTER = 7.5
ABOVE = 16.0


@dataclass(frozen=True, slots=True)
class Area:
    """One standing in the field. Figures are texts, ready for the drawing. `open` where a side is unknown, `exact` a
    point."""

    label: str
    x: str
    y: str
    width: str
    height: str
    text_x: str
    text_y: str
    anchor: str
    open: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Field:
    """The whole drawing: a square with its zero lines in the middle."""

    areas: tuple[Area, ...]
    unknown: tuple[str, ...]
    size: int = SIZE
    middle: int = SIZE // 2
    edge: int = EDGE
    far: int = SIZE - EDGE
    inner: int = SIZE - 2 * EDGE
    top_label: int = EDGE - 10
    bottom_label: int = SIZE - EDGE + 18


def draw(standings: Sequence[tuple[str, Standing]]) -> Field | None:
    """The drawing of named standings in one currency; None where nothing at all is known of any of them.

    The scale reaches a little beyond the largest known gain or loss. Who has no known end on either axis is only named.
    """
    shown = [(label, one) for label, one in standings if _known(one.ours) or _known(one.theirs)]
    if not shown:
        return None
    ends = [
        abs(end)
        for _, one in shown
        for interval in (one.ours, one.theirs)
        for end in (interval.low, interval.high)
        if end is not None
    ]
    reach = max([*ends, Decimal(1)]) * Decimal("1.15")
    unknown = tuple(label for label, one in standings if not (_known(one.ours) or _known(one.theirs)))
    return Field(tuple(_area(label, one, reach) for label, one in shown), unknown)


def _known(interval: Interval) -> bool:
    return interval.low is not None or interval.high is not None


def _area(label: str, one: Standing, reach: Decimal) -> Area:
    left, right = _place(one.theirs.low, reach, EDGE), _place(one.theirs.high, reach, SIZE - EDGE)
    bottom, top = SIZE - _place(one.ours.low, reach, EDGE), SIZE - _place(one.ours.high, reach, SIZE - EDGE)
    left, width = _wide(left, right)
    top, height = _wide(top, bottom)
    ends = (one.ours.low, one.ours.high, one.theirs.low, one.theirs.high)
    room = SIZE - LETTER * len(label)
    below = top < EDGE + ABOVE
    return Area(
        label,
        _text(left),
        _text(top),
        _text(width),
        _text(height),
        _text(min(left + width, SIZE) if left > room else left),
        _text(top + height + ABOVE if below else top - 5),
        "end" if left > room else "start",
        open=None in ends,
        exact=one.ours.exact is not None and one.theirs.exact is not None,
    )


def _place(end: Decimal | None, reach: Decimal, unknown: float) -> float:
    if end is None:
        return float(unknown)
    return EDGE + (SIZE - 2 * EDGE) * float((end + reach) / (2 * reach))


def _wide(start: float, end: float) -> tuple[float, float]:
    """Start and length, wide enough to be seen."""
    if end - start >= LEAST_SIDE:
        return start, end - start
    return (start + end - LEAST_SIDE) / 2, LEAST_SIDE


def _text(figure: float) -> str:
    return f"{figure:.1f}"
