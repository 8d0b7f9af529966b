"""The language model as a second reader: its setting, what it answered, and its proposals beside the built-in ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import audit, cases
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.findings import State, StoredFinding, add_proposals, list_findings
from augenhoehe.store.scope import found, visible
from augenhoehe.understand.engines.agreeing import Agreement, compare
from augenhoehe.understand.engines.answers import Fault
from augenhoehe.understand.engines.reading import LANGUAGE_MODEL
from augenhoehe.understand.engines.reading import SecondReading as Read
from augenhoehe.understand.findings import Finding, Kind


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the team's language model is; nothing is asked unless it is `active`."""

    address: str
    model: str
    active: bool
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Second:
    """A second reading as it was: the model, how far it agreed, what it added and what was dropped."""

    model: str
    parts: int
    added: int
    kinds: tuple[Agreement, ...]
    dropped: tuple[tuple[Fault, int], ...]
    at: datetime
    asked_by: str

    @property
    def whole(self) -> Agreement:
        """All kinds together."""
        return Agreement(
            None,
            sum(each.both for each in self.kinds),
            sum(each.first_only for each in self.kinds),
            sum(each.second_only for each in self.kinds),
        )

    @property
    def dropped_in_all(self) -> int:
        """All that was dropped."""
        return sum(number for _, number in self.dropped)


def setting(actor: Account) -> Setting | None:
    """The setting of the account's team, None where nothing was ever set."""
    row = tables.LanguageModel.objects.filter(team_id=actor.team).first()
    return Setting(row.address, row.model, row.active, row.changed_at) if row else None


def save_setting(actor: Account, *, address: str, model: str, active: bool) -> None:
    """Set where the team's language model is, or that it is off. Raises InputRefusedError for who is no administrator.

    What leaves the machine concerns the whole team, so one person is answerable for it.
    """
    if not actor.administrator:
        raise InputRefusedError.of("store.second.only_administrator")
    with transaction.atomic():
        tables.LanguageModel.objects.update_or_create(
            team_id=actor.team,
            defaults={"address": address, "model": model, "active": active, "changed_by_id": actor.id},
        )
        audit.note(actor, "language_model", "team", actor.team, {"active": int(active)})


class Answers:
    """Answers about one conversation, remembered (`understand.engines.model.Kept`). Raises NotFoundError at birth."""

    def __init__(self, actor: Account, conversation_id: str) -> None:
        self.conversation = found(actor, tables.Conversation, conversation_id)
        self.known = dict(self._rows().values_list("digest", "answer"))

    def get(self, digest: str) -> str | None:
        """What was kept."""
        return self.known.get(digest)

    def keep(self, digest: str, answer: str) -> None:
        """Keep it; what was kept and could not be read is replaced."""
        self.known[digest] = answer
        tables.ModelAnswer.objects.update_or_create(
            conversation=self.conversation, digest=digest, defaults={"answer": answer}
        )

    def _rows(self) -> QuerySet[tables.ModelAnswer]:
        return tables.ModelAnswer.objects.filter(conversation=self.conversation)


def names_to_hide(actor: Account, conversation_id: str) -> tuple[str, ...]:
    """Names to hide besides those in the conversation: the customer's, its people's, the team's. Four queries."""
    row = found(actor, tables.Conversation, conversation_id)
    case = tables.Case.objects.select_related("customer").get(pk=row.case_id)
    team = tables.User.objects.filter(memberships__team_id=case.team_id).order_by("id").values_list("name", flat=True)
    if case.customer is None:
        return tuple(team)
    people = case.customer.people.order_by("id").values_list("name", flat=True)
    return (case.customer.name, *people, *team)


def keep(actor: Account, conversation_id: str, read: Read, built_in: Sequence[Finding]) -> Second:
    """Put the proposals of a language model beside those that stand, in one step.

    `built_in` is what the built-in reader finds in the conversation as it is; the agreement is with that, whatever
    people made of it since. What stands already, found, decided or added, is not proposed a second time and stays as it
    is; earlier undecided proposals of a language model make room. Raises NotFoundError.
    """
    with transaction.atomic():
        conversation = found(actor, tables.Conversation, conversation_id)
        _drop_proposals(conversation)
        agreed = compare(built_in, read.findings)
        standing = list_findings(actor, conversation_id)
        taken = [item.finding for item in standing] + [_as_proposed(item) for item in standing if item.original]
        fresh = compare(taken, read.findings).further
        add_proposals(conversation_id, fresh)
        tables.SecondReading.objects.filter(conversation=conversation).delete()
        tables.SecondReading.objects.create(
            conversation=conversation,
            model=read.model[:200],
            parts=read.parts,
            added=len(fresh),
            kinds=[[str(each.kind), each.both, each.first_only, each.second_only] for each in agreed.kinds],
            dropped=[[str(fault), number] for fault, number in read.dropped],
            asked_by_id=actor.id,
        )
        cases.touch(conversation.case_id)
        counts = {"parts": read.parts, "findings": len(fresh)}
        audit.note(actor, "asked_language_model", "conversation", conversation_id, counts)
    kept = second(actor, conversation_id)
    assert kept is not None
    return kept


def second(actor: Account, conversation_id: str) -> Second | None:
    """The second reading of a conversation, None where there was none. One query."""
    row = (
        visible(actor, tables.SecondReading).filter(conversation_id=conversation_id).select_related("asked_by").first()
    )
    if row is None:
        return None
    return Second(
        model=row.model,
        parts=row.parts,
        added=row.added,
        kinds=tuple(Agreement(Kind(kind), *counts) for kind, *counts in row.kinds),
        dropped=tuple((Fault(fault), number) for fault, number in row.dropped),
        at=row.at,
        asked_by=row.asked_by.name if row.asked_by else "",
    )


def drop(actor: Account, conversation_id: str) -> None:
    """Take back a second reading with its undecided proposals, as when people change sides. Raises NotFoundError."""
    with transaction.atomic():
        conversation = found(actor, tables.Conversation, conversation_id)
        _drop_proposals(conversation)
        tables.SecondReading.objects.filter(conversation=conversation).delete()


def _drop_proposals(conversation: tables.Conversation) -> None:
    conversation.findings.filter(source=LANGUAGE_MODEL, state=State.PROPOSED).delete()


def _as_proposed(item: StoredFinding) -> Finding:
    """A finding as it was proposed, whatever a person made of it."""
    first = item.original
    if first is None:
        return item.finding
    evidence = replace(item.finding.evidence, start=first.start, end=first.end)
    return replace(item.finding, kind=first.kind, evidence=evidence, attrs=first.attrs)
