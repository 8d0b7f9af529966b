"""The JSON shapes of the doors: `augenhoehe.reading/1` and `augenhoehe.advice/1`.

Sentences are in the voice; quotes, ids and offsets are as they are. Equal values give equal bytes: keys are sorted,
numbers rounded to four decimals, amounts of money to cents. The JSON Schemas lie in `augenhoehe/schemas/`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import singledispatch
from importlib.resources import files
from typing import Any

from augenhoehe.advise.advice import Advice, Compromise, FrontPoint, Item, Reason
from augenhoehe.advise.advice import Question as AdviceQuestion
from augenhoehe.api.reading import Question, Reading, Second
from augenhoehe.needs.board import Board, Gap, Limit, Need, Wish
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.conversation import Conversation, Turn
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.understand.engines.agreeing import Agreement
from augenhoehe.understand.findings import Finding
from augenhoehe.understand.measures import Measure
from augenhoehe.wording.saying import Address, Voice

Json = dict[str, Any]
SCHEMAS = ("reading", "advice", "record", "promises", "check", "case")
DECIMALS = 4
GERMAN = Voice()


def dump(shape: Json) -> str:
    """The text of a JSON shape: UTF-8, sorted keys, two spaces, a newline at the end."""
    return json.dumps(shape, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def schema(name: str) -> str:
    """The JSON Schema (draft 2020-12) of a shape, as text. Raises InputRefusedError for a name that is none."""
    name = name.removeprefix("augenhoehe.").removesuffix("/1")
    if name not in SCHEMAS:
        raise InputRefusedError.of("api.schema.unknown", name=name, names=", ".join(SCHEMAS))
    return (files("augenhoehe") / "schemas" / f"{name}.json").read_text(encoding="utf-8")


@singledispatch
def to_json(value: object, voice: Voice = GERMAN) -> Json:
    """A Reading or an Advice as JSON values, its sentences in the voice. Raises TypeError for anything else."""
    raise TypeError(f"no JSON shape for a {type(value).__name__}")


@to_json.register
def _reading(value: Reading, voice: Voice = GERMAN) -> Json:
    return {
        "schema": "augenhoehe.reading/1",
        "voice": {"language": voice.language, "address": str(voice.address)},
        "conversation": conversation_shape(value.conversation),
        "format": value.transcript.format,
        "encoding": value.transcript.encoding,
        "roles": [
            {"name": each.name, "role": str(each.role), "stated": each.stated, "because": voice.say(each.because)}
            for each in value.transcript.roles
        ],
        "notes": [voice.say(note) for note in value.transcript.notes],
        "findings": [finding_shape(each, voice) for each in value.findings],
        "measures": [measure_shape(each, voice) for each in value.measures],
        **board_shape(value.board, value.named, voice),
        "unanswered": list(value.unanswered),
        "answered_without_asking": list(value.answered_without_asking),
        "next_questions": [_asked(each, voice) for each in value.next_questions],
        **({"second_reading": _second(value.second, voice)} if value.second is not None else {}),
    }


@to_json.register
def _advice(value: Advice, voice: Voice = GERMAN) -> Json:
    return {
        "schema": "augenhoehe.advice/1",
        "voice": {"language": voice.language, "address": str(voice.address)},
        "status": str(value.status),
        "verdict": str(value.verdict),
        "summary": voice.say(value.summary),
        "price": money_shape(value.price),
        "coverage": number(value.coverage),
        "proof": {
            "value": money_shape(value.proof.value),
            "bound": money_shape(value.proof.bound),
            "gap": number(value.proof.gap),
            "engine": value.proof.engine,
            "settled_by": said(value.proof.settled_by, voice),
            # Time would make equal cases unequal; who measures it fills it in.
            "seconds": None,
        },
        "chosen": list(value.chosen),
        "kept": [_item(each, voice) for each in value.kept],
        "left_out": [_item(each, voice) for each in value.left_out],
        "added": [_item(each, voice) for each in value.added],
        "rejected": [_item(each, voice) for each in value.rejected],
        "reasons": [
            {"offer": item.offer, **_reason(reason, voice)}
            for part in (value.kept, value.left_out, value.added, value.rejected)
            for item in part
            for reason in item.reasons
        ],
        "compromises": [_compromise(each, voice) for each in value.compromises],
        "front": [_front_point(each) for each in value.front],
        "conflict": [voice.say(each) for each in value.conflict],
        "relaxations": [voice.say(each) for each in value.relaxations],
        "next_questions": [_advice_question(each, voice) for each in value.next_questions],
        "assumptions": [voice.say(each) for each in value.assumptions],
        "robustness": {
            "text": said(value.steady, voice),
            "tips": [
                {"need": each.need, "text": voice.say(each.message), "loss": money_shape(each.loss)}
                for each in value.tips
            ],
        },
    }


def _second(second: Second, voice: Voice) -> Json:
    """A second reading: only what it adds to the first, and the agreement of both, kind by kind and as a whole."""
    return {
        "model": second.reading.model,
        "findings": [finding_shape(each, voice) for each in second.comparison.further],
        "agreement": [_agreement(each) for each in (*second.comparison.kinds, second.comparison.whole)],
        "dropped": {str(fault): count for fault, count in second.reading.dropped},
    }


def _agreement(value: Agreement) -> Json:
    return {
        "kind": str(value.kind) if value.kind else None,
        "both": value.both,
        "built_in_only": value.first_only,
        "language_model_only": value.second_only,
        "share": number(value.share),
    }


def conversation_shape(conversation: Conversation) -> Json:
    """A conversation: turn ids and texts as they are, times in seconds or null."""
    return {
        "id": conversation.id,
        "lang": str(conversation.language),
        "channel": str(conversation.channel),
        "title": conversation.title,
        "date": day(conversation.held_on),
        "people": [{"name": each.name, "role": str(each.role)} for each in conversation.people],
        "turns": [_turn(each) for each in conversation.turns],
    }


def _turn(turn: Turn) -> Json:
    return {
        "id": turn.id,
        "speaker": turn.speaker,
        "role": str(turn.role),
        "start": number(turn.start),
        "end": number(turn.end),
        "text": turn.text,
    } | ({"said_on": day(turn.said_on)} if turn.said_on is not None else {})


def finding_shape(finding: Finding, voice: Voice) -> Json:
    """A finding; `start` and `end` count characters in the text of its turn.

    `by` stands only in what a note reports.
    """
    shape = {
        "id": finding.id,
        "kind": str(finding.kind),
        "family": str(finding.family),
        "turn": finding.evidence.turn.id,
        "quote": finding.evidence.quote,
        "start": finding.evidence.start,
        "end": finding.evidence.end,
        "attrs": dict(finding.attrs),
        "certainty": number(finding.certainty),
        "because": voice.say(finding.because),
        "source": finding.source,
    }
    return shape | {"by": str(finding.by)} if finding.by else shape


def measure_shape(value: Measure, voice: Voice) -> Json:
    """A measure; `value` is null where it is not measurable, never 0."""
    return {
        "name": value.name,
        "value": number(value.value),
        "unit": value.unit,
        "basis": str(value.basis),
        "evidence": _evidences(value.evidence),
        "because": said(value.because, voice),
    }


def board_shape(board: Board, named: Sequence[NamedNeed], voice: Voice) -> Json:
    """Wishes, needs, limits, criteria and gaps."""
    names = {need.id: need.name(voice.language) for need in named}
    return {
        "wishes": [_wish(each) for each in board.wishes],
        "needs": [_need(each, names.get(each.named or "", each.statement), voice) for each in board.needs],
        "limits": [_limit(each) for each in board.limits],
        "criteria": [
            {
                "id": each.id,
                "turns": turns_of(each.evidence),
                "evidence": _evidences(each.evidence),
                "certainty": number(each.certainty),
            }
            for each in board.criteria
        ],
        "gaps": [_gap(each, voice) for each in board.gaps],
    }


def _wish(wish: Wish) -> Json:
    return {
        "id": wish.id,
        "what": wish.what,
        "turns": turns_of(wish.evidence),
        "evidence": _evidences(wish.evidence),
        "certainty": number(wish.certainty),
        "mirrored": wish.mirrored_by is not None,
        "mirrored_by": evidence_shape(wish.mirrored_by) if wish.mirrored_by else None,
        "reason_known": wish.reason is not None,
        "reason": evidence_shape(wish.reason) if wish.reason else None,
    }


def _need(need: Need, words: str, voice: Voice) -> Json:
    return {
        "id": need.id,
        "need": words,
        "named": need.named,
        "turns": turns_of(need.evidence),
        "evidence": _evidences(need.evidence),
        "matched_words": list(need.matched_words),
        "weight": number(need.weight),
        "weight_because": voice.say(need.weight_because),
        "certainty": number(need.certainty),
        "certainty_because": voice.say(need.certainty_because),
        "confirmed": need.confirmed,
    }


def _limit(limit: Limit) -> Json:
    return {
        "id": limit.id,
        "type": str(limit.kind),
        "turns": turns_of(limit.evidence),
        "evidence": _evidences(limit.evidence),
        "certainty": number(limit.certainty),
        "amount": money_shape(limit.amount) if limit.amount else None,
        "per": str(limit.per),
        "threshold": limit.threshold,
        "day": day(limit.day),
    }


def _gap(gap: Gap, voice: Voice) -> Json:
    return {
        "kind": str(gap.kind),
        "wish": gap.wish,
        **evidence_shape(gap.evidence),
        "because": voice.say(gap.because),
    }


def _asked(question: Question, voice: Voice) -> Json:
    return {
        "text": voice.say(question.text),
        "gap": str(question.gap.kind),
        "turn": question.gap.evidence.turn.id,
        "wish": question.gap.wish,
        "because": voice.say(question.gap.because),
    }


def _item(item: Item, voice: Voice) -> Json:
    return {
        "offer": item.offer,
        "title": item.title,
        "price": money_shape(item.price) if item.price else None,
        "wished_by": _evidences(item.wished_by),
        "reasons": [_reason(each, voice) for each in item.reasons],
        "right_if": said(item.right_if, voice),
    }


def _reason(reason: Reason, voice: Voice) -> Json:
    return {
        "text": voice.say(reason.message),
        "evidence": _evidences(reason.evidence),
        "offers": list(reason.offers),
        "needs": list(reason.needs),
        "worth": money_shape(reason.worth) if reason.worth else None,
    }


def _compromise(compromise: Compromise, voice: Voice) -> Json:
    return {
        "need": compromise.need,
        "title": compromise.title,
        "covered": number(compromise.covered),
        "risk": voice.say(compromise.risk),
        "forced_by": voice.say(compromise.forced_by),
        "lifting": said(compromise.lifting, voice),
        "evidence": _evidences(compromise.evidence),
    }


def _front_point(point: FrontPoint) -> Json:
    return {
        "price": money_shape(point.price),
        "coverage": number(point.coverage),
        "chosen": list(point.chosen),
        "advised": point.advised,
        "wished": point.wished,
        "corner": point.corner,
        "until": money_shape(point.until) if point.until else None,
        "settled": point.settled,
        "effort_hours": float(point.effort_hours),
    }


def _advice_question(question: AdviceQuestion, voice: Voice) -> Json:
    texts = dict(question.text_by_voice)
    spoken = "en" if voice.language == "en" else ("du" if voice.address is Address.DU else "sie")
    return {
        "need": question.need,
        "text": texts.get(spoken) or next(iter(texts.values())),
        "value": money_shape(question.value),
        "because": voice.say(question.why),
    }


def evidence_shape(evidence: Evidence) -> Json:
    """The words a statement rests on, with their place."""
    return {
        "conversation": evidence.conversation,
        "turn": evidence.turn.id,
        "speaker": evidence.speaker,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
    }


def _evidences(evidences: Sequence[Evidence]) -> list[Json]:
    return [evidence_shape(each) for each in evidences]


def turns_of(evidences: Sequence[Evidence]) -> list[int]:
    """The turns behind a statement, each once, in order."""
    return list(dict.fromkeys(each.turn.id for each in evidences))


def money_shape(money: Money) -> Json:
    """An amount, rounded to cents, with its currency."""
    amount = money.amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    whole = amount == amount.to_integral_value()
    return {"amount": int(amount) if whole else float(amount), "currency": money.currency}


def number(value: float | None) -> float | None:
    """A number rounded to four decimals, whole ones without a fraction."""
    if value is None:
        return None
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded


def day(value: date | None) -> str | None:
    """A date as ISO 8601 writes it."""
    return value.isoformat() if value else None


def said(message: Message | None, voice: Voice) -> str | None:
    """A sentence in the voice, or None where there is none."""
    return voice.say(message) if message is not None else None
