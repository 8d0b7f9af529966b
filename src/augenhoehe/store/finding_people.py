"""Find whom a name means: a customer, a person, or somebody who only took part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import visible


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
    """Everybody of this name (capitals do not matter): customers, people, then participants kept as nobody."""
    name = " ".join(name.split())
    customers = visible(actor, tables.Customer).filter(name__iexact=name).order_by("id")
    people = visible(actor, tables.Person).filter(name__iexact=name).order_by("id")
    strangers = visible(actor, tables.Participant).filter(name__iexact=name, person__isnull=True)
    known = {person.name for person in people}
    others = {
        row.conversation.case_id: Subject(Sort.PARTICIPANT, row.conversation_id, row.name)
        for row in strangers.select_related("conversation").order_by("-conversation__added_at", "id")
        if row.name not in known
    }
    return (
        *(Subject(Sort.CUSTOMER, row.id, row.name) for row in customers),
        *(Subject(Sort.PERSON, row.id, row.name) for row in people),
        *others.values(),
    )


def one_named(actor: Account, name: str) -> Subject:
    """The only one of this name. Raises InputRefusedError where there is nobody, or more than one."""
    subjects = named(actor, name)
    if not subjects:
        raise InputRefusedError.of("store.people.nobody", name=name)
    if len(subjects) > 1:
        raise InputRefusedError.of("store.people.several", name=name, number=len(subjects))
    return subjects[0]
