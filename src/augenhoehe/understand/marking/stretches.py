"""From probabilities of pieces to stretches of a turn to which a kind applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.understand.dating import due_in
from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Attribute, Kind
from augenhoehe.understand.marking.edges import Edges
from augenhoehe.understand.marking.heads import CHOICES, COLUMNS, DUE, KINDS, Answer, Floats
from augenhoehe.understand.marking.windows import Window
from augenhoehe.understand.talk import Talk

LARGEST_GAP = 4
"""So many less likely pieces inside a stretch do not part it."""
EDGE = 0.5
"""A piece belongs to a stretch from this share of the threshold on."""
BEGIN = 0.85
"""A piece that is so likely to begin a finding parts two of the same kind."""
FEWEST = 2
NEAREST = 3
"""A second finding of the same kind begins at least so many pieces after the first."""
DATED = 0.5
HANGS_ON = 0.6
"""A sentence of a row must be at least so likely beside the likeliest of it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a turn bear a kind with this score (0 to 1, before calibration)."""

    turn: Turn
    kind: Kind
    start: int
    end: int
    score: float
    attrs: tuple[tuple[str, Attribute], ...]

    @property
    def quote(self) -> str:
        return self.turn.text[self.start : self.end]


def may_say(role: Role, kind: Kind) -> bool:
    """Whether a kind can be said by this side."""
    return not (
        (kind in CUSTOMER_KINDS and role is not Role.CUSTOMER) or (kind in ADVISER_KINDS and role is not Role.ADVISER)
    )


def stretches(talk: Talk, answers: Iterable[tuple[Window, Answer]], thresholds: Mapping[Kind, float]) -> list[Stretch]:
    """All stretches at least as likely as their kind's threshold, in order of windows, turns and kinds."""
    found: list[Stretch] = []
    for window, answer in answers:
        owners = np.where(window.judged, np.array(window.turns), -1)
        for index in np.unique(owners[owners >= 0]).tolist():
            turn, edges = talk.said[index].turn, Edges(talk.said[index])
            members = np.flatnonzero(owners == index)
            for channel, kind in enumerate(KINDS):
                if not may_say(turn.role, kind):
                    continue
                for run in _runs(members, answer, channel, thresholds[kind]):
                    for pieces in _likely(run, answer.inside[:, channel], edges, window):
                        if len(pieces) >= FEWEST and float(np.mean(answer.inside[pieces, channel])) >= thresholds[kind]:
                            found.append(_stretch(talk, turn, edges, kind, pieces, window, answer))
    return found


def _runs(members: npt.NDArray[np.intp], answer: Answer, channel: int, threshold: float) -> list[list[int]]:
    """Rows of neighbouring pieces that are likely inside; a likely beginning parts them."""
    inside, begins = answer.inside[:, channel], answer.begins[:, channel]
    runs: list[list[int]] = []
    for i in members[inside[members] >= threshold * EDGE].tolist():
        joined = bool(runs) and i - runs[-1][-1] <= LARGEST_GAP + 1
        if joined and not (begins[i] > BEGIN and i - runs[-1][0] >= NEAREST):
            runs[-1] += range(runs[-1][-1] + 1, i + 1)
        else:
            runs.append([i])
    return runs


def _likely(run: list[int], inside: Floats, edges: Edges, window: Window) -> list[list[int]]:
    """A row without the sentences that only hang on to a likelier one; the rows that are left."""
    sentences = [list(part) for _, part in groupby(run, key=lambda i: edges.sentence_at(window.places[i][0]))]
    means = [float(np.mean(inside[part])) for part in sentences]
    kept: list[list[int]] = []
    before = False
    for part, mean in zip(sentences, means, strict=True):
        if here := mean >= HANGS_ON * max(means):
            kept = [*kept[:-1], kept[-1] + part] if before else [*kept, part]
        before = here
    return kept


def _stretch(
    talk: Talk, turn: Turn, edges: Edges, kind: Kind, pieces: list[int], window: Window, answer: Answer
) -> Stretch:  # fmt: skip
    start, end = edges.snap(window.places[pieces[0]][0], window.places[pieces[-1]][1])
    attrs: dict[str, Attribute] = {}
    for owner, name, values in CHOICES:
        if owner is kind:
            attrs[name] = values[int(np.mean(answer.choices[pieces, COLUMNS[owner, name]], axis=0).argmax())]
    if kind is Kind.PROMISE:
        conversation = talk.conversation
        attrs["due"] = due_in(turn.text[start:end], conversation.day_of(turn), conversation.language.value)
        dated = [i for i in pieces if answer.inside[i, DUE] > DATED]
        if attrs["due"] is None and dated:
            first, last = whole_words(turn.text, window.places[dated[0]][0], window.places[dated[-1]][1])
            attrs["due"] = turn.text[first:last].strip(" ,.!?;:")
    score = float(np.mean(answer.inside[pieces, KINDS.index(kind)]))
    return Stretch(turn, kind, start, end, score, tuple(sorted(attrs.items())))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The characters widened to whole words."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
