"""Constraint: a limit that any solution must respect.

Weak where the limit is told as a fact of life ("der Lkw fährt um halb fünf"), and at the border to criteria.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.understand.detector import CUSTOMER, Attributes, Detector, first_attribute
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot


def clues(spot: Spot) -> Iterable[str]:
    """Limits come with figures, and answer questions about money and time."""
    if spot.follows("asks_limit") and not spot.asks and (spot.has_number or spot.marked("due")):
        yield "after_limit_question"
    if spot.hits.get(Kind.CONSTRAINT) and spot.follows("asks_pain"):
        yield "asked_for_pain"
    if spot.hits.get(Kind.CONSTRAINT) and spot.has_number:
        yield "figures"


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """What sort of limit: as the strongest cue says; money where only a sum answers a question about it."""
    otherwise = "budget" if spot.has_word("<money>") else "deadline" if spot.marked("due") else "other"
    return (("type", first_attribute(hits, "type", otherwise)),)


DETECTOR = Detector(Kind.CONSTRAINT, CUSTOMER, clues=clues, attributes=attributes, alone=True)
