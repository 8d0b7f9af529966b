"""Put-off: delays without committing to a date or step.

Weak at the border to honest waiting with a reason and a date, which is a promise.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import CUSTOMER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """Put-offs come late and without a date."""
    if not spot.hits.get(Kind.PUT_OFF):
        return
    if spot.is_late:
        yield "late"
    if not spot.marked("due"):
        yield "no_date"


DETECTOR = Detector(Kind.PUT_OFF, CUSTOMER, clues=clues)
