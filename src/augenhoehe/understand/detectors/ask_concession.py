"""Asked concession: price, scope, time or terms are to be given away.

Weak where the demand hides in reported speech ("mein Schwager sagt, unter zehn Prozent …") or in a bare figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.understand.detector import CUSTOMER, Attributes, Detector, first_attribute
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot


def clues(spot: Spot) -> Iterable[str]:
    """Demands come with figures and after a price was named."""
    if not spot.hits.get(Kind.ASK_CONCESSION):
        return
    if spot.has_number:
        yield "figures"
    if spot.before is not None and spot.before.marks & {"offers"}:
        yield "after_price"


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """What is asked for, as the strongest cue says."""
    return (("type", first_attribute(hits, "type", "price")),)


DETECTOR = Detector(Kind.ASK_CONCESSION, CUSTOMER, clues=clues, attributes=attributes)
