"""The advice record of a case that was advised on."""

from __future__ import annotations

from dataclasses import replace

from augenhoehe.api.advising import Advised
from augenhoehe.api.cases import Case, PromiseNote, Talk
from augenhoehe.journey.record import AdviceRecord, Heard
from augenhoehe.keep.promises import Promise
from augenhoehe.keep.promising import promises_from


def record_of(advised: Advised, language: str = "de") -> AdviceRecord:
    """Everything that the case, its conversations and the advice say, along the spine; nothing is invented.

    `language` names the offers.
    """
    case, catalogue = advised.case, advised.catalogue
    return AdviceRecord(
        case=case.talks[0].conversation.id,
        title=case.title,
        customer=case.customer,
        adviser=case.adviser,
        occasion=case.occasion,
        made_on=case.made_on,
        conversations=tuple(_heard(talk) for talk in case.talks),
        board=advised.board,
        offers=tuple((offer.id, offer.name(language)) for offer in catalogue.offers),
        needs=tuple((need.id, need.name("de"), need.name("en")) for need in catalogue.needs),
        advice=advised.advice,
        decision=case.decision,
        promises=promises_of(case),
        signs=case.signs,
        checks=case.checks,
        learned=case.learned,
        confirmed_by=case.adviser if case.confirmed else "",
    )


def promises_of(case: Case) -> tuple[Promise, ...]:
    """The promises of all conversations, numbered through, with what the case knows became of them."""
    made = [each for talk in case.talks for each in promises_from(talk.conversation, talk.findings)]
    return tuple(_settled(replace(each, id=f"p{number}"), case.promises) for number, each in enumerate(made, start=1))


def _settled(promise: Promise, notes: tuple[PromiseNote, ...]) -> Promise:
    for note in notes:
        if promise.evidence and note.quote in (promise.evidence.quote, promise.what):
            return replace(promise, state=note.state, settled_on=note.settled_on)
    return promise


def _heard(talk: Talk) -> Heard:
    conversation = talk.conversation
    return Heard(
        id=conversation.id,
        title=conversation.title,
        held_on=conversation.held_on,
        channel=conversation.channel,
        origin=talk.origin,
        people=tuple(each.name for each in conversation.people),
    )
