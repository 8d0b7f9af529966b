"""Criterion: what the decision depends on, or who decides and how.

Weak where the one who decides is only mentioned ("meine Frau hat gesagt"), and at the border to limits.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import CUSTOMER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """A criterion often answers the question what matters or who decides."""
    if spot.follows("asks_criterion") and not spot.asks and len(spot.texts) >= 3:
        yield "after_criterion_question"


DETECTOR = Detector(Kind.CRITERION, CUSTOMER, clues=clues, alone=True)
