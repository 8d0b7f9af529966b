"""Customers and their people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Count

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import audit
from augenhoehe.store.account import Account
from augenhoehe.store.models.customers import Customer, Person
from augenhoehe.store.scope import found, visible


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person on the customer's side."""

    id: str
    name: str
    task: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer as lists show it."""

    id: str
    name: str
    cases: int


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """A customer with its people. `keep_until` and `keep_reason` tell of a hold that forbids forgetting."""

    id: str
    name: str
    note: str
    people: tuple[Somebody, ...] = field(default=())
    keep_until: date | None = None
    keep_reason: str = ""


def list_customers(actor: Account) -> tuple[CustomerLine, ...]:
    """All customers by name, with the number of their cases."""
    rows = visible(actor, Customer).annotate(case_count=Count("cases")).order_by("name", "id")
    return tuple(CustomerLine(row.id, row.name, row.case_count) for row in rows)


def customer(actor: Account, customer_id: str) -> CustomerCard:
    """One customer. Raises NotFoundError."""
    row = found(actor, Customer, customer_id)
    people = tuple(_somebody(person) for person in row.people.order_by("name"))
    return CustomerCard(row.id, row.name, row.note, people, row.keep_until, row.keep_reason)


def add_customer(actor: Account, name: str, *, note: str = "") -> str:
    """A new customer; an existing one of the same name is returned. Returns its id."""
    name = _named(name)
    with transaction.atomic():
        row = visible(actor, Customer).filter(team_id=actor.team, name=name).first()
        if row is None:
            row = Customer.objects.create(team_id=actor.team, name=name, note=note)
            audit.note(actor, "added", "customer", row.id)
    return row.id


def save_customer(actor: Account, customer_id: str, *, name: str, note: str) -> None:
    """Change name and note. Raises NotFoundError, InputRefusedError for a blank name."""
    with transaction.atomic():
        row = found(actor, Customer, customer_id)
        row.name, row.note = _named(name), note
        row.save(update_fields=["name", "note"])
        audit.note(actor, "changed", "customer", row.id)


def hold(actor: Account, customer_id: str, *, until: date | None, reason: str) -> None:
    """Keep a customer from being forgotten until a day, for a reason (a law, a running dispute); None lifts it."""
    if until is not None and not reason.strip():
        raise InputRefusedError.of("store.customers.hold_without_reason")
    with transaction.atomic():
        row = found(actor, Customer, customer_id)
        row.keep_until, row.keep_reason = until, reason.strip()[:500] if until else ""
        row.save(update_fields=["keep_until", "keep_reason"])
        audit.note(actor, "held" if until else "released", "customer", row.id)


def save_person(
    actor: Account, customer_id: str, name: str, *, task: str = "", email: str = "", phone: str = ""
) -> str:
    """Add a person to a customer, or change the one of that name. Returns the person's id."""
    name = _named(name)
    with transaction.atomic():
        row = found(actor, Customer, customer_id)
        person, _ = Person.objects.update_or_create(
            customer=row, name=name, defaults={"task": task[:200], "email": email[:254], "phone": phone[:60]}
        )
        audit.note(actor, "saved", "person", person.id)
    return person.id


def person(actor: Account, person_id: str) -> Somebody:
    """One person. Raises NotFoundError."""
    return _somebody(found(actor, Person, person_id))


def _somebody(row: Person) -> Somebody:
    return Somebody(row.id, row.name, row.task, row.email, row.phone)


def _named(name: str) -> str:
    name = " ".join(name.split())[:200]
    if not name:
        raise InputRefusedError.of("store.customers.no_name")
    return name
