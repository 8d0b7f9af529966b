"""Ranges in which an amount lies; an end that nobody knows is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high` (both included); None where the end is open."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"an interval cannot end below its start: {self.low} > {self.high}")

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    @property
    def exact(self) -> Decimal | None:
        """The one amount it can be, None where there are several."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def may_be_positive(self) -> bool:
        """Whether more than nothing is possible."""
        return self.high is None or self.high > 0

    @property
    def may_not_be_positive(self) -> bool:
        """Whether nothing or less is possible."""
        return self.low is None or self.low <= 0


UNKNOWN = Interval(ZERO, None)
"""An amount nobody knows: it is not negative, and that is all."""


def exactly(amount: Decimal) -> Interval:
    """One known amount."""
    return Interval(amount, amount)


def together(intervals: Iterable[Interval]) -> Interval:
    """The sum of all; exactly zero of none."""
    return sum(intervals, exactly(ZERO))


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other
