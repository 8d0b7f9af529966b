"""Trade-off: a compromise, cost, limit or risk of what is recommended or wished.

Weak where the cost is told as a plain fact, and with words such as "nur" and "but" that join anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """A "but", advice beside it and bad words make a fact a trade-off."""
    if spot.asks:
        return
    told = spot.has(Kind.TRADEOFF)
    near = spot.has(Kind.ADVICE, 2.0) or any(other.has(Kind.ADVICE, 2.0) for other in spot.neighbours)
    if near and told:
        yield "near_advice"
    if told and spot.has_word("aber", "allerdings", "dafür", "but", "though", "however"):
        yield "but_inside"
    if spot.marked("bad") and (told or near):
        yield "bad_word"
    if spot.begins_with("nur", "bloß", "allerdings", "only", "although"):
        yield "only_first"
    if told and spot.marked("conditional"):
        yield "conditional"
    if spot.has(Kind.REFUSAL, 2.5) or spot.has(Kind.CANDOUR, 2.5):
        yield "own_limit"


DETECTOR = Detector(Kind.TRADEOFF, ADVISER, clues=clues, alone=True)
