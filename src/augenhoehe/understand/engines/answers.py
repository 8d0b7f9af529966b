"""What of an answer is kept: quotes that stand in the text, kinds that this side can say, details that exist.

Nothing that a model writes is taken on trust. A quote that does not stand in its line word for word is dropped; other
white space, quotation marks, apostrophes and dashes are no other words and are mapped back to what stands there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.engines.model import NoAnswerError
from augenhoehe.understand.engines.prompting import CONDITIONAL, Line, Part, details_of
from augenhoehe.understand.findings import (
    ADVISER_KINDS,
    ANYONE_KINDS,
    ATTRIBUTES,
    CUSTOMER_KINDS,
    Attribute,
    Kind,
)

MOST_CHARACTERS = 200_000
"""An answer longer than this is no answer to a part."""
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_ALIKE = {**dict.fromkeys("„“”‟«»″", '"'), **dict.fromkeys("‚‘’‛‹›′`´", "'"), **dict.fromkeys("‐‑‒–—−", "-")}


class Fault(StrEnum):
    """Why a proposal was dropped."""

    FORM = "form"
    TURN = "turn"
    QUOTE = "quote"
    KIND = "kind"
    SIDE = "side"
    DETAIL = "detail"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A checked proposal: characters `start` to `end` of the original text of a turn."""

    turn: int
    start: int
    end: int
    kind: Kind
    attrs: tuple[tuple[str, Attribute], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What an answer came to: proposals in the order of their places, and how many were dropped for what."""

    proposals: tuple[Proposal, ...]
    dropped: tuple[tuple[Fault, int], ...] = ()


def check(answer: str, part: Part) -> Checked:
    """The proposals of an answer to a part. Raises NoAnswerError for an answer that is not of the asked form."""
    kept: dict[tuple[int, Kind], list[Proposal]] = {}
    faults: dict[Fault, int] = {}
    for item in _items(answer):
        found = _proposal(item, part)
        if isinstance(found, Proposal):
            mates = kept.setdefault((found.turn, found.kind), [])
            if not any(mate.start < found.end and found.start < mate.end for mate in mates):
                mates.append(found)
                continue
            found = Fault.TWICE
        faults[found] = faults.get(found, 0) + 1
    places = {line.turn.id: place for place, line in enumerate(part.lines)}
    ordered = sorted(
        (proposal for mates in kept.values() for proposal in mates),
        key=lambda one: (places[one.turn], one.start, tuple(Kind).index(one.kind)),
    )
    return Checked(tuple(ordered), tuple((fault, faults[fault]) for fault in Fault if fault in faults))


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text (start, end), letter by letter or but for white space and typography."""
    quote = quote.strip()
    if not quote:
        return None
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    plain, places = _plain(text)
    wanted, _ = _plain(quote)
    start = plain.find(wanted)
    return (places[start], places[start + len(wanted) - 1] + 1) if start >= 0 else None


def written(checked: Checked) -> str:
    """What is remembered of an answer: places and kinds. Of the words only those of a date."""
    return json.dumps(
        {
            "proposals": [[p.turn, p.start, p.end, str(p.kind), dict(p.attrs)] for p in checked.proposals],
            "dropped": {str(fault): number for fault, number in checked.dropped},
        },
        ensure_ascii=False,
    )


def remembered(kept: str) -> Checked | None:
    """What was written, None for what is damaged."""
    try:
        data = json.loads(kept)
        proposals = tuple(
            Proposal(int(turn), int(start), int(end), Kind(kind), tuple(sorted(attrs.items())))
            for turn, start, end, kind, attrs in data["proposals"]
        )
        if not all(_fits(proposal.kind, proposal.attrs) for proposal in proposals):
            return None
        return Checked(proposals, tuple((Fault(name), int(number)) for name, number in data["dropped"].items()))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _fits(kind: Kind, attrs: tuple[tuple[str, Attribute], ...]) -> bool:
    wanted = ATTRIBUTES.get(kind, {})
    return {name for name, _ in attrs} == set(wanted) and all(
        (allowed := wanted[name]) is None or value in allowed for name, value in attrs
    )


def _items(answer: str) -> Iterator[Any]:
    if len(answer) > MOST_CHARACTERS:
        raise NoAnswerError.of("second.refused.too_long")
    bare = _THOUGHTS.sub("", answer)
    fenced = _FENCE.match(bare)
    try:
        data = json.loads(fenced[1] if fenced else bare)
    except (ValueError, RecursionError):
        raise NoAnswerError.of("second.refused.not_json") from None
    findings = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(findings, list):
        raise NoAnswerError.of("second.refused.not_the_form")
    yield from findings


def _proposal(item: Any, part: Part) -> Proposal | Fault:
    if not isinstance(item, dict):
        return Fault.FORM
    number, quote, kind_name, detail = (item.get(name) for name in ("turn", "quote", "kind", "detail"))
    if isinstance(number, bool) or not isinstance(number, int):
        return Fault.FORM
    if not isinstance(quote, str) or not isinstance(kind_name, str) or not isinstance(detail, str | None):
        return Fault.FORM
    lines = [line for line in part.lines if line.turn.id == number]
    if not lines:
        return Fault.TURN
    if kind_name not in tuple(Kind):
        return Fault.KIND
    kind = Kind(kind_name)
    if not _can_say(lines[0], kind):
        return Fault.SIDE
    for line in lines:
        place = _place(quote, line)
        if place is not None:
            attrs = _attributes(kind, (detail or "").strip(), line)
            return Fault.DETAIL if attrs is None else Proposal(number, *place, kind, attrs)
    return Fault.QUOTE


def _can_say(line: Line, kind: Kind) -> bool:
    allowed: Mapping[Role, frozenset[Kind]] = {Role.ADVISER: ADVISER_KINDS, Role.CUSTOMER: CUSTOMER_KINDS}
    return kind in ANYONE_KINDS or kind in allowed.get(line.turn.role, CUSTOMER_KINDS | ADVISER_KINDS)


def _place(quote: str, line: Line) -> tuple[int, int] | None:
    """Where the quote stands in the original turn: a mask at its end goes along whole."""
    found = locate(quote, line.words)
    if found is None:
        return None
    start, end = found[0] + line.start, found[1] + line.start
    first, last = line.view.to_original(start), line.view.to_original(end)
    inside = next((mask for mask in line.view.masked if mask.view_start < end < mask.view_end), None)
    if inside is not None:
        last = inside.end
    return (first, last) if line.view.original[first:last].strip() else None


def _attributes(kind: Kind, detail: str, line: Line) -> tuple[tuple[str, Attribute], ...] | None:
    """The attributes that a detail says, None where it says none that the kind can have.

    The words of a promise's date must stand in its turn; where they don't, no date was said.
    """
    wanted = ATTRIBUTES.get(kind, {})
    if not wanted:
        return ()
    if kind is Kind.PROMISE:
        place = _place(detail, line)
        return (("due", line.view.original[slice(*place)] if place else None),)
    if detail not in details_of(kind):
        return None
    conditional = detail.endswith(CONDITIONAL)
    said: dict[str, Attribute] = {
        name: conditional if name == "conditional" else detail.removesuffix(CONDITIONAL) for name in wanted
    }
    return tuple(said.items())


def _plain(text: str) -> tuple[str, list[int]]:
    """A text with one sort of quotation mark, dash and space, and where each of its characters comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else _ALIKE.get(letter, letter)
        if plain == " " and letters and letters[-1] == " ":
            continue
        letters.append(plain)
        places.append(place)
    return "".join(letters), places
