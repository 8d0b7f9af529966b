"""Candour: own purpose, a gap in knowledge, an own mistake or an inconvenient truth, said openly.

Weak with "ehrlich gesagt" as an empty opener, and with truths that need knowledge of the matter to be seen as such.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """Not knowing mostly answers a question."""
    if spot.has(Kind.CANDOUR) and spot.before is not None and spot.before.asks:
        yield "after_question"


DETECTOR = Detector(Kind.CANDOUR, ADVISER, clues=clues)
