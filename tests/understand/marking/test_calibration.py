"""Certainty is the share of cases that are right, not the network's own score."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.calibration import Calibration


@pytest.mark.parametrize(
    ("slope", "offset", "score", "certainty"),
    [(1.0, 0.0, 0.8, 0.8), (1.0, -1.0, 0.5, 0.27), (0.5, 0.0, 0.9, 0.75), (1.0, 0.0, 1.0, 1.0), (1.0, 0.0, 0.0, 0.0)],
)
def test_certainty_follows_the_curve(slope: float, offset: float, score: float, certainty: float) -> None:
    curve = Calibration(slope, dict.fromkeys(Kind, offset))
    assert curve.certainty(Kind.WISH, score) == certainty


def test_every_kind_must_be_calibrated() -> None:
    with pytest.raises(KeyError):
        Calibration.of({"slope": 1.0, "offsets": {"wish": 0.0}})
