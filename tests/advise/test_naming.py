"""Amounts that bound a range are said with three digits and never leave the range."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.advise.naming import rounded_inside


@pytest.mark.parametrize(
    ("amount", "up", "within", "rounded"),
    [
        (808_600, True, None, 809_000),
        (1_237_400, False, None, 1_230_000),
        (1_237_400, False, 1_000_000, 1_230_000),
        # At three digits the assumed 12,345 would fall out of the range, so it is said more finely.
        (1_234_000, True, 1_234_500, 1_234_000),
        (1_234_567, False, 1_234_500, 1_234_500),
        (56_789, False, None, 56_700),
        (50, False, None, 50),
        (0, True, None, 0),
    ],
)
def test_end_of_a_range(amount: int, up: bool, within: int | None, rounded: int) -> None:
    assert rounded_inside(amount, up=up, within=within) == rounded


@given(st.integers(0, 10**9), st.booleans(), st.integers(0, 10**9))
def test_end_stays_inside_and_keeps_what_lies_inside(amount: int, up: bool, away: int) -> None:
    within = amount + away if up else max(amount - away, 0)
    rounded = rounded_inside(amount, up=up, within=within)
    assert (amount <= rounded <= within) if up else (within <= rounded <= amount)
