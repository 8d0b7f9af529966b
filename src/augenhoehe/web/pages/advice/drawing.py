"""The front of price against cover as a drawing: places and labels for the template, so that page and print show the
same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.advise.advice import FrontPoint
from augenhoehe.speech.money import Money

WIDTH, HEIGHT = 560, 260
LEFT, RIGHT, TOP, BOTTOM = 44, 56, 18, 34


@dataclass(frozen=True, slots=True)
class Dot:
    """One selection in the drawing. `mark` is "advised", "wished" or "other"; `above` says on which side its label
    stands.
    """

    x: float
    y: float
    mark: str
    price: Money
    coverage: float
    above: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots, the line through those that nothing beats, and how far the axes reach."""

    dots: tuple[Dot, ...]
    line: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    bottom: int = HEIGHT - BOTTOM
    right: int = WIDTH - RIGHT
    top: int = TOP


def draw(front: Sequence[FrontPoint]) -> Drawing | None:
    """The drawing of a front, None where there are fewer than two points to compare."""
    if len(front) < 2:
        return None
    most = max(float(point.price.amount) for point in front) or 1.0
    dots = []
    for point in front:
        x = LEFT + (WIDTH - LEFT - RIGHT) * float(point.price.amount) / most
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * point.coverage
        mark = "advised" if point.advised else "wished" if point.wished else "other"
        dots.append(Dot(round(x, 1), round(y, 1), mark, point.price, point.coverage, y > TOP + 24))
    best, line = -1.0, []
    for dot in dots:
        if dot.coverage > best:
            line.append(f"{dot.x},{dot.y}")
            best = dot.coverage
    return Drawing(tuple(dots), " ".join(line))
