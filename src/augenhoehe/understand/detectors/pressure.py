"""Pressure: urges through scarcity, urgency, guilt or fear without a reason that serves the customer.

Accuses, so it stays silent where a real reason (law, delivery time, the customer's own date) stands beside it. Weak: it
cannot know whether the scarcity is true.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """A discount against a quick signature."""
    if spot.has(Kind.PRESSURE) and spot.marked("conditional") and spot.has(Kind.CONCESSION):
        yield "conditional_discount"


DETECTOR = Detector(Kind.PRESSURE, ADVISER, clues=clues)
