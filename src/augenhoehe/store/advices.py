"""Advice of a case, what the customer decided, the signs of success and the later checks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from augenhoehe.advise.advice import Advice
from augenhoehe.journey.record import Check, Decision, DecisionKind, SignOfSuccess, Use
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import audit, cases, turns
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.scope import found, one, visible


@dataclass(frozen=True, slots=True)
class StoredAdvice:
    """An advice with when and by whom it was asked for, and the digest of what it rests on."""

    id: str
    advice: Advice
    digest: str
    at: datetime
    by: str
    catalogue_id: str | None


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """A check with its id, its case and the case's title."""

    id: str
    check: Check
    case_id: str
    case_title: str
    customer: str


def digest(parts: Iterable[Any]) -> str:
    """What an advice rests on, as one mark: values of the rooms (board, catalogue, budget) or plain values."""
    return hashlib.sha256(json.dumps([to_json(part) for part in parts], sort_keys=True).encode()).hexdigest()


def add(actor: Account, case_id: str, advice: Advice, *, inputs: str) -> str:
    """Keep an advice; an equal one on equal inputs is kept once. `inputs` is a `digest`. Returns its id."""
    value = to_json(advice)
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        last = case.advices.order_by("-number").first()
        if last is not None and last.digest == inputs and last.value == value:
            return last.id
        row = tables.Advice.objects.create(
            case=case,
            catalogue_id=case.catalogue_id,
            number=last.number + 1 if last else 1,
            value=value,
            digest=inputs,
            by_id=actor.id,
            at=timezone.now(),
        )
        cases.touch(case_id)
        audit.note(actor, "advised", "case", case_id, {"number": row.number})
    return row.id


def latest(actor: Account, case_id: str) -> StoredAdvice | None:
    """The advice that counts; None where there is none. Compare its `digest` to see whether it is still current."""
    row = visible(actor, tables.Advice).filter(case_id=case_id).select_related("by").order_by("-number").first()
    if row is None:
        return None
    value = from_json(Advice, row.value, turns.finder(actor, [row.value]))
    return StoredAdvice(row.id, value, row.digest, row.at, row.by.name if row.by else "", row.catalogue_id)


def decide(actor: Account, case_id: str, decision: Decision) -> None:
    """Write down what the customer decided; the newest counts. Insisting needs the risks that were named."""
    if decision.kind is DecisionKind.INSISTED and not decision.risks_named:
        raise InputRefusedError.of("store.advices.insisted_without_risk")
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        last = case.decisions.aggregate(last=Max("number"))["last"] or 0
        tables.Decision.objects.create(
            case=case,
            number=last + 1,
            kind=decision.kind,
            on=decision.on,
            words=decision.words,
            offers=list(decision.offers),
            risks_named=list(decision.risks_named),
            by_id=actor.id,
            at=timezone.now(),
        )
        cases.touch(case_id)
        audit.note(actor, "decided", "case", case_id, {"kind": decision.kind})


def decision(actor: Account, case_id: str) -> Decision | None:
    """What the customer decided, None where nothing was written down."""
    row = visible(actor, tables.Decision).filter(case_id=case_id).order_by("-number").first()
    if row is None:
        return None
    return Decision(DecisionKind(row.kind), row.on, row.words, tuple(row.offers), tuple(row.risks_named))


def save_signs(actor: Account, case_id: str, signs: Sequence[SignOfSuccess]) -> None:
    """Put these signs of success in the place of the earlier ones."""
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        case.signs.all().delete()
        tables.Sign.objects.bulk_create(
            tables.Sign(case=case, position=place, words=sign.words, today=sign.today[:200], hoped=sign.hoped[:200])
            for place, sign in enumerate(signs)
            if sign.words.strip()
        )
        cases.touch(case_id)
        audit.note(actor, "signs", "case", case_id, {"number": len(signs)})


def signs(actor: Account, case_id: str) -> tuple[SignOfSuccess, ...]:
    """The signs of success of a case."""
    rows = visible(actor, tables.Sign).filter(case_id=case_id).order_by("position")
    return tuple(SignOfSuccess(row.words, row.today, row.hoped) for row in rows)


def plan_checks(actor: Account, case_id: str, checks: Sequence[Check]) -> tuple[str, ...]:
    """Plan checks; one on the same day for the same offer is planned once. Returns the ids of all given."""
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        rows = [
            tables.Check.objects.get_or_create(
                case=case, on=check.on, offer=check.offer, asked_on=None, defaults={"by_id": actor.id}
            )[0]
            for check in checks
        ]
        cases.touch(case_id)
        audit.note(actor, "checks", "case", case_id, {"number": len(rows)})
    return tuple(row.id for row in rows)


def answer_check(actor: Account, check_id: str, *, use: Use, words: str, asked_on: date) -> None:
    """Write down what became of it. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Check, check_id)
        row.use, row.words, row.asked_on, row.by_id = use, words, asked_on, actor.id
        row.save()
        cases.touch(row.case_id)
        audit.note(actor, "checked", "case", row.case_id, {"use": use})


def drop_check(actor: Account, check_id: str) -> None:
    """Take a planned check away; one that was asked stays. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Check, check_id)
        if row.asked_on is None:
            row.delete()
            cases.touch(row.case_id)
            audit.note(actor, "check_dropped", "case", row.case_id)


def checks(actor: Account, *, case_id: str | None = None, until: date | None = None) -> tuple[StoredCheck, ...]:
    """Checks by day: of one case (all), or of all cases (those not yet asked), up to a day where given. One query."""
    rows = visible(actor, tables.Check).select_related("case__customer").order_by("on", "id")
    rows = rows.filter(case_id=case_id) if case_id is not None else rows.filter(asked_on__isnull=True)
    if until is not None:
        rows = rows.filter(on__lte=until)
    return tuple(_check(row) for row in rows)


def checks_of_waiting_cases(actor: Account) -> tuple[StoredCheck, ...]:
    """All checks, answered ones too, of the cases in which one is not yet asked, by day. One query."""
    waiting = visible(actor, tables.Check).filter(asked_on__isnull=True).values("case_id")
    rows = visible(actor, tables.Check).filter(case_id__in=waiting)
    return tuple(_check(row) for row in rows.select_related("case__customer").order_by("on", "id"))


def check(actor: Account, check_id: str) -> StoredCheck:
    """One check. Raises NotFoundError."""
    return _check(one(visible(actor, tables.Check).filter(pk=check_id).select_related("case__customer")))


def _check(row: tables.Check) -> StoredCheck:
    customer = row.case.customer.name if row.case.customer else ""
    value = Check(row.on, row.offer, Use(row.use), row.words, row.asked_on)
    return StoredCheck(row.id, value, row.case_id, row.case.title, customer)
