"""Concession: the adviser gives away price, scope, time or terms.

Weak where giving way shows only against an earlier position ("dann 28. Februar"), and with what was always free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.detector import ADVISER, Attributes, Detector, first_attribute
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot


def clues(spot: Spot) -> Iterable[str]:
    """Concessions answer demands, with figures and an "all right then"."""
    if not spot.has(Kind.CONCESSION):
        return
    if any(said.has(Kind.ASK_CONCESSION, 2.5) for said in spot.talk.recent(spot.said, Role.CUSTOMER, 5)):
        yield "after_ask"
    if spot.has_number:
        yield "figures"
    if spot.place < 2 and spot.begins_with("gut", "ok", "einverstanden", "fine", "okay", "klar", "all"):
        yield "agrees_first"


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """What is given, and whether something in return is asked for in the same breath."""
    same = [other for other in spot.neighbours if other.passage.sentence == spot.passage.sentence]
    conditional = spot.marked("conditional") or any(other.marked("conditional") for other in same)
    return (("conditional", conditional), ("type", first_attribute(hits, "type", "price")))


DETECTOR = Detector(Kind.CONCESSION, ADVISER, clues=clues, attributes=attributes)
