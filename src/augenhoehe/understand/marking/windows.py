"""Cut a talk into windows of pieces, so that every piece is judged once, with what was said before it.

A window holds as many whole turns as fit. It begins with turns that the window before has judged already. Each turn
starts with a piece for the role of its speaker. Turns longer than a window are cut into parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.marking.hints import HINTS, Certainties, hints
from augenhoehe.understand.marking.pieces import Cutter, Piece
from augenhoehe.understand.talk import Talk

ROLES = (Role.ADVISER, Role.CUSTOMER, Role.OTHER)
"""Roles with a piece of their own; an unknown role is read as the last."""
LENGTH, CONTEXT = 256, 72
"""Pieces in a window, and how many of them at most were judged before."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces of some turns in a row. `judged` tells which pieces are judged here (the others are context).

    `turns[i]` is the index of the turn of piece i (-1 at both ends), `places[i]` its characters, (-1, -1) for the
    piece of a role. `hints` is pieces × HINTS.
    """

    ids: npt.NDArray[np.int64]
    hints: npt.NDArray[np.float32]
    turns: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    judged: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A cutter with the rows of the pieces that begin and end a window and of the first role."""

    cutter: Cutter
    begin: int
    end: int
    first_role: int


@dataclass(frozen=True, slots=True)
class _Part:
    turn: int
    role: int
    pieces: list[Piece]
    hints: npt.NDArray[np.float32]


def windows(talk: Talk, seen: Sequence[Sequence[Certainties]], alphabet: Alphabet) -> list[Window]:
    """Windows over a talk's turns; `seen[t][p]` is what the rules see at passage p of turn t."""
    parts: list[_Part] = []
    room = LENGTH - CONTEXT - 3
    for said, here in zip(talk.said, seen, strict=True):
        pieces = alphabet.cutter.cut(said.turn.text)
        figures = hints(said, [(piece.start, piece.end) for piece in pieces], here)
        role = alphabet.first_role + (ROLES.index(said.turn.role) if said.turn.role in ROLES else len(ROLES) - 1)
        for start in range(0, len(pieces), room):
            end = start + room
            parts.append(_Part(said.index, role, pieces[start:end], figures[start:end]))
    return list(_packed(parts, alphabet))


def _packed(parts: Sequence[_Part], alphabet: Alphabet) -> Iterator[Window]:
    following = 0
    while following < len(parts):
        first, used = following, 0
        while first and used + len(parts[first - 1].pieces) + 1 <= CONTEXT:
            first -= 1
            used += len(parts[first].pieces) + 1
        last, size = following, used + 2
        while last < len(parts) and (last == following or size + len(parts[last].pieces) + 1 <= LENGTH):
            size += len(parts[last].pieces) + 1
            last += 1
        yield _window(parts[first:last], following - first, alphabet)
        following = last


def _window(parts: Sequence[_Part], known: int, alphabet: Alphabet) -> Window:
    """One window of these parts, of which the first `known` are context."""
    nothing = np.zeros((1, HINTS), dtype=np.float32)
    ids, owners, places, judged, figures = [alphabet.begin], [-1], [(-1, -1)], [False], [nothing]
    for number, part in enumerate(parts):
        ids += [part.role, *(piece.id for piece in part.pieces)]
        owners += [part.turn] * (len(part.pieces) + 1)
        places += [(-1, -1), *((piece.start, piece.end) for piece in part.pieces)]
        judged += [False] + [number >= known] * len(part.pieces)
        figures += [nothing, part.hints]
    return Window(
        np.array([*ids, alphabet.end]),
        np.concatenate([*figures, nothing]),
        (*owners, -1),
        (*places, (-1, -1)),
        np.array([*judged, False]),
    )
