"""The ledger of a case: entries that are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from augenhoehe.store import models as tables
from augenhoehe.store import turns
from augenhoehe.store.account import Account
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.scope import found, visible

Entry = TypeVar("Entry")


def append(actor: Account, case_id: str, kind: str, entry: object, *, on: date | None) -> int:
    """Add an entry (a value of `keep`) to a case's ledger. Returns its number. Raises NotFoundError."""
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        last = case.ledger.aggregate(last=Max("number"))["last"] or 0
        tables.LedgerEntry.objects.create(
            case=case,
            number=last + 1,
            kind=kind,
            on=on,
            value=to_json(entry),
            by_id=actor.id,
            at=timezone.now(),
        )
    return last + 1


def entries(
    actor: Account,
    shape: type[Entry],
    *,
    case_id: str | None = None,
    customer_id: str | None = None,
    kinds: Sequence[str] = (),
) -> tuple[Entry, ...]:
    """Entries of one case or one customer as values of this type, in the order they were added. Two queries."""
    rows = visible(actor, tables.LedgerEntry)
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    if customer_id is not None:
        rows = rows.filter(case__customer_id=customer_id)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    stored = list(rows.order_by("at", "case_id", "number").values_list("value", flat=True))
    finder = turns.finder(actor, stored)
    return tuple(from_json(shape, value, finder) for value in stored)
