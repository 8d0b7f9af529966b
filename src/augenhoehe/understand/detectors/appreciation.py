"""Appreciation: recognises something specific that this customer did, said or carries.

Weak where the recognition is a plain fact ("das sehe ich bei zehn Händlern einmal") without thanks.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """A deed of the customer is named, best in words the customer used."""
    if not spot.has(Kind.APPRECIATION):
        return
    if spot.has_word("<you>", "<your>") and spot.has_word(
        "haben", "hast", "habt", "hatten", "have", "had", "kept", "did"
    ):
        yield "names_deed"


DETECTOR = Detector(Kind.APPRECIATION, ADVISER, clues=clues)
