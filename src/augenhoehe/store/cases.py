"""Cases: lists, one case, and what a person may change about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Subquery

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money
from augenhoehe.store import audit
from augenhoehe.store.account import Account
from augenhoehe.store.customers import add_customer
from augenhoehe.store.models.advices import Advice, Check, Decision
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.catalogues import Catalogue
from augenhoehe.store.models.conversations import Conversation
from augenhoehe.store.models.customers import Customer
from augenhoehe.store.models.findings import Finding
from augenhoehe.store.models.promises import Promise
from augenhoehe.store.scope import found, one, visible


class Station(StrEnum):
    """How far a case has come."""

    EMPTY = "empty"
    HEARD = "heard"
    CONFIRMED = "confirmed"
    ADVISED = "advised"
    DECIDED = "decided"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as lists show it. `open_findings` await a person; `open_promises` are ours and theirs not yet settled."""

    id: str
    title: str
    customer: str
    customer_id: str | None
    station: Station
    conversations: int
    open_findings: int
    open_promises: int
    changed_at: datetime
    is_sample: bool = False
    next_check_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseCard:
    """One case with its own fields; its parts come from their own modules."""

    id: str
    title: str
    occasion: str
    customer: str
    customer_id: str | None
    adviser: str
    adviser_id: str
    opened_on: date
    closed_on: date | None
    budget: Money | None
    catalogue_id: str | None
    learned: str
    is_sample: bool


def list_cases(
    actor: Account, *, customer_id: str | None = None, closed: bool = False, limit: int = 200
) -> tuple[CaseLine, ...]:
    """Cases, latest change first; closed ones only where asked. One query."""
    rows = visible(actor, Case).filter(closed_on__isnull=not closed)
    if customer_id is not None:
        rows = rows.filter(customer_id=customer_id)
    findings = Finding.objects.filter(conversation__case=OuterRef("pk"))
    rows = (
        rows.select_related("customer")
        .annotate(
            conversation_count=_count(Conversation.objects.filter(case=OuterRef("pk")), "case"),
            proposed_count=_count(findings.filter(state="proposed"), "conversation__case"),
            promise_count=_count(
                Promise.objects.filter(case=OuterRef("pk"), state__in=("open", "late", "renegotiated")), "case"
            ),
            is_confirmed=Exists(findings.filter(state__in=("confirmed", "corrected"))),
            is_advised=Exists(Advice.objects.filter(case=OuterRef("pk"))),
            is_decided=Exists(Decision.objects.filter(case=OuterRef("pk"))),
            next_check=Subquery(
                Check.objects.filter(case=OuterRef("pk"), asked_on__isnull=True).order_by("on").values("on")[:1]
            ),
        )
        .order_by("-changed_at", "id")
    )
    return tuple(
        CaseLine(
            id=row.id,
            title=row.title,
            customer=row.customer.name if row.customer else "",
            customer_id=row.customer_id,
            station=_station(row),
            conversations=row.conversation_count or 0,
            open_findings=row.proposed_count or 0,
            open_promises=row.promise_count or 0,
            changed_at=row.changed_at,
            is_sample=row.is_sample,
            next_check_on=row.next_check,
        )
        for row in rows[:limit]
    )


def case(actor: Account, case_id: str) -> CaseCard:
    """One case. Raises NotFoundError."""
    row = one(visible(actor, Case).filter(pk=case_id).select_related("customer", "adviser"))
    return CaseCard(
        id=row.id,
        title=row.title,
        occasion=row.occasion,
        customer=row.customer.name if row.customer else "",
        customer_id=row.customer_id,
        adviser=row.adviser.name,
        adviser_id=row.adviser_id,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        budget=Money(row.budget, row.currency) if row.budget is not None else None,
        catalogue_id=row.catalogue_id,
        learned=row.learned,
        is_sample=row.is_sample,
    )


