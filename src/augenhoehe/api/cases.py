"""A case as a file: its conversations, what a person confirmed in them, and what is known besides.

`case.json` or `case.toml` (schema `augenhoehe.case/1`, see docs/guides/command-line.md); a single conversation is a
case too. Where a conversation lists `findings`, a person has confirmed these and no others; otherwise the case rests on
proposals.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from augenhoehe.api.fields import Fields
from augenhoehe.journey.record import Check, Decision, DecisionKind, Origin, SignOfSuccess, Use
from augenhoehe.keep.promises import PromiseState
from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.transcript import Transcript
from augenhoehe.needs.board import Board
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.needs.named import NamedNeed
from augenhoehe.needs.weighing import board
from augenhoehe.speech.conversation import Channel, Conversation, Turn
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import ATTRIBUTES, Finding, Kind

SCHEMAS = ("augenhoehe.case/1", "augenhoehe.sample/1")
CASE_FIELDS = (
    "schema", "language", "title", "customer", "adviser", "occasion", "made_on", "catalogue", "budget", "conversations",
    "promises", "decision", "signs", "checks", "learned", "seats", "owned",
)  # fmt: skip
TALK_FIELDS = ("id", "file", "title", "held_on", "channel", "origin", "advisers", "customers", "format", "findings")


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation of a case with its findings; `confirmed` where a person has listed them."""

    transcript: Transcript
    findings: tuple[Finding, ...]
    confirmed: bool = False
    origin: Origin = Origin.UNKNOWN

    @property
    def conversation(self) -> Conversation:
        """What was said."""
        return self.transcript.conversation


@dataclass(frozen=True, slots=True)
class PromiseNote:
    """What became of a promise that is known by its quote."""

    quote: str
    state: PromiseState
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its file tells it; `catalogue` is the name of a file beside it."""

    title: str
    talks: tuple[Talk, ...]
    customer: str = ""
    adviser: str = ""
    occasion: str = ""
    made_on: date | None = None
    catalogue: str = ""
    budget: Money | None = None
    promises: tuple[PromiseNote, ...] = field(default=())
    decision: Decision | None = None
    signs: tuple[SignOfSuccess, ...] = field(default=())
    checks: tuple[Check, ...] = field(default=())
    learned: str = ""
    seats: int | None = None
    owned: tuple[str, ...] = field(default=())

    @property
    def confirmed(self) -> bool:
        """Whether every finding of the case was confirmed by a person."""
        return bool(self.talks) and all(talk.confirmed for talk in self.talks)

    def board(self, named: Sequence[NamedNeed] = (), house_currency: str = CURRENCY_OF_THE_HOUSE) -> Board:
        """The needs board of the case; amounts without a currency are in that of the house."""
        return board(
            [talk.conversation for talk in self.talks],
            {talk.conversation.id: talk.findings for talk in self.talks},
            named,
            self.confirmed,
            house_currency=house_currency,
        )


def case_of(transcripts: Sequence[Transcript]) -> Case:
    """The case that conversations make by themselves, on proposals alone."""
    talks = tuple(Talk(each, examine(each.conversation)) for each in _told_apart(transcripts))
    return Case(title=talks[0].conversation.title if talks else "", talks=talks)


def read_case(data: bytes, name: str, fetch: Callable[[str], bytes]) -> Case:
    """Read `case.json` or `case.toml`; `fetch` gives the bytes of a file that the case names.

    Raises InputRefusedError that names the field, the missing file, or the quote that its conversation does not have.
    """
    fields = Fields(name, "", _parsed(data, name))
    fields.only(*CASE_FIELDS)
    if fields.text("schema", None) not in SCHEMAS:
        raise InputRefusedError.of("api.case.schema", file=name, schema=SCHEMAS[0])
    talks = fields.tables("conversations", lambda each: _talk(each, fetch))
    if not talks:
        raise InputRefusedError.of("api.case.no_conversation", file=name)
    ids = [talk.conversation.id for talk in talks]
    for each in ids:
        if ids.count(each) > 1:
            raise InputRefusedError.of("api.case.same_id", file=name, id=each)
    return Case(
        title=fields.text("title"),
        talks=talks,
        customer=fields.text("customer"),
        adviser=fields.text("adviser"),
        occasion=fields.text("occasion"),
        made_on=fields.day("made_on"),
        catalogue=fields.text("catalogue"),
        budget=fields.money("budget"),
        promises=fields.tables("promises", _promise),
        decision=_decision(fields.table("decision")),
        signs=fields.tables("signs", _sign),
        checks=fields.tables("checks", _check),
        learned=fields.text("learned"),
        seats=fields.count("seats"),
        owned=fields.texts("owned"),
    )


def is_case(name: str, data: bytes) -> bool:
    """Whether a file is a case and not a conversation: by its ending and by the schema that it names at its start."""
    head = data[:4096]
    return name.endswith((".json", ".toml")) and any(schema.encode() in head for schema in SCHEMAS)


def _parsed(data: bytes, name: str) -> Mapping[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text) if name.endswith(".toml") else json.loads(text)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputRefusedError.of("api.case.broken", file=name, detail=str(error)) from None
    if not isinstance(values, dict):
        raise InputRefusedError.of("api.case.schema", file=name, schema=SCHEMAS[0])
    return values


def _talk(fields: Fields, fetch: Callable[[str], bytes]) -> Talk:
    fields.only(*TALK_FIELDS)
    file = fields.text("file", None)
    transcript = read_conversation(
        fetch(file),
        file,
        advisers=fields.texts("advisers"),
        customers=fields.texts("customers"),
        format=fields.text("format") or None,
    )
    read = transcript.conversation
    conversation = replace(
        read,
        id=fields.text("id") or read.id,
        title=fields.text("title") or read.title,
        held_on=fields.day("held_on") or read.held_on,
        channel=fields.choice("channel", Channel, read.channel),
    )
    transcript = replace(transcript, conversation=conversation)
    origin = fields.choice("origin", Origin, Origin.UNKNOWN)
    if "findings" not in fields.values:
        return Talk(transcript, examine(conversation), origin=origin)
    found = fields.tables("findings", lambda each: _finding(each, conversation))
    order = {turn.id: place for place, turn in enumerate(conversation.turns)}
    ordered = sorted(found, key=lambda one: (order[one.evidence.turn.id], one.evidence.start, one.kind))
    named = tuple(replace(one, id=f"f{number}") for number, one in enumerate(ordered, start=1))
    return Talk(transcript, named, confirmed=True, origin=origin)


def _finding(fields: Fields, conversation: Conversation) -> Finding:
    fields.only("speaker", "kind", "quote", "attrs", "turn")
    kind = fields.choice("kind", Kind, None)
    quote = fields.text("quote", None)
    turn = _turn(fields, conversation, quote)
    given = fields.table("attrs")
    attrs = dict.fromkeys(ATTRIBUTES.get(kind, {})) | dict(given.values if given else {})
    try:
        return Finding(
            id="f0",
            kind=kind,
            evidence=Evidence.locate(conversation.id, turn, quote),
            certainty=1.0,
            because=Message.of("api.case.confirmed"),
            source="person",
            attrs=tuple(sorted(attrs.items())),
        )
    except ValueError as error:
        raise InputRefusedError.of(
            "api.case.finding", file=fields.file, field=fields.place, detail=str(error)
        ) from None


def _turn(fields: Fields, conversation: Conversation, quote: str) -> Turn:
    """The turn that a quote stands in: by its id where that is given, else the speaker's only one with these words."""
    speaker, wanted = fields.text("speaker"), fields.values.get("turn")
    found = [
        turn
        for turn in conversation.turns
        if quote in turn.text and speaker in ("", turn.speaker) and wanted in (None, turn.id)
    ]
    if len(found) != 1:
        key = "api.case.quote_missing" if not found else "api.case.quote_twice"
        raise InputRefusedError.of(key, file=fields.file, field=fields.place + "quote", quote=quote)
    return found[0]


