"""Advice: recommends an action or choice to the customer, or advises against one.

Weak: imperatives also order and greet ("grüßen Sie ihn"), and advice is often a bare noun phrase ("das Modul raus").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.understand.detector import ADVISER, Attributes, Detector, first_attribute
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot


def clues(spot: Spot) -> Iterable[str]:
    """A reason beside it, or a question before it, makes a suggestion a piece of advice."""
    if not spot.has(Kind.ADVICE):
        return
    if spot.has_word("weil", "denn", "sonst", "because", "since", "otherwise"):
        yield "reason_given"
    if spot.before is not None and spot.before.asks:
        yield "after_question"


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """For or against, as the strongest cue says; a cue against wins over one for."""
    against = [hit for hit in hits if ("direction", "against") in hit.cue.attrs]
    return (("direction", "against" if against else first_attribute(hits, "direction", "for")),)


DETECTOR = Detector(Kind.ADVICE, ADVISER, clues=clues, attributes=attributes)
