"""What a language model is asked: the talk in parts, masked, without names, with the definition of every kind.

A part is small enough (about 4,000 characters) that a small model with a window of 4,096 tokens holds it with the
instructions and the answer. Turns stay whole where they fit; a longer one is cut between words.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from augenhoehe.listen.masking import View
from augenhoehe.speech.conversation import Conversation, Role, Turn
from augenhoehe.understand.engines.hiding import hide, names_in
from augenhoehe.understand.engines.model import LanguageModel, Request
from augenhoehe.understand.findings import ADVISER_KINDS, ANYONE_KINDS, ATTRIBUTES, CUSTOMER_KINDS, Kind

PART_CHARACTERS = 4_000
PART_TURNS = 24
CONTEXT_TURNS = 3
CONTEXT_CHARACTERS = 600
MOST_TOKENS = 1_600
PER_LINE = 4
"""Findings that one line may have at most; bounds what a model that goes round in circles can write."""
CONDITIONAL = " conditional"


@dataclass(frozen=True, slots=True)
class Line:
    """A turn, or a stretch of a long one, as it leaves: characters `start` to `end` of the masked view."""

    turn: Turn
    view: View
    start: int
    end: int

    @property
    def words(self) -> str:
        """What leaves of it."""
        return self.view.text[self.start : self.end]

    @property
    def side(self) -> str:
        """Who speaks, as far as the model is told: never a name."""
        return str(self.turn.role) if self.turn.role in (Role.ADVISER, Role.CUSTOMER) else "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a talk: its lines, the lines just before it, and its place among all parts (from 1)."""

    conversation: str
    number: int
    lines: tuple[Line, ...]
    before: tuple[Line, ...]

    @property
    def question(self) -> str:
        """The text that leaves, word for word."""
        told = _prompt()
        said = [told["before"], *map(_said, self.before), ""] if self.before else []
        return "\n".join([*said, told["lines"], *map(_said, self.lines)])

    def request(self) -> Request:
        """The whole request."""
        return Request(
            system=system(),
            example=tuple((each["question"].strip(), each["answer"].strip()) for each in _prompt()["example"]),
            question=self.question,
            schema=schema(PER_LINE * len(self.lines)),
            most_tokens=MOST_TOKENS,
        )


def parts(conversation: Conversation, also: Iterable[str] = ()) -> tuple[Part, ...]:
    """A conversation in parts, as it leaves; none where nothing was said. `also` are further names to hide."""
    names = names_in(conversation, also)
    lines = [line for turn in conversation.turns for line in _lines(turn, hide(turn.text, names))]
    found: list[Part] = []
    begin = 0
    while begin < len(lines):
        end, length = begin, 0
        while end < len(lines) and end - begin < PART_TURNS and (end == begin or length < PART_CHARACTERS):
            length += len(lines[end].words)
            if length > PART_CHARACTERS and end > begin:
                break
            end += 1
        found.append(Part(conversation.id, len(found) + 1, tuple(lines[begin:end]), _context(lines[:begin])))
        begin = end
    return tuple(found)


def digest(part: Part, model: LanguageModel) -> str:
    """Names an answer by all that it depends on: the model, the prompt, what leaves, and the words behind the masks."""
    asked = part.request()
    all_of_it = [
        model.address,
        model.name,
        asked.system,
        asked.example,
        asked.question,
        asked.schema,
        [(line.turn.id, line.start, line.view.original) for line in part.lines],
    ]
    return hashlib.sha256(json.dumps(all_of_it, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def system() -> str:
    """The instructions, with every kind and the details it may have."""
    told = _prompt()
    blocks = [told["system"].strip()]
    for name, kinds in (("customer", CUSTOMER_KINDS), ("both", ANYONE_KINDS), ("adviser", ADVISER_KINDS)):
        defined = [f"- {kind}: {told['kinds'][kind]}{_details(kind)}" for kind in Kind if kind in kinds]
        blocks.append("\n".join([told[name], *defined]))
    return "\n\n".join(blocks)


def schema(most: int) -> dict[str, Any]:
    """The JSON Schema of an answer with at most so many findings; simple enough for every server that knows schemas."""
    parts_of_one = {
        "turn": {"type": "integer"},
        "quote": {"type": "string"},
        "kind": {"type": "string", "enum": [str(kind) for kind in Kind]},
        "detail": {"type": "string"},
    }
    one = {
        "type": "object",
        "properties": parts_of_one,
        "required": list(parts_of_one),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"findings": {"type": "array", "items": one, "maxItems": most}},
        "required": ["findings"],
        "additionalProperties": False,
    }


def details_of(kind: Kind) -> tuple[str, ...]:
    """The details that a kind may have, as the model is told them; empty where it has none or holds free words."""
    attributes = ATTRIBUTES.get(kind, {})
    named = [str(value) for values in attributes.values() for value in values or () if isinstance(value, str)]
    return tuple(named + [name + CONDITIONAL for name in named] if "conditional" in attributes else named)


def _details(kind: Kind) -> str:
    names = [name for name in details_of(kind) if not name.endswith(CONDITIONAL)]
    return f"; detail: {', '.join(names)}" if names else ""


def _said(line: Line) -> str:
    return f"{line.turn.id} {line.side}: {line.words}"


def _context(lines: list[Line]) -> tuple[Line, ...]:
    kept: list[Line] = []
    for line in reversed(lines[-CONTEXT_TURNS:]):
        if sum(len(each.words) for each in (*kept, line)) > CONTEXT_CHARACTERS:
            break
        kept.append(line)
    return tuple(reversed(kept))


def _lines(turn: Turn, view: View) -> Iterator[Line]:
    start, whole = 0, len(view.text)
    while start < whole:
        end = min(start + PART_CHARACTERS, whole)
        if end < whole and (gap := view.text.rfind(" ", start + 1, end)) > start:
            end = gap
        if view.text[start:end].strip():
            yield Line(turn, view, start, end)
        start = end


@cache
def _prompt() -> dict[str, Any]:
    text = (files("augenhoehe.understand.engines") / "prompt.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
