"""The partner field: points, areas, and what is open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from augenhoehe.partner.intervals import Interval, exactly
from augenhoehe.partner.standing import Field, Period, Standing
from augenhoehe.speech.messages import Message
from augenhoehe.web.pages.partner.drawing import EDGE, LEAST_SIDE, SIZE, draw

PERIOD = Period(date(2026, 1, 1), date(2026, 12, 31))


def at(ours: Interval, theirs: Interval) -> Standing:
    return Standing(PERIOD, "EUR", ours, theirs, (Field.BOTH,), Message.of("partner.field.both"), (), ())


def exact(ours: int, theirs: int) -> Standing:
    return at(exactly(Decimal(ours)), exactly(Decimal(theirs)))


def test_both_gaining_stands_right_and_above() -> None:
    field = draw([("A", exact(50, 100)), ("B", exact(-50, -100))])

    assert field is not None
    both, neither = field.areas
    assert float(both.x) > SIZE / 2 > float(neither.x)
    assert float(both.y) < SIZE / 2 < float(neither.y)
    assert (both.exact, both.open, both.width) == (True, False, f"{LEAST_SIDE:.1f}")


def test_breaking_even_stands_in_the_middle() -> None:
    field = draw([("A", exact(0, 0))])

    assert field is not None
    (area,) = field.areas
    assert (float(area.x) + LEAST_SIDE / 2, float(area.y) + LEAST_SIDE / 2) == (SIZE / 2, SIZE / 2)


def test_an_unknown_end_reaches_to_the_edge() -> None:
    field = draw([("A", at(Interval(None, Decimal(100)), exactly(Decimal(50))))])

    assert field is not None
    (area,) = field.areas
    assert area.open
    assert float(area.y) + float(area.height) == SIZE - EDGE


def test_who_is_wholly_unknown_is_named_and_not_drawn() -> None:
    nothing = Interval(None, None)

    field = draw([("A", exact(1, 1)), ("B", at(nothing, nothing))])

    assert field is not None
    assert ([area.label for area in field.areas], field.unknown) == (["A"], ("B",))
    assert draw([("B", at(nothing, nothing))]) is None
