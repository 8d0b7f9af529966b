"""The needs board of a case: weighed from what was confirmed, with what a person changed on it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from augenhoehe.advise.answering import with_answers
from augenhoehe.needs.board import Board, Criterion, Limit, Need, Wish
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.needs.named import NamedNeed
from augenhoehe.needs.weighing import board as weigh
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.store import audit, cases, catalogues, conversations, findings
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import found, visible
from augenhoehe.store.terms import terms

Part = Wish | Need | Limit | Criterion
Element = TypeVar("Element", Wish, Need, Limit, Criterion)


class ChangeKind(StrEnum):
    """What a person did to a part of the board."""

    CONFIRM = "confirm"
    REJECT = "reject"
    WEIGH = "weigh"
    NAME = "name"
    STATE = "state"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `target` is the `reference` of a part (a new one's own for ADD).

    `value`: a weight from 0 to 1 (WEIGH), the id of a named need or None (NAME), a sentence (STATE, ADD).
    """

    kind: ChangeKind
    target: str
    value: str | float | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A change with who made it and when."""

    change: Change
    by: str
    at: datetime


def reference(part: Part) -> str:
    """What a change points to: it stays the same when further findings are confirmed and numbers move.

    A named need is its name; everything else is the first words it rests on; an added need its own id.
    """
    if isinstance(part, Need) and part.named is not None:
        return f"named:{part.named}"
    if not part.evidence:
        return part.id
    first = part.evidence[0]
    letter = type(part).__name__[0].lower()
    return f"{letter}:{first.conversation}:{first.turn.id}:{first.start}"


def board_of(actor: Account, case_id: str, *, with_proposals: bool = False) -> Board:
    """The board of a case from confirmed findings and a person's changes.

    `with_proposals` adds what nobody has confirmed yet (a preview, never the ground of an advice).
    Raises NotFoundError.
    """
    found_in = findings.held_true(actor, case_id) if with_proposals else findings.confirmed(actor, case_id)
    catalogue = catalogues.of_case(actor, case_id)
    weighed = weigh(
        conversations.of_case(actor, case_id),
        found_in,
        catalogue.needs if catalogue else (),
        confirmed=not with_proposals,
        house_currency=catalogue.currency if catalogue else CURRENCY_OF_THE_HOUSE,
    )
    board = apply(weighed, [made.change for made in changes(actor, case_id)])
    return with_answers(board, catalogue, terms(actor, case_id).answers) if catalogue else board


def named_needs(actor: Account, case_id: str) -> tuple[NamedNeed, ...]:
    """The needs the case's catalogue names; none without a catalogue."""
    catalogue = catalogues.of_case(actor, case_id)
    return tuple(catalogue.needs) if catalogue else ()


def changes(actor: Account, case_id: str) -> tuple[Made, ...]:
    """What people changed, oldest first."""
    rows = visible(actor, tables.BoardChange).filter(case_id=case_id).select_related("by").order_by("number")
    return tuple(
        Made(Change(ChangeKind(row.kind), row.target, row.value), row.by.name if row.by else "", row.at) for row in rows
    )


def record(actor: Account, case_id: str, change: Change) -> None:
    """Write a change down. Raises NotFoundError, InputRefusedError for a value that cannot be."""
    _refuse_nonsense(change)
    with transaction.atomic():
        case = found(actor, tables.Case, case_id)
        last = case.board_changes.aggregate(last=Max("number"))["last"] or 0
        target = f"own:{last + 1}" if change.kind is ChangeKind.ADD else change.target
        tables.BoardChange.objects.create(
            case=case,
            number=last + 1,
            kind=change.kind,
            target=target,
            value=change.value,
            by_id=actor.id,
            at=timezone.now(),
        )
        cases.touch(case_id)
        audit.note(actor, f"board.{change.kind}", "case", case_id)


def undo(actor: Account, case_id: str) -> bool:
    """Take back one's own last change. False where there is none."""
    with transaction.atomic():
        last = visible(actor, tables.BoardChange).filter(case_id=case_id, by_id=actor.id).order_by("-number").first()
        if last is None:
            return False
        last.delete()
        cases.touch(case_id)
    return True


def apply(board: Board, made: Sequence[Change]) -> Board:
    """The board with the changes, in their order. Changes of parts that are no longer there do nothing."""
    for change in made:
        board = Board(
            wishes=_changed(board.wishes, change),
            needs=_changed(board.needs, change) + _added(change),
            limits=_changed(board.limits, change),
            criteria=_changed(board.criteria, change),
            gaps=board.gaps,
        )
    return board


def _changed(parts: tuple[Element, ...], change: Change) -> tuple[Element, ...]:
    kept: list[Element] = []
    for part in parts:
        if change.target not in (reference(part), part.id if part.id.startswith("own:") else None):
            kept.append(part)
        elif change.kind is not ChangeKind.REJECT:
            kept.append(_as_changed(part, change))
    return tuple(kept)


def _as_changed(part: Element, change: Change) -> Element:
    by_person = Message.of("store.boards.by_person")
    if change.kind is ChangeKind.CONFIRM:
        if isinstance(part, Need):
            return dataclasses.replace(part, certainty=1.0, certainty_because=by_person, confirmed=True)
        return dataclasses.replace(part, certainty=1.0)
    if not isinstance(part, Need):
        return part
    if change.kind is ChangeKind.WEIGH:
        return dataclasses.replace(part, weight=float(change.value or 0), weight_because=by_person)
    if change.kind is ChangeKind.NAME:
        return dataclasses.replace(part, named=str(change.value) if change.value else None)
    if change.kind is ChangeKind.STATE:
        return dataclasses.replace(part, statement=str(change.value))
    return part


def _added(change: Change) -> tuple[Need, ...]:
    if change.kind is not ChangeKind.ADD:
        return ()
    by_person = Message.of("store.boards.by_person")
    none: tuple[Evidence, ...] = ()
    return (Need(change.target, str(change.value), none, 0.5, by_person, 1.0, by_person, confirmed=True),)


def _refuse_nonsense(change: Change) -> None:
    value = change.value
    if change.kind is ChangeKind.WEIGH and not (isinstance(value, int | float) and 0 <= value <= 1):
        raise InputRefusedError.of("store.boards.no_weight")
    if change.kind in (ChangeKind.STATE, ChangeKind.ADD) and not (isinstance(value, str) and value.strip()):
        raise InputRefusedError.of("store.boards.no_words")
