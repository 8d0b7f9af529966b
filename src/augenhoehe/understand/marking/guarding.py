"""Conventions that hold whatever the network says: what cannot stand on the same words, stands once.

A mirror that ends as a question is a mirror only; a request in the form of a question is a wish or an asked concession
only. Of two that exclude each other the likelier stays, and of two of one kind on the same words as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.stretches import Stretch

EXCLUDES: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.QUESTION, Kind.MIRROR}),
    frozenset({Kind.QUESTION, Kind.WISH}),
    frozenset({Kind.QUESTION, Kind.ASK_CONCESSION}),
    frozenset({Kind.WISH, Kind.ASK_CONCESSION}),
    frozenset({Kind.FLATTERY, Kind.APPRECIATION}),
)
SHARED = 0.6
"""Two stretches lie on the same words when the shorter shares at least so much of its characters."""


def guarded(found: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of one turn that can stand side by side, in their order; the likeliest choose first."""
    kept: list[Stretch] = []
    for one in sorted(found, key=lambda one: (-one.score, one.kind, one.start)):
        if not any(_exclude(one, other) for other in kept):
            kept.append(one)
    return [one for one in found if any(one is other for other in kept)]


def _exclude(one: Stretch, other: Stretch) -> bool:
    if one.kind is not other.kind and frozenset({one.kind, other.kind}) not in EXCLUDES:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= SHARED * min(one.end - one.start, other.end - other.start)
