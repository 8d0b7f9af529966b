"""The ledger of a case: entries of `keep.ledger` that are only ever added."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from augenhoehe.keep.ledger import Entry, Ledger
from augenhoehe.store import cases, turns
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.models.ground import new_id
from augenhoehe.store.scope import found, visible


def fresh_id() -> str:
    """An id for an entry that nobody has yet."""
    return new_id()


def append(actor: Account, case_id: str, *entries: Entry) -> tuple[Entry, ...]:
    """Add entries to a case's ledger. Returns them with their running numbers.

    Raises NotFoundError, ValueError where an id stands already.
    """
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        last = case.ledger.aggregate(last=Max("number"))["last"] or 0
        numbered = tuple(replace(entry, number=last + place) for place, entry in enumerate(entries, start=1))
        _of(actor, case_id=case_id).add(*numbered)
        now = timezone.now()
        tables.LedgerEntry.objects.bulk_create(
            tables.LedgerEntry(
                case=case,
                number=entry.number,
                kind=entry.kind,
                on=entry.on,
                value=to_json(entry),
                by_id=actor.id,
                at=now,
            )
            for entry in numbered
        )
        cases.touch(case_id)
    return numbered


def of_case(actor: Account, case_id: str) -> Ledger:
    """The ledger of one case, in the order entries were added. Two queries; empty where nothing may be seen."""
    return _of(actor, case_id=case_id)


def of_customer(actor: Account, customer_id: str) -> Ledger:
    """The ledger of all cases of a customer. Two queries; empty where nothing may be seen."""
    return _of(actor, case__customer_id=customer_id)


def _of(actor: Account, **where: str) -> Ledger:
    rows = visible(actor, tables.LedgerEntry).filter(**where).order_by("at", "case_id", "number")
    stored = list(rows.values_list("value", flat=True))
    finder = turns.finder(actor, stored)
    return Ledger(tuple(from_json(Entry, value, finder) for value in stored))
