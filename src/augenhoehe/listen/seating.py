"""Who sits on which side of the table, settled for all people of a conversation together.

Each person brings a lean (above nought: adviser), each two people may be tied (above nought: on one side). The best
whole seating counts in which both sides are taken; how clear a seat is tells what it would cost to move that person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, product

from augenhoehe.speech.conversation import Role

MOST = 8
"""People seated together; beyond, the rest sit where their own lean and their ties to the seated put them."""

Ties = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Seat:
    """A side, and how clear it is: what moving this person to the other side would cost."""

    role: Role
    clear: float


def seat(leans: Mapping[str, float], ties: Ties, fixed: Mapping[str, Role]) -> dict[str, Seat]:
    """A seat for everybody who leans; `fixed` are people whose side is known, who may have ties as well."""
    known = {name: 1 if role is Role.ADVISER else -1 for name, role in fixed.items()}
    both = {(a, b): tie for (a, b), tie in ties.items()} | {(b, a): tie for (a, b), tie in ties.items()}
    pulled = {
        name: lean + sum(both.get((name, other), 0.0) * side for other, side in known.items())
        for name, lean in leans.items()
    }
    first = sorted(pulled, key=lambda name: (-abs(pulled[name]), name))[:MOST]
    open_people = [name for name in pulled if name in first]
    seats = _together(open_people, pulled, both, frozenset(known.values()))
    sides = {name: 1 if each.role is Role.ADVISER else -1 for name, each in seats.items()}
    for name in pulled:
        if name not in open_people:
            value = pulled[name] + sum(both.get((name, other), 0.0) * side for other, side in sides.items())
            seats[name] = Seat(Role.ADVISER if value > 0 else Role.CUSTOMER, abs(value))
    return seats


def _together(people: list[str], leans: Mapping[str, float], ties: Ties, taken: frozenset[int]) -> dict[str, Seat]:
    values = [leans[name] for name in people]
    tied = [
        (a, b, ties[people[a], people[b]])
        for a, b in combinations(range(len(people)), 2)
        if (people[a], people[b]) in ties
    ]
    lowest = float("-inf")
    best = [{1: lowest, -1: lowest} for _ in people]
    for sides in product((1, -1), repeat=len(people)):
        if len(taken.union(sides)) < 2:
            continue
        worth = sum(value * side for value, side in zip(values, sides, strict=True))
        worth += sum(tie * sides[a] * sides[b] for a, b, tie in tied)
        for place, side in enumerate(sides):
            best[place][side] = max(best[place][side], worth)
    return {
        name: Seat(Role.ADVISER if worths[1] > worths[-1] else Role.CUSTOMER, abs(worths[1] - worths[-1]) / 2)
        for name, worths in zip(people, best, strict=True)
        if lowest < max(worths.values())
    }
