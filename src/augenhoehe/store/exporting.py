"""Everything that is kept about somebody, as JSON: words, quotes and judgements included (Art. 15 and 20 GDPR)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from augenhoehe.store import audit
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.cleaning import Names
from augenhoehe.store.finding_people import Sort, Subject
from augenhoehe.store.models.ground import Kept
from augenhoehe.store.scope import found, one, visible

SCHEMA = "augenhoehe.person/1"
LEFT_OUT = frozenset({"searchable", "password", "digest"})


def export(actor: Account, subject: Subject) -> dict[str, Any]:
    """Everything about a customer, a person or a participant, of what the account may see. Raises NotFoundError."""
    about = {
        Sort.CUSTOMER: _customer,
        Sort.PERSON: _person,
        Sort.PARTICIPANT: _participant,
    }[subject.sort](actor, subject)
    audit.note(actor, "exported", subject.sort, subject.id)
    return {"schema": SCHEMA, "sort": subject.sort.value, "name": subject.name, **about}


def _customer(actor: Account, subject: Subject) -> dict[str, Any]:
    customer = found(actor, tables.Customer, subject.id)
    of_case = {"case__customer": customer}
    return {
        "customer": _row(customer),
        "people": _rows(visible(actor, tables.Person).filter(customer=customer)),
        "cases": _rows(visible(actor, tables.Case).filter(customer=customer)),
        "conversations": [_talk(actor, row) for row in visible(actor, tables.Conversation).filter(**of_case)],
        "board_changes": _rows(visible(actor, tables.BoardChange).filter(**of_case)),
        "advices": _rows(visible(actor, tables.Advice).filter(**of_case)),
        "decisions": _rows(visible(actor, tables.Decision).filter(**of_case)),
        "signs": _rows(visible(actor, tables.Sign).filter(**of_case)),
        "checks": _rows(visible(actor, tables.Check).filter(**of_case)),
        "promises": _rows(visible(actor, tables.Promise).filter(**of_case)),
        "ledger": _rows(visible(actor, tables.LedgerEntry).filter(**of_case)),
        "facts": _rows(visible(actor, tables.PartnerFact).filter(customer=customer)),
    }


def _person(actor: Account, subject: Subject) -> dict[str, Any]:
    row = one(visible(actor, tables.Person).filter(pk=subject.id).select_related("customer"))
    same = models.Q(person=row) | models.Q(name=row.name, conversation__case__customer=row.customer)
    taking_part = list(visible(actor, tables.Participant).filter(same).select_related("conversation"))
    return {"person": _row(row), "customer": row.customer.name, **_said(actor, row.name, taking_part)}


def _participant(actor: Account, subject: Subject) -> dict[str, Any]:
    conversation = found(actor, tables.Conversation, subject.id)
    rows = visible(actor, tables.Participant).filter(name=subject.name, conversation__case=conversation.case)
    return _said(actor, subject.name, list(rows.select_related("conversation")))


def _said(actor: Account, name: str, taking_part: list[tables.Participant]) -> dict[str, Any]:
    """What somebody said, what was found in it, and where others speak of them."""
    spoken = models.Q()
    for row in taking_part:
        spoken |= models.Q(conversation=row.conversation, speaker=row.name)
    turns = visible(actor, tables.Turn).filter(spoken) if taking_part else tables.Turn.objects.none()
    conversations = {row.conversation_id for row in taking_part}
    names = Names.of([name, *(row.name for row in taking_part)])
    others = visible(actor, tables.Turn).filter(conversation_id__in=conversations).exclude(pk__in=turns.values("pk"))
    cases = {row.conversation.case_id for row in taking_part}
    return {
        "took_part": [{**_row(row), "conversation": row.conversation_id} for row in taking_part],
        "conversations": [_row(row) for row in visible(actor, tables.Conversation).filter(pk__in=conversations)],
        "turns": _rows(turns.order_by("conversation_id", "position")),
        "findings": [_found(row) for row in _findings(actor).filter(turn__in=turns)],
        "mentions": [
            {"conversation": row.conversation_id, "turn": row.number, "speaker": row.speaker, "text": row.text}
            for row in others.order_by("conversation_id", "position")
            if names.clean(row.text, close=True) != row.text
        ],
        "promises": _rows(
            visible(actor, tables.Promise).filter(models.Q(turn__in=turns) | models.Q(owner=name, case_id__in=cases))
        ),
        "mentioned_in": _mentions(actor, names, cases),
    }


def _mentions(actor: Account, names: Names, cases: Iterable[str]) -> list[dict[str, Any]]:
    """Rows of the same cases in which the name stands in the adviser's words."""
    kinds: tuple[type[Kept], ...] = (
        tables.BoardChange,
        tables.Decision,
        tables.Sign,
        tables.Check,
        tables.LedgerEntry,
        tables.Advice,
    )
    hits = []
    in_cases: dict[str, Any] = {"case_id__in": list(cases)}
    for model in kinds:
        for row in visible(actor, model).filter(**in_cases).order_by("pk"):
            content = _row(row)
            if names.clean_json(content, close=True) != content:
                hits.append({"table": model.__name__.lower(), **content})
    return hits


def _talk(actor: Account, row: tables.Conversation) -> dict[str, Any]:
    return {
        **_row(row),
        "participants": _rows(row.participants.order_by("position")),
        "turns": _rows(row.turns.order_by("position")),
        "findings": [_found(finding) for finding in _findings(actor).filter(conversation=row)],
        "considered": _rows(visible(actor, tables.Considered).filter(conversation=row)),
        "second_readings": _rows(visible(actor, tables.SecondReading).filter(conversation=row)),
    }


def _findings(actor: Account) -> models.QuerySet[tables.Finding]:
    rows = visible(actor, tables.Finding).select_related("turn")
    return rows.order_by("conversation_id", "turn__position", "start", "kind", "key")


def _found(row: tables.Finding) -> dict[str, Any]:
    return {**_row(row), "turn": row.turn.number, "quote": row.turn.text[row.start : row.end]}


def _rows(rows: models.QuerySet[Any]) -> list[dict[str, Any]]:
    return [_row(row) for row in (rows if rows.ordered else rows.order_by("pk"))]


def _row(row: Kept) -> dict[str, Any]:
    return {
        column.name: _plain(getattr(row, column.attname))
        for column in row._meta.concrete_fields
        if column.name not in LEFT_OUT
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
