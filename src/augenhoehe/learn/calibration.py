"""How sure was I, and how often was I right? Calibration of one's own advice, private to its owner.

The Brier score is the mean squared distance between what was expected (0 to 1) and what came (0 or 1): 0 is perfect,
0.25 is what "fifty-fifty" always gets (Brier, Monthly Weather Review 78, 1950). It splits into reliability (how far
the said chances are from the shares that came), resolution (how far the shares differ from the overall share) and
uncertainty (Murphy, Journal of Applied Meteorology 12, 1973). The interval is Student's t interval of the mean, cut at
0 and 1: rough, and below ten cases not shown at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from augenhoehe.keep.reliability import LEVEL, interval
from augenhoehe.speech.messages import Message

FEWEST = 10


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was expected (a probability) and whether it came; `came` is None while nobody knows, and then it never
    counts."""

    expected: float
    came: bool | None

    def __post_init__(self) -> None:
        if not 0.0 <= self.expected <= 1.0:
            raise ValueError(f"an expectation lies between 0 and 1: {self.expected}")


@dataclass(frozen=True, slots=True)
class Group:
    """All cases with the same expectation: how often it came, with Jeffreys' interval."""

    expected: float
    came: int
    cases: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The score of known cases; `score`, its interval and its parts are None below `FEWEST` known cases. score =
    reliability - resolution + uncertainty."""

    known: int
    unknown: int
    score: float | None
    low: float | None
    high: float | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    groups: tuple[Group, ...]
    saying: Message


def calibration(forecasts: Iterable[Forecast], level: float = LEVEL) -> Calibration:
    """Compare what was expected with what came."""
    forecasts = tuple(forecasts)
    known = [(forecast.expected, forecast.came) for forecast in forecasts if forecast.came is not None]
    unknown = len(forecasts) - len(known)
    if len(known) < FEWEST:
        saying = Message.of("learn.calibration.too_little", known=len(known), fewest=FEWEST)
        return Calibration(len(known), unknown, None, None, None, None, None, None, (), saying)
    errors = [(expected - came) ** 2 for expected, came in known]
    score = math.fsum(errors) / len(errors)
    low, high = _mean_interval(errors, level)
    groups = _groups(known, level)
    overall = sum(came for _, came in known) / len(known)
    reliability = math.fsum(group.cases * (group.expected - group.share) ** 2 for group in groups) / len(known)
    resolution = math.fsum(group.cases * (group.share - overall) ** 2 for group in groups) / len(known)
    uncertainty = overall * (1 - overall)
    saying = Message.of(
        "learn.calibration.score", known=len(known), score=round(score, 2), low=round(low, 2), high=round(high, 2)
    )
    return Calibration(len(known), unknown, score, low, high, reliability, resolution, uncertainty, groups, saying)


def _groups(known: Sequence[tuple[float, bool]], level: float) -> tuple[Group, ...]:
    found = []
    for expected in sorted({expected for expected, _ in known}):
        came = [hit for said, hit in known if said == expected]
        low, high = interval(sum(came), len(came), level)
        found.append(Group(expected, sum(came), len(came), sum(came) / len(came), low, high))
    return tuple(found)


def _mean_interval(values: Sequence[float], level: float) -> tuple[float, float]:
    from scipy.special import stdtrit  # noqa: PLC0415 - slow start

    mean = math.fsum(values) / len(values)
    spread = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1))
    reach = float(stdtrit(len(values) - 1, (1 + level) / 2)) * spread / math.sqrt(len(values))
    return max(0.0, mean - reach), min(1.0, mean + reach)
