"""Lay out the sample case that the package carries, as if somebody had worked on it.

What a person confirmed in the sample is confirmed by the account that opens it; further proposals of the program stay
open, so that there is something to try one's hand at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from django.db import transaction

from augenhoehe.journey.record import Check, Decision, DecisionKind, Origin, SignOfSuccess
from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.conversation import Channel, Conversation, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, cases, catalogues, conversations, findings
from augenhoehe.store.account import Account
from augenhoehe.store.findings import PERSON
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import ATTRIBUTES, Finding, Kind

SAMPLES = {"de": "pruefstand", "en": "office_move"}
"""The sample case of each language: a folder of `augenhoehe/sample`."""

Json = Mapping[str, Any]


def open_sample(actor: Account, today: date) -> str:
    """The id of the sample case in the account's language; blank where the package carries none."""
    folder = files("augenhoehe") / "sample" / SAMPLES[actor.language]
    described = folder / "case.json"
    if not described.is_file():
        return ""
    sample: Json = json.loads(described.read_text("utf-8"))
    for line in cases.list_cases(actor):
        if line.is_sample and line.title == sample["title"]:
            return line.id
    with transaction.atomic():
        return _lay_out(actor, sample, folder, today)


def _lay_out(actor: Account, sample: Json, folder: Traversable, today: date) -> str:
    name = sample["catalogue"]
    catalogue = catalogues.add_catalogue(actor, (folder / name).read_bytes(), name)
    budget = sample.get("budget")
    case = cases.open_case(
        actor,
        sample["title"],
        opened_on=min(today, date.fromisoformat(sample["conversations"][0]["held_on"])),
        customer=sample["customer"],
        occasion=sample["occasion"],
        catalogue_id=catalogue,
        budget=Money(Decimal(budget["amount"]), budget["currency"]) if budget else None,
        is_sample=True,
    )
    for heard in sample["conversations"]:
        _hear(actor, case, heard, (folder / heard["file"]).read_bytes(), today)
    _settle(actor, case, sample)
    return case


def _hear(actor: Account, case: str, heard: Json, data: bytes, today: date) -> None:
    read = read_conversation(data, heard["file"], advisers=heard["advisers"], customers=heard["customers"])
    conversation = replace(
        read.conversation,
        title=heard["title"],
        held_on=date.fromisoformat(heard["held_on"]),
        channel=Channel(heard["channel"]),
    )
    held, confirmed = with_confirmed(conversation, examine(conversation), heard["findings"], actor.name)
    transcript: Transcript = replace(read, conversation=conversation)
    origin = Origin(heard["origin"])
    added = conversations.add(
        actor, transcript, held, origin=origin, today=today, case_id=case, file_name=heard["file"]
    )
    findings.confirm(actor, added.conversation_id, confirmed)


def with_confirmed(
    conversation: Conversation, found: Sequence[Finding], confirmed: Sequence[Json], by: str
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The program's findings with those a person confirmed among them, and the ids of the latter.

    A finding of the program at exactly the same place stands for the confirmed one; one of the same kind that overlaps
    it gives way.
    """
    held = list(found)
    ids = []
    for number, item in enumerate(confirmed, start=1):
        evidence = _place(conversation, item["speaker"], item["quote"])
        kind = Kind(item["kind"])
        same = [one for one in held if one.kind is kind and _overlap(one.evidence, evidence)]
        exact = [one for one in same if (one.evidence.start, one.evidence.end) == (evidence.start, evidence.end)]
        wanted = dict.fromkeys(ATTRIBUTES.get(kind, {})) | dict(item.get("attrs", {}))
        attrs = tuple(sorted(wanted.items()))
        if exact and exact[0].attrs == attrs:
            ids.append(exact[0].id)
            continue
        held = [one for one in held if one not in same]
        because = Message.of("store.findings.by_person", name=by)
        held.append(Finding(f"s{number}", kind, evidence, 1.0, because, PERSON, attrs))
        ids.append(f"s{number}")
    return tuple(held), tuple(ids)


def _place(conversation: Conversation, speaker: str, quote: str) -> Evidence:
    said: list[Turn] = [turn for turn in conversation.turns if turn.speaker == speaker and quote in turn.text]
    if not said:
        raise ValueError(f"the sample quotes what {speaker} did not say: {quote!r}")
    return Evidence.locate(conversation.id, said[0], quote)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.turn.id == other.turn.id and one.start < other.end and other.start < one.end


def _settle(actor: Account, case: str, sample: Json) -> None:
    said = sample.get("decision")
    if said:
        decision = Decision(
            DecisionKind(said["kind"]),
            date.fromisoformat(said["on"]) if said.get("on") else None,
            said.get("words", ""),
            tuple(said.get("offers", ())),
            tuple(said.get("risks_named", ())),
        )
        advices.decide(actor, case, decision)
    signs = [SignOfSuccess(one["words"], one.get("today", ""), one.get("hoped", "")) for one in sample.get("signs", ())]
    advices.save_signs(actor, case, signs)
    checks = [Check(date.fromisoformat(one["on"]), one.get("offer", "")) for one in sample.get("checks", ())]
    advices.plan_checks(actor, case, checks)
