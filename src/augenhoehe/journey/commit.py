"""Commit: the customer decides, promises are made, a sign of success is agreed, and later looks are planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from augenhoehe.journey.ports import Clock, Ledgers, Records
from augenhoehe.journey.record import AdviceRecord, Decision, DecisionKind
from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import Promise
from augenhoehe.learn.checks import SignOfSuccess
from augenhoehe.learn.outcomes import DAYS, plan


def commit(
    records: Records,
    ledgers: Ledgers,
    clock: Clock,
    case: str,
    decision: Decision,
    *,
    promises: Sequence[Promise] = (),
    signs: Sequence[SignOfSuccess] = (),
    days: Sequence[int] = DAYS,
) -> AdviceRecord:
    """Keep the decision with what was promised and agreed. Raises ValueError where there is no advice to decide on.

    Where the customer insisted, the risks that were named are kept with the decision. Looks are planned from the day of
    the decision, for the offers they took; with no decision there is nothing to look at yet.
    """
    record = records.one(case)
    if record.advice is None:
        raise ValueError("there is no advice yet to decide on")
    if decision.kind is DecisionKind.INSISTED and not decision.risks_named:
        decision = replace(decision, risks_named=tuple(compromise.need for compromise in record.advice.compromises))
    known = {promise.id for promise in record.promises}
    added = tuple(promise for promise in promises if promise.id not in known)
    ledgers.add(case, [promise_made(promise) for promise in added])
    decided_on = decision.on or clock.today()
    looks = () if decision.kind is DecisionKind.NONE else plan(decided_on, decision.offers, days)
    record = replace(
        record,
        decision=decision,
        promises=(*record.promises, *added),
        signs=(*record.signs, *(sign for sign in signs if sign not in record.signs)),
        checks=(*(check for check in record.checks if check.asked_on is not None), *looks),
    )
    records.save(record)
    return record


def promise_made(promise: Promise) -> Entry:
    """The ledger's entry for a promise."""
    return Entry(
        id=f"made:{promise.id}",
        kind=EntryKind.PROMISE_MADE,
        on=promise.made_on,
        side=promise.side,
        words=promise.what,
        about=promise.id,
        owner=promise.owner,
        due=promise.due,
        firm=promise.firm,
        evidence=promise.evidence,
        condition=promise.condition,
    )
