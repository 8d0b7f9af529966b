"""Objection: doubt about, or resistance to, what the adviser proposed or is.

Weak with irony ("das ist ja ein neues Fahrrad") and with counter-facts that only the context makes a resistance.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import CUSTOMER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """Resistance follows an offer or advice, and opens with a "but" or a "no"."""
    before = spot.before
    if before is None or (spot.asks and not spot.hits.get(Kind.OBJECTION)):
        return
    if before.has(Kind.ADVICE, 2.0):
        yield "after_advice"
    elif "offers" in before.marks:
        yield "after_offer"
    if spot.place < 2 and spot.begins_with("aber", "but") and len(spot.texts) >= 4 and not spot.asks:
        yield "but_first"
    elif spot.place < 2 and spot.texts[0] in ("nein", "no") and len(spot.texts) >= 4:
        yield "no_first"
    if spot.marked("bad"):
        yield "bad_word"


DETECTOR = Detector(Kind.OBJECTION, CUSTOMER, clues=clues, alone=True)
