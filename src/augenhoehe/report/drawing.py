"""The front of price against cover as a drawing: places and labels, so that page and print show the same picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from augenhoehe.advise.advice import FrontPoint
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Voice

WIDTH, HEIGHT = 560, 270
LEFT, RIGHT, TOP, BOTTOM = 48, 40, 34, 46
NEAR = 40


@dataclass(frozen=True, slots=True)
class Dot:
    """One selection in the drawing. `marks` are "advised" and "wished" where they hold; `above` says on which side its
    label stands, `anchor` how it is set, `at` is its place on the front.
    """

    x: float
    y: float
    marks: tuple[str, ...]
    price: Money
    coverage: float
    above: bool
    anchor: str
    at: int
    corner: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots, the stair of the most that a price can buy, and how far the axes reach."""

    dots: tuple[Dot, ...]
    stair: str
    most: Money
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
    most = max(front, key=lambda point: point.price.amount).price
    span = float(most.amount) or 1.0
    dots: list[Dot] = []
    for at, point in enumerate(front):
        x = LEFT + (WIDTH - LEFT - RIGHT) * float(point.price.amount) / span
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * point.coverage
        marks = tuple(name for name, on in (("advised", point.advised), ("wished", point.wished)) if on)
        anchor = "start" if x < LEFT + NEAR else "end" if x > WIDTH - RIGHT - NEAR else "middle"
        # What the wish leaves uncovered lies below the stair, so that its label does too.
        above = "advised" in marks or not marks
        dots.append(Dot(round(x, 1), round(y, 1), marks, point.price, point.coverage, above, anchor, at, point.corner))
    return Drawing(tuple(dots), _stair([dot for dot in dots if dot.corner]), most)


def _stair(corners: Sequence[Dot]) -> str:
    """From corner to corner: as much as before until the price is reached, then up."""
    if not corners:
        return ""
    first, *rest = corners
    steps = "".join(f"H{dot.x:g}V{dot.y:g}" for dot in rest)
    return f"M{first.x:g} {first.y:g}{steps}H{WIDTH - RIGHT}"


def as_svg(drawing: Drawing, voice: Voice) -> str:
    """The drawing for a document: in the colour of its text, every label written out."""
    low, left = drawing.bottom, drawing.left

    def text(x: float, y: float, words: str, anchor: str = "start", weight: int = 400) -> str:
        return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-weight="{weight}">{escape(words)}</text>'

    parts = [
        f'<path d="M{left} {drawing.top}V{low}H{drawing.right}" fill="none" stroke="currentColor" stroke-width="0.7"/>',
        text(left, 14, voice.text("report.front.cover")),
        text(left - 6, drawing.top + 4, voice.percent(1), "end"),
        text(left - 6, low, voice.percent(0), "end"),
        text(left, low + 38, voice.text("report.front.price")),
        text(drawing.right, low + 38, voice.money(drawing.most), "end"),
        f'<path d="{drawing.stair}" fill="none" stroke="currentColor" stroke-width="0.7" stroke-dasharray="2 3"/>',
    ]
    for dot in drawing.dots:
        place = f'cx="{dot.x:g}" cy="{dot.y:g}"'
        if "advised" in dot.marks:
            parts.append(f'<circle {place} r="7" fill="currentColor"/>')
        elif "wished" in dot.marks:
            diamond = f"M{dot.x - 7:g} {dot.y:g}l7-7 7 7-7 7z"
            parts.append(f'<path d="{diamond}" fill="none" stroke="currentColor" stroke-width="2"/>')
        else:
            parts.append(f'<circle {place} r="4" fill="none" stroke="currentColor"/>')
        if dot.marks:
            words = " = ".join(voice.text(f"report.front.{mark}") for mark in dot.marks)
            parts.append(text(dot.x, dot.y + (-15 if dot.above else 26), words, dot.anchor, 600))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" '
        f'width="{drawing.width}" height="{drawing.height}" font-family="Source Sans 3" font-size="13" '
        f'fill="currentColor">{"".join(parts)}</svg>'
    )
