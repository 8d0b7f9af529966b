"""Turn an annotated talk into windows of pieces with the marks as targets.

A window holds as many whole turns as fit; it begins with turns that were already read in the window before, so that
every turn is judged with what was said before it. Each turn starts with a piece for the role of its speaker. Turns
longer than a window are cut into parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from augenhoehe.understand.findings import Kind
from training.pieces import Cutter, Piece

KINDS = tuple(Kind)
ROLES = ("adviser", "customer", "other")
ATTRIBUTES: tuple[tuple[Kind, str, tuple[Any, ...]], ...] = (
    (Kind.QUESTION, "form", ("open", "closed", "choice", "leading")),
    (Kind.CONSTRAINT, "type", ("budget", "deadline", "people", "technical", "legal", "other")),
    (Kind.ASK_CONCESSION, "type", ("price", "scope", "time", "terms")),
    (Kind.CONCESSION, "type", ("price", "scope", "time", "terms")),
    (Kind.CONCESSION, "conditional", (True, False)),
    (Kind.EXPERIENCE, "polarity", ("positive", "negative", "mixed")),
    (Kind.ADVICE, "direction", ("for", "against")),
)
DUE = len(KINDS)
"""Channels of a token's target: inside each kind, then inside the words of a promise's date."""
CHANNELS = len(KINDS) + 1
LENGTH, CONTEXT = 320, 120


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces of some turns in a row. `judged` tells which pieces are judged here (the others are context).

    `turns[i]` is the index of the turn of piece i, `places[i]` its characters, (-1, -1) for the role's piece.
    """

    ids: npt.NDArray[np.int64]
    turns: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    judged: npt.NDArray[np.bool_]


def windows(turns: Sequence[Mapping[str, Any]], cutter: Cutter, begin: int, end: int, first_role: int) -> list[Window]:
    """Windows over a talk's turns; every piece of every turn is judged in exactly one window."""
    parts: list[tuple[int, list[Piece]]] = []
    room = LENGTH - CONTEXT - 3
    for index, turn in enumerate(turns):
        pieces = cutter.cut(turn["text"])
        for start in range(0, len(pieces), room):
            parts.append((index, pieces[start : start + room]))
    return list(_packed(parts, turns, begin, end, first_role))


def _packed(
    parts: list[tuple[int, list[Piece]]], turns: Sequence[Mapping[str, Any]], begin: int, end: int, first_role: int
) -> Iterator[Window]:
    next_part = 0
    while next_part < len(parts):
        context, used = next_part, 0
        while context and used + len(parts[context - 1][1]) + 1 <= CONTEXT:
            context -= 1
            used += len(parts[context][1]) + 1
        last, size = next_part, used + 2
        while last < len(parts) and (last == next_part or size + len(parts[last][1]) + 1 <= LENGTH):
            size += len(parts[last][1]) + 1
            last += 1
        ids, owners, places, judged = [begin], [-1], [(-1, -1)], [False]
        for number in range(context, last):
            index, pieces = parts[number]
            role = turns[index]["role"]
            ids += [first_role + (ROLES.index(role) if role in ROLES else len(ROLES) - 1), *(p.id for p in pieces)]
            owners += [index] * (len(pieces) + 1)
            places += [(-1, -1), *((p.start, p.end) for p in pieces)]
            judged += [False] + [number >= next_part] * len(pieces)
        yield Window(np.array([*ids, end]), (*owners, -1), (*places, (-1, -1)), np.array([*judged, False]))
        next_part = last


@dataclass(frozen=True, slots=True)
class Targets:
    """What a window should be read as.

    `inside` is pieces × CHANNELS, `begins` pieces × kinds, `attributes` pieces × attributes with the value's index,
    -1 where none applies.
    """

    inside: npt.NDArray[np.float32]
    begins: npt.NDArray[np.float32]
    attributes: npt.NDArray[np.int64]


def targets(window: Window, turns: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]]) -> Targets:
    """The marks of a talk on the pieces of one window."""
    size = len(window.ids)
    inside = np.zeros((size, CHANNELS), dtype=np.float32)
    begins = np.zeros((size, len(KINDS)), dtype=np.float32)
    attributes = np.full((size, len(ATTRIBUTES)), -1, dtype=np.int64)
    by_turn: dict[int, list[Mapping[str, Any]]] = {}
    for finding in findings:
        by_turn.setdefault(finding["turn"], []).append(finding)
    for index in sorted(set(window.turns) - {-1}):
        turn = turns[index]
        members = [i for i, owner in enumerate(window.turns) if owner == index and window.places[i][0] >= 0]
        for finding in by_turn.get(turn["id"], ()):
            start = turn["text"].find(finding["quote"])
            if start >= 0:
                _mark(window, members, finding, (start, start + len(finding["quote"])), inside, begins, attributes)
    return Targets(inside, begins, attributes)


def _mark(
    window: Window, members: list[int], finding: Mapping[str, Any], span: tuple[int, int],
    inside: npt.NDArray[np.float32], begins: npt.NDArray[np.float32], attributes: npt.NDArray[np.int64],
) -> None:  # fmt: skip
    channel = KINDS.index(Kind(finding["kind"]))
    covered = [i for i in members if window.places[i][0] < span[1] and window.places[i][1] > span[0]]
    if not covered:
        return
    inside[covered, channel] = 1.0
    begins[covered[0], channel] = 1.0
    for column, (kind, name, values) in enumerate(ATTRIBUTES):
        if kind == finding["kind"] and finding.get("attrs", {}).get(name) in values:
            attributes[covered, column] = values.index(finding["attrs"][name])
    due = finding.get("attrs", {}).get("due")
    at = finding["quote"].lower().find(due.lower()) if due else -1
    if at >= 0:
        first, last = span[0] + at, span[0] + at + len(due)
        inside[[i for i in covered if window.places[i][0] < last and window.places[i][1] > first], DUE] = 1.0
