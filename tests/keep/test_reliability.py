"""How reliably a side keeps its word, honest about small numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.keep.reliability import interval, reliability

TODAY = date(2026, 3, 10)
FRIDAY = Due("bis Freitag", date(2026, 3, 6), date(2026, 3, 6))


def promise(
    state: PromiseState, due: Due | None = FRIDAY, settled_on: date | None = None, side: Side = Side.OURS
) -> Promise:
    return Promise("p", side, "", "Angebot", due, True, None, state, settled_on=settled_on)


def test_outcomes_are_counted_and_the_open_overdue_one_counts_as_late() -> None:
    result = reliability(
        [
            promise(PromiseState.KEPT, settled_on=date(2026, 3, 6)),
            promise(PromiseState.KEPT, due=None),
            promise(PromiseState.KEPT, settled_on=date(2026, 3, 7)),
            promise(PromiseState.KEPT, settled_on=None),
            promise(PromiseState.OPEN),
            promise(PromiseState.OPEN, Due("bis Jahresende", date(2026, 12, 31), date(2026, 12, 31))),
            promise(PromiseState.BROKEN),
            promise(PromiseState.WITHDRAWN),
            promise(PromiseState.KEPT, settled_on=date(2026, 3, 6), side=Side.THEIRS),
        ],
        Side.OURS,
        TODAY,
    )

    counts = (result.kept, result.late, result.broken, result.pending, result.untimed)
    assert counts == (2, 2, 1, 1, 1)
    assert result.share == 0.4


def test_nothing_known_is_unknown_and_not_zero() -> None:
    result = reliability([promise(PromiseState.OPEN, None)], Side.OURS, TODAY)

    assert (result.share, result.low, result.high) == (None, None, None)
    assert result.saying.key == "keep.reliability.unknown.ours"


def test_three_of_three_is_no_certainty() -> None:
    low, high = interval(3, 3)

    assert high == 1.0
    assert low == pytest.approx(0.5559, abs=0.0001)  # beta(3.5, 0.5) at 0.05


def test_the_interval_is_jeffreys() -> None:
    """Brown, Cai and DasGupta 2001, table 5: n = 7, x = 2, 95 %: 0.065 to 0.648."""
    low, high = interval(2, 7, 0.95)

    assert (round(low, 3), round(high, 3)) == (0.065, 0.648)


@pytest.mark.parametrize(("hits", "tries", "level"), [(1, 0, 0.9), (0, 0, 0.9), (3, 2, 0.9), (-1, 2, 0.9), (1, 2, 1.0)])
def test_no_interval_without_tries(hits: int, tries: int, level: float) -> None:
    with pytest.raises(ValueError, match="no share"):
        interval(hits, tries, level)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_mirrors(counts: tuple[int, int]) -> None:
    hits, tries = counts
    low, high = interval(hits, tries)
    mirrored_low, mirrored_high = interval(tries - hits, tries)

    assert low <= hits / tries <= high
    assert (low, high) == pytest.approx((1 - mirrored_high, 1 - mirrored_low), abs=1e-9)
