"""Examine a conversation: all findings of all kinds, with their evidence and reasons."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.detector import Candidate, weigh
from augenhoehe.understand.detectors import DETECTORS
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.leaning import traits
from augenhoehe.understand.note_parts import Recalled
from augenhoehe.understand.recalling import is_note, recall
from augenhoehe.understand.settling import merges, settle
from augenhoehe.understand.talk import Said, Talk, prepare

_ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding with the place of its quote in the turn, before it gets its id."""

    candidate: Candidate
    start: int
    end: int


def examine(conversation: Conversation) -> tuple[Finding, ...]:
    """All findings, by turn, place and kind, with stable ids "f1", "f2" …

    Pure and deterministic; any text is fine.
    """
    return findings_of(prepare(conversation))


def findings_of(talk: Talk) -> tuple[Finding, ...]:
    """The findings of a conversation that was prepared already."""
    notes = recall(talk)
    found: list[Recalled] = []
    for said in talk.said:
        here = notes[said.index] if is_note(talk.conversation, said.turn) else [_plain(one) for one in _in_turn(said)]
        found += sorted(here, key=lambda one: (one.start, _ORDER[one.kind], one.end))
    return tuple(
        Finding(
            id=f"f{number}",
            kind=one.kind,
            evidence=Evidence(talk.conversation.id, one.turn, one.start, one.end),
            certainty=one.certainty,
            because=one.because,
            attrs=one.attrs,
            by=one.by,
        )
        for number, one in enumerate(found, start=1)
    )


def _plain(found: _Found) -> Recalled:
    """What somebody said themselves in the form in which notes report it: by nobody else."""
    one = found.candidate
    return Recalled(one.kind, one.spot.said.turn, found.start, found.end, one.certainty, one.because, one.attrs, None)


def _in_turn(said: Said) -> list[_Found]:
    candidates: list[Candidate] = []
    for spot in said.spots:
        here = traits(spot)
        candidates += [one for detector in DETECTORS if (one := weigh(detector, spot, here)) is not None]
    settled = settle(candidates)
    groups: list[list[Candidate]] = []
    for candidate in sorted(settled, key=lambda one: one.spot.place):
        mate = next((group for group in groups if len(group) < 2 and merges(group[-1], candidate)), None)
        if mate is None:
            groups.append([candidate])
        else:
            mate.append(candidate)
    return [_place(said, group) for group in groups]


def _place(said: Said, group: list[Candidate]) -> _Found:
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
    return _Found(max(group, key=lambda candidate: candidate.certainty), start, end)
