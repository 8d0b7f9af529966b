"""Refusal: the adviser says no to a wish, a concession or a collaboration, or sets a limit.

Weak where "geht nicht" states a fact of the product, and where the no is only in the tone.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """A no answers a demand or a wish."""
    asked = any(
        said.has(Kind.ASK_CONCESSION, 2.4) or said.has(Kind.WISH, 2.4)
        for said in spot.talk.recent(spot.said, Role.CUSTOMER, 3)
    )
    if asked and spot.has(Kind.REFUSAL):
        yield "after_ask"
    if asked and spot.is_first and spot.texts[0] in ("nein", "no"):
        yield "no_first"


DETECTOR = Detector(Kind.REFUSAL, ADVISER, clues=clues, alone=True)
