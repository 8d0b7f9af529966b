"""Problem: a present difficulty, pain, loss or worry.

Weak: pain told dryly ("der Meister geht im April") carries no word of pain; and words of pain also stand in stories, in
jokes and in objections. Expect misses in both directions.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.understand.detector import CUSTOMER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot


def clues(spot: Spot) -> Iterable[str]:
    """Pain is mostly told early, after a question about it, and with bad words or figures beside it."""
    if spot.asks or spot.marked("agrees"):
        return
    told = bool(spot.hits.get(Kind.PROBLEM)) or spot.marked("bad")
    if spot.follows("asks_goal", "asks_limit", "asks_criterion", "asks_wish"):
        yield "asked_otherwise"
    if spot.follows("asks_pain") and len(spot.texts) >= 5:
        yield "after_pain_question"
    if spot.marked("bad"):
        yield "bad_word"
    if told and spot.has_number:
        yield "figures"
    if told and spot.is_early:
        yield "early"


DETECTOR = Detector(Kind.PROBLEM, CUSTOMER, clues=clues, alone=True)
