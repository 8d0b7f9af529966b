"""Goal: an outcome or state the customer wants to reach, whatever the means.

Weak where the outcome is only pictured ("wenn der eine den anderen anruft, einfach so") without any word of wanting.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import CUSTOMER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """An outcome often answers the question what should be different."""
    if spot.follows("asks_goal") and not spot.asks and len(spot.texts) >= 4:
        yield "after_goal_question"
    if spot.hits.get(Kind.GOAL) and spot.has_word("soll", "sollen", "should", "endlich", "finally", "wieder", "again"):
        yield "future_state"


DETECTOR = Detector(Kind.GOAL, CUSTOMER, clues=clues, alone=True)