def _promise(fields: Fields) -> PromiseNote:
    fields.only("quote", "state", "settled_on")
    return PromiseNote(
        fields.text("quote", None), fields.choice("state", PromiseState, PromiseState.OPEN), fields.day("settled_on")
    )


def _decision(fields: Fields | None) -> Decision | None:
    if fields is None:
        return None
    fields.only("kind", "on", "words", "offers", "risks_named")
    return Decision(
        kind=fields.choice("kind", DecisionKind, None),
        on=fields.day("on"),
        words=fields.text("words"),
        offers=fields.texts("offers"),
        risks_named=fields.texts("risks_named"),
    )


def _sign(fields: Fields) -> SignOfSuccess:
    fields.only("words", "today", "hoped")
    return SignOfSuccess(fields.text("words", None), fields.text("today"), fields.text("hoped"))


def _check(fields: Fields) -> Check:
    fields.only("on", "offer", "use", "words", "asked_on")
    on = fields.day("on")
    if on is None:
        raise fields.refuse("on", "api.case.wanted_day")
    return Check(
        on=on,
        offer=fields.text("offer"),
        use=fields.choice("use", Use, Use.UNKNOWN),
        words=fields.text("words"),
        asked_on=fields.day("asked_on"),
    )


def _told_apart(transcripts: Sequence[Transcript]) -> list[Transcript]:
    """The same transcripts with ids that differ: a repeated one gets its place in the case."""
    seen: set[str] = set()
    apart = []
    for place, each in enumerate(transcripts, start=1):
        name = each.conversation.id
        if name in seen:
            each = replace(each, conversation=replace(each.conversation, id=f"{name}-{place}"))
        seen.add(each.conversation.id)
        apart.append(each)
    return apart
