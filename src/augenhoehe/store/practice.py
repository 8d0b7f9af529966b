"""The adviser's mirror: notes and intentions, read and written by their owner alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, F, OuterRef, Subquery
from django.utils import timezone

from augenhoehe.learn.intentions import Intention
from augenhoehe.learn.intentions import Kept as Outcome
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import found, one, visible


@dataclass(frozen=True, slots=True)
class Note:
    """What I think of a moment of my own talk; `moment` is the id the learn room gave it, blank for the whole talk."""

    id: str
    words: str
    at: datetime
    conversation_id: str | None
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation of one's own, as the list of talks to practise on shows it. `notes` are one's own notes on it."""

    id: str
    title: str
    held_on: date | None
    case_title: str
    customer: str
    notes: int
    customer_id: str | None = None


def talks(actor: Account, *, limit: int = 30) -> tuple[Talk, ...]:
    """The conversations of cases one advises oneself, the latest first. One query; a colleague's are never among
    them."""
    own = visible(actor, tables.PracticeNote).filter(conversation=OuterRef("pk")).order_by()
    counted = own.values("conversation").annotate(number=Count("pk")).values("number")
    rows = (
        visible(actor, tables.Conversation)
        .filter(case__adviser_id=actor.id)
        .select_related("case__customer")
        .annotate(note_count=Subquery(counted))
        .order_by(F("held_on").desc(nulls_last=True), "-added_at", "id")
    )
    return tuple(
        Talk(
            row.id,
            row.title,
            row.held_on,
            row.case.title,
            row.case.customer.name if row.case.customer else "",
            row.note_count or 0,
        )
        for row in rows[:limit]
    )


def own_talk(actor: Account, conversation_id: str) -> Talk:
    """One of one's own conversations. Raises NotFoundError for everybody else's, administrators included."""
    row = one(
        visible(actor, tables.Conversation)
        .filter(pk=conversation_id, case__adviser_id=actor.id)
        .select_related("case__customer")
    )
    customer = row.case.customer.name if row.case.customer else ""
    return Talk(row.id, row.title, row.held_on, row.case.title, customer, 0, row.case.customer_id)


def notes(actor: Account, *, conversation_id: str | None = None) -> tuple[Note, ...]:
    """One's own notes, newest first."""
    rows = visible(actor, tables.PracticeNote)
    if conversation_id is not None:
        rows = rows.filter(conversation_id=conversation_id)
    return tuple(Note(row.id, row.words, row.at, row.conversation_id, row.moment) for row in rows.order_by("-at", "id"))


def add_note(actor: Account, words: str, *, conversation_id: str | None = None, moment: str = "") -> str:
    """Write a note. Returns its id. Raises NotFoundError for a conversation one may not see."""
    words = _words(words)
    with transaction.atomic():
        conversation = found(actor, tables.Conversation, conversation_id) if conversation_id else None
        row = tables.PracticeNote.objects.create(
            owner_id=actor.id, conversation=conversation, moment=moment[:60], words=words, at=timezone.now()
        )
    return row.id


def remove_note(actor: Account, note_id: str) -> None:
    """Take a note away. Raises NotFoundError."""
    found(actor, tables.PracticeNote, note_id).delete()


def intentions(actor: Account) -> tuple[Intention, ...]:
    """One's own intentions, those not yet looked at first, then newest first. `customer` is the customer's id."""
    rows = visible(actor, tables.Intention).order_by("-made_on", "id")
    values = [
        Intention(
            row.words,
            row.made_on,
            row.customer_id or "",
            looked_at_on=row.looked_at_on,
            kept=Outcome(row.outcome) if row.outcome else None,
            id=row.id,
        )
        for row in rows
    ]
    return tuple(sorted(values, key=lambda value: value.looked_at_on is not None))


def add_intention(actor: Account, words: str, *, made_on: date, customer_id: str | None = None) -> str:
    """Write an intention down, for talks with a customer or for all. Returns its id. Raises NotFoundError for a
    customer one may not see."""
    words = _words(words)
    customer = found(actor, tables.Customer, customer_id) if customer_id else None
    return tables.Intention.objects.create(owner_id=actor.id, customer=customer, words=words, made_on=made_on).id


def look_at_intention(actor: Account, intention_id: str, *, on: date, outcome: str) -> None:
    """Say what became of it. Raises NotFoundError, InputRefusedError for an unknown outcome."""
    if outcome not in tuple(Outcome):
        raise InputRefusedError.of("store.practice.no_such_outcome", value=outcome)
    row = found(actor, tables.Intention, intention_id)
    row.looked_at_on, row.outcome = on, outcome
    row.save()


def remove_intention(actor: Account, intention_id: str) -> None:
    """Take an intention away. Raises NotFoundError."""
    found(actor, tables.Intention, intention_id).delete()


def _words(words: str) -> str:
    words = words.strip()
    if not words:
        raise InputRefusedError.of("store.practice.no_words")
    return words
