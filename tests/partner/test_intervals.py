"""Ranges with open ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.partner.intervals import UNKNOWN, Interval, exactly, together

AMOUNTS = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval and an amount inside it."""
    low, inside, high = sorted(draw(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS)))
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None]))), inside


def holds(interval: Interval, amount: Decimal) -> bool:
    return (interval.low is None or interval.low <= amount) and (interval.high is None or amount <= interval.high)


@given(intervals(), intervals())
def test_sums_and_differences_hold_every_possible_result(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    assert holds(one[0] + other[0], one[1] + other[1])
    assert holds(one[0] - other[0], one[1] - other[1])


def test_a_known_income_less_an_unknown_cost_has_a_top_and_no_bottom() -> None:
    assert exactly(Decimal(100)) - UNKNOWN == Interval(None, Decimal(100))


def test_nothing_together_is_exactly_nothing() -> None:
    assert together([]).exact == 0


def test_an_interval_cannot_end_below_its_start() -> None:
    with pytest.raises(ValueError, match="below"):
        Interval(Decimal(2), Decimal(1))
