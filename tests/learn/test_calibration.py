"""How sure was I, and how often was I right?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.learn.calibration import FEWEST, Forecast, calibration
from augenhoehe.speech.messages import Message

FORECASTS = st.lists(
    st.builds(Forecast, st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), st.none() | st.booleans()), max_size=60
)


def test_below_a_minimum_there_is_too_little_to_say() -> None:
    found = calibration([Forecast(0.8, True)] * (FEWEST - 1) + [Forecast(0.8, None)] * 5)

    assert (found.score, found.low, found.groups) == (None, None, ())
    assert found.saying == Message.of("learn.calibration.too_little", known=FEWEST - 1, fewest=FEWEST)
    assert found.unknown == 5


def test_right_every_time_scores_zero_and_fifty_fifty_a_quarter() -> None:
    right = calibration([Forecast(1.0, True)] * 6 + [Forecast(0.0, False)] * 6)
    shrugged = calibration([Forecast(0.5, True)] * 3 + [Forecast(0.5, False)] * 9)

    assert (right.score, right.reliability, right.resolution) == (0.0, 0.0, 0.25)
    assert shrugged.score == 0.25
    assert [(group.expected, group.came, group.cases) for group in shrugged.groups] == [(0.5, 3, 12)]


def test_the_interval_is_students() -> None:
    """Ten errors, five of 0.04 and five of 0.64: mean 0.34, s = 0.31623, t(9; 0.95) = 1.8331, half width 0.18331."""
    found = calibration([Forecast(0.8, True)] * 5 + [Forecast(0.8, False)] * 5)

    assert (found.score, found.low, found.high) == pytest.approx((0.34, 0.34 - 0.18331, 0.34 + 0.18331), abs=1e-4)


@given(FORECASTS)
def test_the_score_splits_into_its_parts(forecasts: list[Forecast]) -> None:
    found = calibration(forecasts)

    if found.score is None:
        assert found.known < FEWEST
        return
    assert found.reliability is not None
    assert found.resolution is not None
    assert found.uncertainty is not None
    assert math.isclose(found.score, found.reliability - found.resolution + found.uncertainty, abs_tol=1e-9)
    assert found.low is not None
    assert found.high is not None
    assert 0.0 <= found.low <= found.score <= found.high <= 1.0


@given(FORECASTS)
def test_what_nobody_knows_changes_no_score(forecasts: list[Forecast]) -> None:
    known = [forecast for forecast in forecasts if forecast.came is not None]

    assert calibration(forecasts).score == calibration(known).score


@pytest.mark.parametrize("expected", [-0.1, 1.1, math.nan])
def test_an_expectation_is_a_probability(expected: float) -> None:
    with pytest.raises(ValueError, match="between"):
        Forecast(expected, True)
