"""Flattery: general or exaggerated praise that would fit anyone.

Accuses, so it stays silent unless a stock phrase of flattery stands there. Weak with fresh, inventive flattery.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """Exclamation marks and first minutes favour it."""
    if not spot.has(Kind.FLATTERY):
        return
    if spot.passage.ending == "!":
        yield "exclaims"
    if spot.said.index < 8:
        yield "early"


DETECTOR = Detector(Kind.FLATTERY, ADVISER, clues=clues)
