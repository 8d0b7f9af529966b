"""Annotated talks as the network sees them: windows with targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.heads import CHANNELS, CHOICES, DUE, KINDS, Floats
from augenhoehe.understand.marking.windows import Alphabet, Window, windows
from augenhoehe.understand.ruling import look
from augenhoehe.understand.talk import Talk, prepare


@dataclass(frozen=True, slots=True)
class Targets:
    """How a window should be read.

    `inside` is pieces × CHANNELS, `begins` pieces × kinds, `choices` pieces × attributes with the index of the value,
    -1 where none applies.
    """

    inside: Floats
    begins: Floats
    choices: np.ndarray


Example = tuple[Window, Targets]


def conversation_of(talk: Mapping[str, Any]) -> Conversation:
    """An annotated talk or scene as a conversation."""
    turns = tuple(Turn(turn["id"], turn["speaker"], Role(turn["role"]), turn["text"]) for turn in talk["turns"])
    held_on = date.fromisoformat(talk["date"]) if talk.get("date") else None
    channel = Channel(talk.get("channel", "unknown"))
    return Conversation(talk["id"], Language(talk["lang"]), channel, (), turns, held_on=held_on)


def cut(talk: Mapping[str, Any], alphabet: Alphabet) -> tuple[Talk, list[Window]]:
    """A talk prepared, and its windows."""
    prepared = prepare(conversation_of(talk))
    return prepared, windows(prepared, look(prepared), alphabet)


def targets(window: Window, turns: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]]) -> Targets:
    """The marks of a talk on the pieces of one window."""
    size = len(window.ids)
    whole = Targets(
        np.zeros((size, CHANNELS), dtype=np.float32),
        np.zeros((size, len(KINDS)), dtype=np.float32),
        np.full((size, len(CHOICES)), -1, dtype=np.int64),
    )
    for index in sorted(set(window.turns) - {-1}):
        turn = turns[index]
        members = [i for i, owner in enumerate(window.turns) if owner == index and window.places[i][0] >= 0]
        for finding in findings:
            start = turn["text"].find(finding["quote"]) if finding["turn"] == turn["id"] else -1
            if start >= 0:
                _mark(window, members, finding, start, whole)
    return whole


def _mark(window: Window, members: list[int], finding: Mapping[str, Any], start: int, whole: Targets) -> None:
    end = start + len(finding["quote"])
    channel = KINDS.index(Kind(finding["kind"]))
    covered = [i for i in members if window.places[i][0] < end and window.places[i][1] > start]
    if not covered:
        return
    whole.inside[covered, channel] = 1.0
    whole.begins[covered[0], channel] = 1.0
    for column, (kind, name, values) in enumerate(CHOICES):
        if kind == finding["kind"] and finding["attrs"].get(name) in values:
            whole.choices[covered, column] = values.index(finding["attrs"][name])
    due = finding["attrs"].get("due")
    at = finding["quote"].lower().find(due.lower()) if due else -1
    if at >= 0:
        first, last = start + at, start + at + len(due)
        dated = [i for i in covered if window.places[i][0] < last and window.places[i][1] > first]
        whole.inside[dated, DUE] = 1.0


def examples_of(talk: Mapping[str, Any], alphabet: Alphabet) -> list[Example]:
    """The windows of one talk with their targets."""
    return [(window, targets(window, talk["turns"], talk["findings"])) for window in cut(talk, alphabet)[1]]
