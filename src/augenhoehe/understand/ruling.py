"""What the rules alone find: cues and context weighed passage by passage, rivals settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.speech.conversation import Turn
from augenhoehe.speech.messages import Message
from augenhoehe.understand.detector import Attributes, Candidate, candidate, certainties
from augenhoehe.understand.detectors import DETECTORS
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.settling import merges, settle
from augenhoehe.understand.talk import Said, Talk

Seen = Sequence[Sequence[dict[Kind, float]]]
"""`seen[t][p][kind]`: how certain the rules are of a kind at passage p of turn t, however little."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A finding of the rules: characters `start` to `end` of a turn."""

    kind: Kind
    turn: Turn
    start: int
    end: int
    certainty: float
    because: Message
    attrs: Attributes


def look(talk: Talk) -> Seen:
    """How certain the rules are of each kind at each passage."""
    return [[certainties(spot, DETECTORS) for spot in said.spots] for said in talk.said]


def rule(said: Said, seen: Sequence[dict[Kind, float]]) -> list[Ruled]:
    """The rules' findings in one turn, in no stated order; `seen` is their view of its passages."""
    candidates = [
        one
        for spot, here in zip(said.spots, seen, strict=True)
        for detector in DETECTORS
        if detector.kind in here and (one := candidate(detector, spot, here[detector.kind])) is not None
    ]
    groups: list[list[Candidate]] = []
    for one in sorted(settle(candidates), key=lambda one: one.spot.place):
        mate = next((group for group in groups if len(group) < 2 and merges(group[-1], one)), None)
        if mate is None:
            groups.append([one])
        else:
            mate.append(one)
    return [_placed(said, group) for group in groups]


def _placed(said: Said, group: list[Candidate]) -> Ruled:
    """The quote of neighbouring passages: without lead-ins before it, with the mark that closes it."""
    words, text = said.words, said.turn.text
    first, last = group[0].spot.passage.first, group[-1].spot.passage.last
    known = said.vocabulary
    begin = first
    while last - begin > 4 and (words.texts[begin] in known.fillers or words.texts[begin] in known.classes["trim"]):
        begin += 1
    start, end = words.starts[begin], words.ends[last - 1]
    while end < len(text) and text[end] in ".?!…":
        end += 1
    best = max(group, key=lambda one: one.certainty)
    return Ruled(best.kind, said.turn, start, end, best.certainty, best.because, best.attrs)
