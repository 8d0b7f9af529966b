"""How gains moved: columns over one scale, what is unknown, and when there is nothing to draw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from augenhoehe.keep.promises import Side
from augenhoehe.partner.intervals import Interval, exactly
from augenhoehe.partner.standing import Field, Period, Standing, rolling_years
from augenhoehe.speech.messages import Message
from augenhoehe.web.pages.partner.moving import LABEL, STRIP, draw

NOTHING = Interval(None, None)
PERIODS = rolling_years(date(2026, 6, 30), 3)


def at(period: Period, ours: Interval, theirs: Interval = NOTHING, field: Field = Field.BOTH) -> Standing:
    return Standing(period, "EUR", ours, theirs, (field,), Message.of("partner.field.both"), (), ())


def amount(number: int) -> Interval:
    return exactly(Decimal(number))


def test_a_gain_stands_on_the_zero_line_and_a_loss_hangs_from_it() -> None:
    drawn = draw([at(PERIODS[0], amount(100)), at(PERIODS[1], amount(-50))])

    assert drawn is not None
    ours, _ = drawn.strips
    gain, loss = ours.columns
    assert float(gain.y) + float(gain.height) == float(loss.y) == ours.zero
    assert float(gain.height) == round(2 * float(loss.height), 1)
    assert (gain.open, gain.unknown) == (False, False)


def test_an_open_end_reaches_to_the_edge_and_the_wholly_unknown_fills_the_strip() -> None:
    drawn = draw([at(PERIODS[0], Interval(None, Decimal(100))), at(PERIODS[1], amount(1))])

    assert drawn is not None
    ours, theirs = drawn.strips
    assert (ours.columns[0].open, ours.columns[0].unknown) == (True, False)
    assert float(ours.columns[0].y) + float(ours.columns[0].height) == LABEL + STRIP
    assert [(column.unknown, float(column.height)) for column in theirs.columns] == [(True, STRIP)] * 2
    assert [strip.side for strip in drawn.strips] == [Side.OURS, Side.THEIRS]


def test_what_lies_before_anything_was_known_is_left_out() -> None:
    drawn = draw([at(PERIODS[0], NOTHING), at(PERIODS[1], amount(1)), at(PERIODS[2], amount(2))])

    assert drawn is not None
    assert [one.period for one in drawn.standings] == list(PERIODS[1:])


def test_one_point_does_not_move() -> None:
    assert draw([at(PERIODS[0], NOTHING), at(PERIODS[1], amount(1))]) is None
    assert draw([]) is None


def test_it_says_whether_the_field_changed() -> None:
    same = draw([at(PERIODS[0], amount(1)), at(PERIODS[1], amount(2))])
    changed = draw([at(PERIODS[0], amount(1)), at(PERIODS[1], amount(-2), field=Field.ONLY_THEY)])

    assert same is not None
    assert changed is not None
    assert (same.same, changed.same) == (True, False)
