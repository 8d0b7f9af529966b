"""What is noted under a whole conversation, and how well two such notes agree.

A wanted thing agrees with a noted one, and a need with a noted need, where they share at least half of the turns of
the one that names fewer; each agrees with at most one, best shared first. Whether a want was mirrored and its reason
known is compared on the wants that agree. Open questions and hasty answers agree by their turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from augenhoehe.understand.scoring import Rate, overlap

LEAST_SHARED = 0.5
PARTS = ("wants", "mirrored", "reason_unknown", "needs", "unanswered", "answered_without_asking")
"""What is counted, in the order in which it is shown. A reason that did not become known is the rarer case."""
JUDGED = ("mirrored", "reason_known")
"""What is right or wrong about each want that agrees."""


@dataclass(frozen=True, slots=True)
class Want:
    """A wanted thing: the turns that say so, and what became of it."""

    what: str
    turns: tuple[int, ...]
    mirrored: bool
    reason_known: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """What is noted under a whole conversation; `needs` hold their words and the turns that show them."""

    wants: tuple[Want, ...] = field(default=())
    needs: tuple[tuple[str, tuple[int, ...]], ...] = field(default=())
    unanswered: tuple[int, ...] = field(default=())
    answered_without_asking: tuple[int, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class StructureScore:
    """How well found structures agree with noted ones: a rate for each of `PARTS`, right and whole for `JUDGED`."""

    conversations: int
    parts: Mapping[str, Rate]
    judged: Mapping[str, tuple[int, int]]


def agreeing(
    noted: Sequence[tuple[str, Sequence[int]]], found: Sequence[tuple[str, Sequence[int]]]
) -> list[tuple[int, int]]:
    """Which of the noted agree with which of the found, one to one: by shared turns, then by shared words."""
    candidates = []
    for i, (what, turns) in enumerate(noted):
        for j, (words, others) in enumerate(found):
            mine, theirs = set(turns), set(others)
            both, fewer = len(mine & theirs), min(len(mine), len(theirs))
            if fewer and both >= LEAST_SHARED * fewer:
                candidates.append((-both / len(mine | theirs), -overlap(what, words), i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for *_, i, j in sorted(candidates):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return sorted(pairs)


def score_structure(conversations: Iterable[tuple[Structure, Structure]]) -> StructureScore:
    """The score over pairs of (noted, found)."""
    parts = {name: Rate() for name in PARTS}
    judged = dict.fromkeys(JUDGED, (0, 0))
    count = 0
    for noted, found in conversations:
        count += 1
        pairs = agreeing([(w.what, w.turns) for w in noted.wants], [(w.what, w.turns) for w in found.wants])
        parts["wants"] += Rate(len(noted.wants), len(found.wants), len(pairs))
        for i, j in pairs:
            one, other = noted.wants[i], found.wants[j]
            parts["mirrored"] += _both(one.mirrored, other.mirrored)
            parts["reason_unknown"] += _both(not one.reason_known, not other.reason_known)
            for name in JUDGED:
                right, whole = judged[name]
                judged[name] = (right + (getattr(one, name) == getattr(other, name)), whole + 1)
        parts["needs"] += Rate(len(noted.needs), len(found.needs), len(agreeing(noted.needs, found.needs)))
        for name in ("unanswered", "answered_without_asking"):
            mine, theirs = Counter(getattr(noted, name)), Counter(getattr(found, name))
            parts[name] += Rate(mine.total(), theirs.total(), (mine & theirs).total())
    return StructureScore(count, parts, judged)


def _both(one: bool, other: bool) -> Rate:
    return Rate(int(one), int(other), int(one and other))
