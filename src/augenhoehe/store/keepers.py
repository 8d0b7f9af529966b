"""The store as the keeper that `journey` asks for: one object a port, acting for one account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.journey.record import AdviceRecord
from augenhoehe.journey.settle import Ruling, RulingKind
from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import Promise
from augenhoehe.learn.checks import Check, Use
from augenhoehe.listen.consent import Consent, Origin
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.evidence import Evidence
from augenhoehe.store import advices, advising, cases, catalogues, conversations, findings, ledger, promises, records
from augenhoehe.store.account import Account
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.findings import State, StoredFinding
from augenhoehe.understand.findings import Finding

STATES = {
    State.CONFIRMED: RulingKind.CONFIRMED,
    State.CORRECTED: RulingKind.CORRECTED,
    State.REJECTED: RulingKind.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Day:
    """A clock that stands still for one request."""

    day: date

    def today(self) -> date:
        """The day."""
        return self.day


@dataclass(frozen=True, slots=True)
class ConversationKeeper:
    """Keeps conversations; `consents` are those asked for on import."""

    actor: Account
    day: date
    consents: tuple[Consent, ...] = ()

    def add(self, case: str, transcript: Transcript, origin: Origin) -> str:
        """Keep a conversation of a case. Raises InputRefusedError for what stands against the import."""
        added = conversations.add(
            self.actor, transcript, origin=origin, today=self.day, case_id=case, consents=self.consents
        )
        return added.conversation_id

    def one(self, conversation: str) -> Conversation:
        """One conversation."""
        return conversations.conversation(self.actor, conversation).conversation

    def of_case(self, case: str) -> Sequence[Conversation]:
        """All of a case, in the order in which they were held."""
        return conversations.of_case(self.actor, case)


@dataclass(frozen=True, slots=True)
class FindingKeeper:
    """Keeps findings; what a person decided is read and written as rulings."""

    actor: Account

    def propose(self, conversation: str, found: Sequence[Finding]) -> None:
        """Put proposals in place of the earlier ones; rulings stay."""
        findings.replace(self.actor, conversation, found)

    def proposed(self, conversation: str) -> Sequence[Finding]:
        """The findings as they were proposed, before any correction; a person's own ones too."""
        return tuple(_as_proposed(stored) for stored in findings.list_findings(self.actor, conversation))

    def rule(self, conversation: str, rulings: Sequence[Ruling]) -> None:
        """Keep rulings as decisions of the account."""
        with transaction.atomic():
            for ruling in rulings:
                if ruling.kind is RulingKind.REJECTED:
                    findings.reject(self.actor, conversation, [ruling.finding])
                elif ruling.instead is None:
                    findings.confirm(self.actor, conversation, [ruling.finding])
                else:
                    _correct(self.actor, conversation, ruling.instead)

    def rulings(self, conversation: str) -> Sequence[Ruling]:
        """What stands decided, one ruling a finding, in the order in which it was decided."""
        decided = [
            stored
            for stored in findings.list_findings(self.actor, conversation)
            if stored.state in STATES and stored.decided_at is not None
        ]
        return tuple(
            Ruling(
                stored.id,
                STATES[stored.state],
                stored.decided_by or "?",
                stored.finding if stored.state is State.CORRECTED else None,
            )
            for stored in sorted(decided, key=lambda stored: (stored.decided_at, stored.id))
        )


@dataclass(frozen=True, slots=True)
class CatalogueKeeper:
    """Knows which catalogue a case is advised from."""

    actor: Account

    def of_case(self, case: str) -> Catalogue:
        """The catalogue of a case. Raises NotFoundError where it has none."""
        catalogue = catalogues.of_case(self.actor, case)
        if catalogue is None:
            raise NotFoundError
        return catalogue


@dataclass(frozen=True, slots=True)
class RecordKeeper:
    """Keeps the advice record in its parts. What conversations and the case say of themselves is not written back."""

    actor: Account

    def one(self, case: str) -> AdviceRecord:
        """The record as it stands."""
        return records.record(self.actor, case)

    def save(self, record: AdviceRecord) -> None:
        """Keep advice, decision, promises, signs, checks and lesson where they differ from what stands."""
        actor, case = self.actor, record.case
        with transaction.atomic():
            standing = records.record(actor, case)
            if record.advice is not None and record.advice != standing.advice:
                advices.add(actor, case, record.advice, inputs=advising.inputs(actor, case).mark)
            if record.decision is not None and record.decision != standing.decision:
                advices.decide(actor, case, record.decision)
            if record.signs != standing.signs:
                advices.save_signs(actor, case, record.signs)
            if record.checks != standing.checks:
                _save_checks(actor, case, record.checks)
            if record.learned != standing.learned:
                cases.save_case(actor, case, learned=record.learned)
            _save_promises(actor, case, standing.promises, record.promises)


@dataclass(frozen=True, slots=True)
class LedgerKeeper:
    """Keeps the ledger of each case, which only grows."""

    actor: Account

    def entries(self, case: str) -> Sequence[Entry]:
        """All entries."""
        return ledger.of_case(self.actor, case).entries

    def add(self, case: str, entries: Sequence[Entry]) -> None:
        """Add entries whose id does not stand yet.

        That a promise was made is left out: the store writes it down when it keeps the promise itself.
        """
        known = {entry.id for entry in self.entries(case)}
        fresh = [entry for entry in entries if entry.id not in known and entry.kind is not EntryKind.PROMISE_MADE]
        ledger.append(self.actor, case, *fresh)


def _as_proposed(stored: StoredFinding) -> Finding:
    found, first = stored.finding, stored.original
    if first is None:
        return found
    evidence = Evidence(found.evidence.conversation, found.evidence.turn, first.start, first.end)
    return replace(found, kind=first.kind, evidence=evidence, attrs=first.attrs)


def _correct(actor: Account, conversation: str, instead: Finding) -> None:
    findings.correct(
        actor,
        conversation,
        instead.id,
        kind=instead.kind,
        start=instead.evidence.start,
        end=instead.evidence.end,
        attrs=dict(instead.attrs),
    )


def _save_checks(actor: Account, case: str, checks: Sequence[Check]) -> None:
    """Plan what is new, write answers down, and drop planned looks that are no longer wanted."""
    wanted = {(check.on, check.offer): check for check in checks}
    for stored in advices.checks(actor, case_id=case):
        check = wanted.pop((stored.check.on, stored.check.offer), None)
        if check is None and stored.check.asked_on is None:
            advices.drop_check(actor, stored.id)
        elif check is not None and check != stored.check and check.asked_on is not None:
            advices.answer_check(actor, stored.id, use=check.use, words=check.words, asked_on=check.asked_on)
    planned = advices.plan_checks(actor, case, tuple(wanted.values()))
    for check_id, check in zip(planned, wanted.values(), strict=True):
        if check.asked_on is not None or check.use is not Use.UNKNOWN:
            advices.answer_check(actor, check_id, use=check.use, words=check.words, asked_on=check.asked_on or check.on)


def _save_promises(actor: Account, case: str, standing: Sequence[Promise], wanted: Sequence[Promise]) -> None:
    known = {promise.id: promise for promise in standing}
    promises.add_promises(actor, case, [promise for promise in wanted if promise.id not in known])
    for promise in wanted:
        earlier = known.get(promise.id)
        if earlier is not None and (earlier.state, earlier.note) != (promise.state, promise.note):
            promises.settle(actor, promise.id, promise.state, on=promise.settled_on, note=promise.note)
