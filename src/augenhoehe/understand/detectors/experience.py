"""Experience: how something obtained earlier works out.

Weak: "damals" and "seitdem" also open stories that report no use of anything; irony turns the polarity around.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.understand.detector import CUSTOMER, Attributes, Detector, first_attribute
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot


def clues(spot: Spot) -> Iterable[str]:
    """Reports look back and judge, or answer the question how it went."""
    if spot.asks:
        return
    if spot.follows("asks_experience") and len(spot.texts) >= 4:
        yield "after_experience_question"
    if not spot.hits.get(Kind.EXPERIENCE):
        return
    if spot.marked("past"):
        yield "past"
    if not spot.has(Kind.EXPERIENCE, 2.5):
        if spot.marked("bad"):
            yield "bought_and_bad"
        elif spot.marked("good"):
            yield "bought_and_good"


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """Good, bad or both: the strong cue decides, else the good and bad words around it."""
    strong = [hit for hit in hits if hit.cue.weight >= 2.5]
    if strong:
        return (("polarity", first_attribute(strong, "polarity", "negative")),)
    good, bad = spot.marked("good"), spot.marked("bad")
    polarity = "mixed" if good and bad else "positive" if good else "negative"
    return (("polarity", polarity),)


DETECTOR = Detector(Kind.EXPERIENCE, CUSTOMER, clues=clues, attributes=attributes, alone=True)
