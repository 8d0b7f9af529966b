"""Dated facts about the relationship with a customer."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from augenhoehe.store import audit, turns
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.scope import found, visible

Fact = TypeVar("Fact")


def add_fact(actor: Account, customer_id: str, kind: str, fact: object, *, on: date | None) -> str:
    """Write a fact (a value of `partner`) down. Returns its id. Raises NotFoundError."""
    with transaction.atomic():
        customer = found(actor, tables.Customer, customer_id)
        row = tables.PartnerFact.objects.create(
            customer=customer, kind=kind, on=on, value=to_json(fact), by_id=actor.id, at=timezone.now()
        )
        audit.note(actor, "fact", "customer", customer_id, {"kind": kind})
    return row.id


def facts(
    actor: Account, shape: type[Fact], customer_id: str, *, kind: str | None = None
) -> tuple[tuple[str, Fact], ...]:
    """Facts of a customer as (id, value), by day; those without a day first. Two queries."""
    rows = visible(actor, tables.PartnerFact).filter(customer_id=customer_id)
    if kind is not None:
        rows = rows.filter(kind=kind)
    stored = list(rows.order_by("on", "at", "id").values_list("id", "value"))
    finder = turns.finder(actor, [value for _, value in stored])
    return tuple((row_id, from_json(shape, value, finder)) for row_id, value in stored)


def every_fact(actor: Account, shape: type[Fact]) -> dict[str, tuple[Fact, ...]]:
    """The facts of all customers, by customer. Two queries however many there are."""
    rows = visible(actor, tables.PartnerFact).order_by("customer_id", "on", "at", "id")
    stored = list(rows.values_list("customer_id", "value"))
    finder = turns.finder(actor, [value for _, value in stored])
    found: dict[str, list[Fact]] = {}
    for customer_id, value in stored:
        found.setdefault(customer_id, []).append(from_json(shape, value, finder))
    return {customer_id: tuple(facts) for customer_id, facts in found.items()}


def remove_fact(actor: Account, fact_id: str) -> None:
    """Take a fact away. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.PartnerFact, fact_id)
        customer_id = row.customer_id
        row.delete()
        audit.note(actor, "fact_removed", "customer", customer_id)
