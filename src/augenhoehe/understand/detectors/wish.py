"""Wish: the customer asks for a particular solution, product, feature, service or treatment.

Weak where a wish is only an order in passing ("Premium von September bis Dezember"), and at the border to goals: "Ich
will, dass es schnell geht" asks for a result, "ich will das schnelle" for a thing, and speech does not always tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import CUSTOMER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """A wish often answers the question what it may be; a thing named at once, at the start, is one too."""
    if spot.follows("asks_wish") and len(spot.texts) <= 14 and not spot.asks:
        yield "after_wish_question"
    if spot.hits.get(Kind.WISH) and spot.said.index < 6:
        yield "thing_first"


DETECTOR = Detector(Kind.WISH, CUSTOMER, clues=clues, alone=True)