def station(actor: Account, case_id: str) -> Station:
    """How far one case has come. Raises NotFoundError."""
    findings = Finding.objects.filter(conversation__case=OuterRef("pk"), state__in=("confirmed", "corrected"))
    rows = visible(actor, Case).filter(pk=case_id)
    row = one(
        rows.annotate(
            conversation_count=Count("conversations"),
            is_confirmed=Exists(findings),
            is_advised=Exists(Advice.objects.filter(case=OuterRef("pk"))),
            is_decided=Exists(Decision.objects.filter(case=OuterRef("pk"))),
        )
    )
    return _station(row)


def open_case(
    actor: Account,
    title: str,
    *,
    opened_on: date,
    customer: str = "",
    occasion: str = "",
    catalogue_id: str | None = None,
    budget: Money | None = None,
    is_sample: bool = False,
) -> str:
    """Open a case for a customer (named; made where there is none of that name). Returns the case's id.

    Without a catalogue it takes the team's newest. Raises InputRefusedError for a blank title.
    """
    with transaction.atomic():
        chosen = (
            found(actor, Catalogue, catalogue_id)
            if catalogue_id
            else visible(actor, Catalogue).filter(team_id=actor.team).order_by("-added_at").first()
        )
        row = Case.objects.create(
            team_id=actor.team,
            customer_id=add_customer(actor, customer) if customer.strip() else None,
            adviser_id=actor.id,
            catalogue=chosen,
            title=_titled(title),
            occasion=occasion,
            opened_on=opened_on,
            budget=budget.amount if budget else None,
            currency=budget.currency if budget else "EUR",
            is_sample=is_sample,
        )
        audit.note(actor, "opened", "case", row.id)
    return row.id


def save_case(
    actor: Account,
    case_id: str,
    *,
    title: str | None = None,
    occasion: str | None = None,
    customer_id: str | None = None,
    catalogue_id: str | None = None,
    learned: str | None = None,
) -> None:
    """Change a case; what is None stays. Raises NotFoundError, InputRefusedError for a blank title."""
    with transaction.atomic():
        row = found(actor, Case, case_id)
        if title is not None:
            row.title = _titled(title)
        if occasion is not None:
            row.occasion = occasion
        if customer_id is not None:
            row.customer = found(actor, Customer, customer_id)
        if catalogue_id is not None:
            row.catalogue = found(actor, Catalogue, catalogue_id)
        if learned is not None:
            row.learned = learned
        row.save()
        audit.note(actor, "changed", "case", row.id)


def set_budget(actor: Account, case_id: str, budget: Money | None) -> None:
    """Set or take away the budget. Raises NotFoundError, InputRefusedError for a negative one."""
    if budget is not None and budget.amount < 0:
        raise InputRefusedError.of("store.cases.negative_budget")
    with transaction.atomic():
        row = found(actor, Case, case_id)
        row.budget = budget.amount if budget else None
        row.currency = budget.currency if budget else row.currency
        row.save()
        audit.note(actor, "changed", "case", row.id)


def close_case(actor: Account, case_id: str, on: date | None) -> None:
    """Close a case on a day; None opens it again. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, Case, case_id)
        row.closed_on = on
        row.save()
        audit.note(actor, "closed" if on else "reopened", "case", row.id)


def touch(case_id: str) -> None:
    """Bring a case to the top of the list: something in it changed. For the store's own commands."""
    Case.objects.get(pk=case_id).save(update_fields=["changed_at"])


def _count(rows: object, group: str) -> Subquery:
    counted = rows.order_by().values(group).annotate(number=Count("pk")).values("number")  # type: ignore[attr-defined]
    return Subquery(counted)


def _station(row: object) -> Station:
    closed, heard = getattr(row, "closed_on"), getattr(row, "conversation_count")  # noqa: B009 - annotated names
    if closed:
        return Station.CLOSED
    for name, reached in (
        ("is_decided", Station.DECIDED),
        ("is_advised", Station.ADVISED),
        ("is_confirmed", Station.CONFIRMED),
    ):
        if getattr(row, name):
            return reached
    return Station.HEARD if heard else Station.EMPTY


def _titled(title: str) -> str:
    title = " ".join(title.split())[:200]
    if not title:
        raise InputRefusedError.of("store.cases.no_title")
    return title
