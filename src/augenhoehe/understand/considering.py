"""Consider a talk: everything the network holds for possible, not only what is likely enough to be proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.lessons import Guess
from augenhoehe.understand.marking.calibration import Calibration, logit
from augenhoehe.understand.marking.guarding import guarded
from augenhoehe.understand.marking.heads import KINDS, Answer
from augenhoehe.understand.marking.network import shipped
from augenhoehe.understand.marking.stretches import Stretch, stretches
from augenhoehe.understand.marking.windows import Window, windows
from augenhoehe.understand.recalling import is_note
from augenhoehe.understand.ruling import Seen
from augenhoehe.understand.talk import Talk

LOOSE = 0.4
"""Stretches from this share of the usual threshold on are considered."""

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stretch that was considered, with the guess that stands for it."""

    stretch: Stretch
    guess: Guess


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of one turn: their characters, and by piece the scores of being inside and of beginning."""

    places: list[tuple[int, int]]
    inside: list[Scores]
    begins: list[Scores]

    def under(self, stretch: Stretch) -> tuple[Scores, Scores]:
        """The scores of the pieces under a stretch; of the whole turn where its edges left none."""
        touched = [i for i, (start, end) in enumerate(self.places) if start < stretch.end and end > stretch.start]
        chosen = touched or range(len(self.places))
        return np.array([self.inside[i] for i in chosen]), np.array([self.begins[i] for i in chosen])


def considered(talk: Talk, seen: Seen) -> list[Weighed]:
    """What the shipped network holds for possible in a talk; nothing in notes, which have rules of their own."""
    if all(is_note(talk.conversation, said.turn) for said in talk.said):
        return []
    reader = shipped()
    answers = [(window, reader.answer(window)) for window in windows(talk, seen, reader.alphabet)]
    return weigh(talk, answers, reader.thresholds, reader.calibration)


def weigh(
    talk: Talk, answers: Sequence[tuple[Window, Answer]], thresholds: Mapping[Kind, float], calibration: Calibration
) -> list[Weighed]:
    """The stretches of a talk that was read, each with its guess: the usual ones first, then what falls short."""
    common = stretches(talk, answers, thresholds)
    loose = stretches(talk, answers, {kind: LOOSE * threshold for kind, threshold in thresholds.items()})
    further = [one for one in loose if not any(_touch(one, other) for other in common)]
    pieces = _by_turn(talk, answers)
    return [
        Weighed(stretch, _guess(stretch, place < len(common), pieces[stretch.turn.id], calibration))
        for place, stretch in enumerate([*common, *further])
    ]


def _touch(one: Stretch, other: Stretch) -> bool:
    same = one.kind is other.kind and one.turn.id == other.turn.id
    return same and one.start < other.end and other.start < one.end


def _by_turn(talk: Talk, answers: Sequence[tuple[Window, Answer]]) -> Mapping[int, _Pieces]:
    found = {said.turn.id: _Pieces([], [], []) for said in talk.said}
    for window, answer in answers:
        for piece, (owner, place, judged) in enumerate(zip(window.turns, window.places, window.judged, strict=True)):
            if judged:
                mine = found[talk.said[owner].turn.id]
                mine.places.append(place)
                mine.inside.append(answer.inside[piece, : len(KINDS)])
                mine.begins.append(answer.begins[piece])
    return found


def _guess(stretch: Stretch, is_usual: bool, pieces: _Pieces, calibration: Calibration) -> Guess:
    inside, begins = pieces.under(stretch)
    own = KINDS.index(stretch.kind)
    scores = [logit(float(score)) for score in inside.mean(axis=0)]
    return Guess(
        kind=stretch.kind,
        turn=stretch.turn.id,
        start=stretch.start,
        end=stretch.end,
        usual=is_usual,
        odds=round(odds_of(calibration, stretch.kind, stretch.score), 4),
        begins=round(logit(float(begins[:, own].max())), 4),
        rival=round(max(score for place, score in enumerate(scores) if place != own), 4),
        own=round(scores[own], 4),
        pieces=len(inside),
    )


def odds_of(calibration: Calibration, kind: Kind, score: float) -> float:
    """The calibrated log-odds of a score."""
    return calibration.slope * logit(score) + calibration.offsets[kind]


def usual(weighed: Sequence[Weighed]) -> list[Weighed]:
    """What is proposed without any lesson."""
    return side_by_side([one for one in weighed if one.guess.usual])


def side_by_side(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Of some stretches those that can stand beside each other, in their order."""
    by_turn: dict[int, list[Stretch]] = {}
    for one in weighed:
        by_turn.setdefault(one.guess.turn, []).append(one.stretch)
    standing = {id(stretch) for here in by_turn.values() for stretch in guarded(here)}
    return [one for one in weighed if id(one.stretch) in standing]
