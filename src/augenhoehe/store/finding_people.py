"""Find whom a name means: a customer, a person, or somebody who only took part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.db.models import QuerySet

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import visible
from augenhoehe.store.searching import searchable


class Sort(StrEnum):
    """What somebody is kept as."""

    CUSTOMER = "customer"
    PERSON = "person"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody: the sort, the id (of the conversation for a participant) and the name."""

    sort: Sort
    id: str
    name: str


def named(actor: Account, name: str) -> tuple[Subject, ...]:
    """Everybody of this name (capitals and umlauts do not matter): customers, people, then participants kept as
    nobody, one for each case."""
    wanted = searchable(name)
    customers = _of_name(visible(actor, tables.Customer), wanted)
    people = _of_name(visible(actor, tables.Person), wanted)
    strangers = _of_name(visible(actor, tables.Participant).filter(person__isnull=True), wanted)
    known = {person.name for person in people}
    talks = tables.Conversation.objects.in_bulk([row.conversation_id for row in strangers])
    others = {talks[row.conversation_id].case_id: row for row in strangers if row.name not in known}
    return (
        *(Subject(Sort.CUSTOMER, row.id, row.name) for row in customers),
        *(Subject(Sort.PERSON, row.id, row.name) for row in people),
        *(Subject(Sort.PARTICIPANT, row.conversation_id, row.name) for row in others.values()),
    )


Named = TypeVar("Named", tables.Customer, tables.Person, tables.Participant)


def _of_name(rows: QuerySet[Named], wanted: str) -> list[Named]:
    """Rows of a name; compared here, because databases disagree on capital umlauts."""
    ids = [row_id for row_id, name in rows.values_list("pk", "name") if searchable(name) == wanted]
    return list(rows.filter(pk__in=ids).order_by("pk"))


def one_named(actor: Account, name: str) -> Subject:
    """The only one of this name. Raises InputRefusedError where there is nobody, or more than one."""
    subjects = named(actor, name)
    if not subjects:
        raise InputRefusedError.of("store.people.nobody", name=name)
    if len(subjects) > 1:
        raise InputRefusedError.of("store.people.several", name=name, number=len(subjects))
    return subjects[0]
