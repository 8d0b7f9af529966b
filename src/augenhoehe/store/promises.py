"""Promises of a case and of everybody: what I promised, what they promised, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from augenhoehe.keep.ledger import SETTLES, Entry, EntryKind, holding
from augenhoehe.keep.ledger import promises as folded
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.store import audit, cases, ledger
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import found, one, visible
from augenhoehe.store.turns import turn_value

UNSETTLED = (PromiseState.OPEN, PromiseState.LATE, PromiseState.RENEGOTIATED)


@dataclass(frozen=True, slots=True)
class StoredPromise:
    """A promise with the case it belongs to. `promise.id` is the id of the row."""

    promise: Promise
    case_id: str
    case_title: str
    customer: str


def list_promises(
    actor: Account, *, case_id: str | None = None, side: Side | None = None, unsettled: bool = False
) -> tuple[StoredPromise, ...]:
    """Promises, those due first on top and those without a day last. One query."""
    rows = visible(actor, tables.Promise)
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    if side is not None:
        rows = rows.filter(side=side)
    if unsettled:
        rows = rows.filter(state__in=UNSETTLED)
    listed = [_stored(row) for row in rows.select_related("case__customer", "turn").order_by("added_at", "id")]
    return tuple(sorted(listed, key=lambda item: _due_day(item.promise) or date.max))


def promise(actor: Account, promise_id: str) -> StoredPromise:
    """One promise. Raises NotFoundError."""
    return _stored(one(visible(actor, tables.Promise).filter(pk=promise_id).select_related("case__customer", "turn")))


def add_promises(actor: Account, case_id: str, promises: Sequence[Promise]) -> tuple[str, ...]:
    """Keep promises that a person confirmed; one on the same words is kept once. Returns the ids of all given.

    Each new one is written into the case's ledger, in the same transaction.
    """
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        ids = tuple(_add(actor, case, item) for item in promises)
        cases.touch(case_id)
        audit.note(actor, "promised", "case", case_id, {"number": len(ids)})
    return ids


def save_promise(
    actor: Account,
    promise_id: str,
    *,
    what: str | None = None,
    owner: str | None = None,
    due: Due | None = None,
) -> None:
    """Change what, who or when; what is None stays. Raises NotFoundError, InputRefusedError for blank words."""
    with transaction.atomic():
        row = found(actor, tables.Promise, promise_id)
        if what is not None:
            if not what.strip():
                raise InputRefusedError.of("store.promises.no_words")
            row.what = what.strip()
        row.owner = row.owner if owner is None else owner[:200]
        if due is not None:
            _due(row, due)
        row.save()
        audit.note(actor, "changed", "promise", row.id)


def settle(
    actor: Account, promise_id: str, state: PromiseState, *, on: date | None, note: str = "", due: Due | None = None
) -> None:
    """Say what became of a promise. A renegotiated one takes a new `due`. Raises NotFoundError.

    The ledger gets an entry for it; opening a settled promise again corrects the entry that settled it.
    """
    with transaction.atomic():
        row = found(actor, tables.Promise, promise_id)
        _write(actor, row, state, on, note, due)
        row.state, row.note = state, note
        row.settled_on = None if state in UNSETTLED else on
        if due is not None:
            _due(row, due)
        if state is PromiseState.OPEN:
            _as_told(actor, row)
        row.save()
        cases.touch(row.case_id)
        audit.note(actor, f"promise.{state}", "promise", row.id)


def _write(
    actor: Account, row: tables.Promise, state: PromiseState, on: date | None, note: str, due: Due | None
) -> None:
    """Write into the ledger what became of a promise."""
    kind = next((kind for kind, settled in SETTLES.items() if settled is state), None)
    side = Side(row.side)
    if kind is not None:
        entry = Entry(ledger.fresh_id(), kind, on, side, note, row.id, row.owner, due)
        ledger.append(actor, row.case_id, entry)
        return
    kept = holding(ledger.of_case(actor, row.case_id).entries)
    settling = [entry for entry in kept if entry.about == row.id and entry.kind in SETTLES]
    if settling:
        correction = Entry(ledger.fresh_id(), EntryKind.CORRECTION, on, side, note, corrects=settling[-1].id)
        ledger.append(actor, row.case_id, correction)


def _as_told(actor: Account, row: tables.Promise) -> None:
    """Give a promise that was opened again what the ledger still tells of it: an agreed new day stays."""
    for told in folded(ledger.of_case(actor, row.case_id).entries):
        if told.id == row.id:
            row.state, row.settled_on = told.state, told.settled_on
            _due(row, told.due)


def _add(actor: Account, case: tables.Case, value: Promise) -> str:
    turn = None
    if value.evidence is not None:
        said = tables.Turn.objects.filter(conversation__case=case)
        turn = one(said.filter(conversation_id=value.evidence.conversation, number=value.evidence.turn.id))
        twin = case.promises.filter(turn=turn, start=value.evidence.start, end=value.evidence.end).first()
        if twin is not None:
            return twin.id
    row = tables.Promise(
        case=case,
        turn=turn,
        start=value.evidence.start if value.evidence else None,
        end=value.evidence.end if value.evidence else None,
        side=value.side,
        owner=value.owner[:200],
        what=value.what,
        firm=value.firm,
        condition=value.condition,
        made_on=value.made_on,
        state=value.state,
        settled_on=value.settled_on,
        note=value.note,
    )
    _due(row, value.due)
    row.save(force_insert=True)
    made = Entry(
        ledger.fresh_id(),
        EntryKind.PROMISE_MADE,
        value.made_on,
        value.side,
        value.what,
        row.id,
        value.owner,
        value.due,
        value.firm,
        evidence=value.evidence,
        condition=value.condition,
    )
    ledger.append(actor, case.id, made)
    return row.id


def _due(row: tables.Promise, due: Due | None) -> None:
    row.due_words = due.words[:200] if due else None
    row.due_first, row.due_last = (due.first, due.last) if due else (None, None)
    row.due_ambiguous = due.ambiguous if due else False


def _due_day(value: Promise) -> date | None:
    return (value.due.last or value.due.first) if value.due else None


def _stored(row: tables.Promise) -> StoredPromise:
    due = None if row.due_words is None else Due(row.due_words, row.due_first, row.due_last, row.due_ambiguous)
    evidence = None
    if row.turn is not None and row.start is not None and row.end is not None:
        evidence = Evidence(row.turn.conversation_id, turn_value(row.turn), row.start, row.end)
    value = Promise(
        row.id, Side(row.side), row.owner, row.what, due, row.firm, row.made_on, PromiseState(row.state), evidence
    )
    value = replace(value, settled_on=row.settled_on, note=row.note, condition=row.condition)
    return StoredPromise(value, row.case_id, row.case.title, row.case.customer.name if row.case.customer else "")
