"""Put the sample case into the store, as if somebody had walked the path with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files

from django.db import transaction

from augenhoehe.api.cases import Case, Talk, read_case
from augenhoehe.api.recording import promises_of
from augenhoehe.keep.promises import Promise
from augenhoehe.listen.consent import Consent, ConsentState, ConsentWay
from augenhoehe.speech.conversation import Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.store import advices, advising, cases, catalogues, conversations, customers, findings, promises
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import visible
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Finding

SAMPLES = {"de": "pruefstand", "en": "office_move"}


def load(actor: Account, language: str, *, today: date) -> str:
    """Open the sample case in a language with all that was confirmed, decided and promised. Returns its id.

    Loading it again gives the case that stands. What the program finds beyond the confirmed findings stays proposed, so
    that there is something to confirm.
    """
    folder = files("augenhoehe.sample") / SAMPLES[language]

    def fetch(name: str) -> bytes:
        return (folder / name).read_bytes()

    sample = read_case(fetch("case.json"), "case.json", fetch)
    with transaction.atomic():
        standing = visible(actor, tables.Case).filter(is_sample=True, title=sample.title).first()
        if standing is not None:
            return standing.id
        case_id = cases.open_case(
            actor,
            sample.title,
            opened_on=min((talk.conversation.held_on or today for talk in sample.talks), default=today),
            customer=sample.customer,
            occasion=sample.occasion,
            catalogue_id=catalogues.add_catalogue(actor, fetch(sample.catalogue), sample.catalogue, title=sample.title),
            budget=sample.budget,
            is_sample=True,
        )
        _people(actor, case_id, sample)
        stored = {talk.conversation.id: _talk(actor, case_id, talk, today) for talk in sample.talks}
        promises.add_promises(actor, case_id, [_placed(promise, stored) for promise in promises_of(sample)])
        advising.advise(actor, case_id)
        if sample.decision is not None:
            advices.decide(actor, case_id, sample.decision)
        advices.save_signs(actor, case_id, sample.signs)
        advices.plan_checks(actor, case_id, sample.checks)
        if sample.learned:
            cases.save_case(actor, case_id, learned=sample.learned)
    return case_id


def _people(actor: Account, case_id: str, sample: Case) -> None:
    customer_id = cases.case(actor, case_id).customer_id
    names = {party.name for talk in sample.talks for party in talk.conversation.people if party.role is Role.CUSTOMER}
    for name in sorted(names) if customer_id else ():
        customers.save_person(actor, str(customer_id), name)


def _talk(actor: Account, case_id: str, talk: Talk, today: date) -> str:
    """Store one conversation, confirm what was confirmed, and add what else the program finds. Returns its id."""
    held_on = talk.conversation.held_on
    consents = [
        Consent(party.name, ConsentState.GIVEN, ConsentWay.SPOKEN, held_on) for party in talk.conversation.people
    ]
    added = conversations.add(
        actor, talk.transcript, talk.findings, origin=talk.origin, today=today, case_id=case_id, consents=consents
    )
    findings.confirm(actor, added.conversation_id, [finding.id for finding in talk.findings])
    further = [found for found in examine(talk.conversation) if not _known(found, talk.findings)]
    findings.replace(actor, added.conversation_id, further)
    return added.conversation_id


def _known(found: Finding, confirmed: tuple[Finding, ...]) -> bool:
    """Whether a confirmed finding of the same kind shares words with it."""
    return any(
        found.kind is known.kind
        and found.evidence.turn.id == known.evidence.turn.id
        and found.evidence.start < known.evidence.end
        and known.evidence.start < found.evidence.end
        for known in confirmed
    )


def _placed(promise: Promise, stored: dict[str, str]) -> Promise:
    """A promise whose evidence speaks of the stored conversation."""
    evidence = promise.evidence
    if evidence is None:
        return promise
    return replace(
        promise, evidence=Evidence(stored[evidence.conversation], evidence.turn, evidence.start, evidence.end)
    )
