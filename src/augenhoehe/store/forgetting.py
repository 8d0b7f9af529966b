"""Forget a person or a customer everywhere, leave a tombstone without the name, and tell what remains and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, models, transaction

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.store import audit
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.cleaning import Names, without_evidence
from augenhoehe.store.conversations import digest
from augenhoehe.store.finding_people import Sort, Subject
from augenhoehe.store.models.ground import Kept, OnForgetting, Seen
from augenhoehe.store.scope import found, one, visible
from augenhoehe.store.searching import searchable
from augenhoehe.store.turns import turn_value

NAME_FIELDS = frozenset({"name", "speaker", "owner"})
"""Fields that hold one whole name: masking a family name in them would hit relatives."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased or cleaned (rows by table), and what remains with the reason."""

    counts: tuple[tuple[str, int], ...]
    remains: tuple[Message, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Near:
    """Where parts of a name count too: the rows of a customer, or of some cases where there is no customer."""

    customer: str | None
    cases: tuple[str, ...]


def forget(actor: Account, subject: Subject, *, today: date) -> Forgotten:
    """Forget whom a name means (`finding_people`).

    Of a customer everything goes: people, cases, conversations. Of a person (or somebody who only took part) their
    words go, what was found in them, and their name wherever it stands. The case and what others said remain, mentions
    are masked sign by sign. Advice of the cases concerned is dropped, because it quotes; it can be asked for again.
    Raises NotFoundError, InputRefusedError while a hold with its reason stands.
    """
    with transaction.atomic():
        forgotten = _forget(actor, subject, today)
    scrub()
    return forgotten


def preview(actor: Account, subject: Subject, *, today: date) -> Forgotten:
    """What `forget` would do; nothing is changed. Raises as it does."""
    with _only_looking():
        return _forget(actor, subject, today)


def tombstones(actor: Account) -> tuple[tuple[str, date, int], ...]:
    """What was forgotten: the sort, the day, the number of rows. Newest first."""
    rows = visible(actor, tables.Tombstone).order_by("-on", "id")
    return tuple((row.kind, row.on, sum(row.counts.values())) for row in rows)


def scrub() -> None:
    """Overwrite what was freed, so that forgotten bytes are gone from the files. Does nothing inside a transaction."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM FULL")


@contextmanager
def _only_looking() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _erasing() -> Iterator[None]:
    """Open the append-only tables, for this transaction alone."""
    mark = tables.Erasure.objects.create()
    yield
    mark.delete()


def _refuse_held(customer: tables.Customer | None, today: date) -> None:
    if customer is not None and customer.keep_until is not None and customer.keep_until >= today:
        raise InputRefusedError.of(
            "store.forgetting.held", name=customer.name, until=customer.keep_until, reason=customer.keep_reason
        )


def _forget(actor: Account, subject: Subject, today: date) -> Forgotten:
    if subject.sort is Sort.CUSTOMER:
        return _customer(actor, subject.id, today)
    if subject.sort is Sort.PERSON:
        return _person(actor, subject.id, today)
    return _participant(actor, subject.id, subject.name, today)


def _customer(actor: Account, customer_id: str, today: date) -> Forgotten:
    customer = found(actor, tables.Customer, customer_id)
    _refuse_held(customer, today)
    people = list(customer.people.all())
    said = tables.Participant.objects.filter(conversation__case__customer=customer, role="customer")
    names = {customer.name, *(person.name for person in people), *said.values_list("name", flat=True)}
    ways = [way for person in people for way in (person.email, person.phone)]
    with _erasing():
        _, deleted = customer.delete()
        counts = Counter({label.removeprefix("store.").lower(): number for label, number in deleted.items()})
        alone, shared = _namesakes(actor, names, customer_id)
        counts.update(_sweep(actor, Names.of(alone, ways), _Near(None, ())))
        _close(actor, "customer", counts, today)
    return Forgotten(tuple(sorted(counts.items())), _remains(shared))


def _person(actor: Account, person_id: str, today: date) -> Forgotten:
    person = one(visible(actor, tables.Person).filter(pk=person_id).select_related("customer"))
    _refuse_held(person.customer, today)
    same = models.Q(person=person) | models.Q(name=person.name, conversation__case__customer=person.customer)
    rows = list(visible(actor, tables.Participant).filter(same))
    names = {person.name, *(row.name for row in rows)}
    ways = [person.email, person.phone]
    near = _Near(person.customer_id, tuple(sorted({row.conversation.case_id for row in rows})))
    with _erasing():
        person.delete()
        return _somebody(actor, rows, sorted(names), ways, near, today)


def _participant(actor: Account, conversation_id: str, name: str, today: date) -> Forgotten:
    rows = visible(actor, tables.Conversation).filter(pk=conversation_id)
    conversation = one(rows.select_related("case__customer"))
    participant = one(conversation.participants.filter(name=name))
    if participant.person_id:
        return _person(actor, participant.person_id, today)
    case = conversation.case
    _refuse_held(case.customer, today)
    same = visible(actor, tables.Participant).filter(name=name, conversation__case=case)
    with _erasing():
        return _somebody(actor, list(same), [name], [], _Near(case.customer_id, (case.id,)), today)


def _somebody(
    actor: Account,
    rows: Sequence[tables.Participant],
    names: Sequence[str],
    ways: Sequence[str],
    near: _Near,
    today: date,
) -> Forgotten:
    counts: Counter[str] = Counter()
    gone: set[tuple[str, int]] = set()
    for row in rows:
        gone |= _silence(actor, row, counts)
    affected = models.Q(case_id__in=near.cases)
    if near.customer:
        affected |= models.Q(case__customer_id=near.customer)
    counts["advice"] += tables.Advice.objects.filter(affected).delete()[0]
    for model in (tables.LedgerEntry, tables.PartnerFact):
        for entry in model._base_manager.all() if gone else ():
            value = without_evidence(entry.value, gone)
            if value != entry.value:
                model._base_manager.filter(pk=entry.pk).update(value=value)
                counts[model.__name__.lower()] += 1
    alone, shared = _namesakes(actor, names, near.customer)
    counts.update(_sweep(actor, Names.of(alone, ways), near, Names.of(names, ways)))
    _close(actor, "person", counts, today)
    return Forgotten(tuple(sorted(counts.items())), _remains(shared))


def _silence(actor: Account, row: tables.Participant, counts: Counter[str]) -> set[tuple[str, int]]:
    """Take a participant's words and name out of a conversation. Returns the places of the turns that were theirs."""
    voice = actor.voice
    stand_in = voice.text("store.forgetting.name", number=row.position + 1)
    conversation = row.conversation
    turns = list(conversation.turns.filter(speaker=row.name))
    ids = [turn.id for turn in turns]
    counts["finding"] += tables.Finding.objects.filter(turn_id__in=ids).delete()[0]
    counts["promise"] += tables.Promise.objects.filter(turn_id__in=ids).delete()[0]
    counts["modelanswer"] += tables.ModelAnswer.objects.filter(conversation=conversation).delete()[0]
    counts["considered"] += tables.Considered.objects.filter(conversation=conversation).delete()[0]
    words = voice.text("store.forgetting.words")
    for turn in turns:
        turn.speaker, turn.text, turn.searchable = stand_in, words, ""
    tables.Turn.objects.bulk_update(turns, ["speaker", "text", "searchable"], batch_size=200)
    counts["turn"] += len(turns)
    conversation.roles = [
        item | {"name": stand_in} if item["name"] == row.name else item for item in conversation.roles
    ]
    row.name, row.person = stand_in, None
    row.save()
    counts["participant"] += 1
    said = [turn_value(turn) for turn in conversation.turns.order_by("position")]
    conversation.digest = digest(said)
    conversation.save(update_fields=["roles", "digest"])
    return {(conversation.id, turn.number) for turn in turns}


def _namesakes(actor: Account, names: Iterable[str], customer_id: str | None) -> tuple[list[str], list[str]]:
    """Names that nobody at another customer bears, and those somebody does: the latter are cleaned close by only."""
    wanted = set(names)
    elsewhere = set(
        visible(actor, tables.Person)
        .filter(name__in=wanted)
        .exclude(customer_id=customer_id)
        .values_list("name", flat=True)
    )
    return sorted(wanted - elsewhere), sorted(elsewhere)


def _sweep(actor: Account, everywhere: Names, near: _Near, close_by: Names | None = None) -> Counter[str]:
    """Mask names in all texts of the team: whole ones everywhere, their parts close to the person."""
    counts: Counter[str] = Counter()
    _clean_sessions(everywhere)
    for model in apps.get_app_config("store").get_models():
        privacy = getattr(model, "PRIVACY", None)
        if not issubclass(model, Kept) or privacy is None or not _personal(model):
            continue
        close = set(_close_rows(model, near).values_list("pk", flat=True)) if close_by else set()
        for row in _team_rows(actor, model).iterator(chunk_size=500):
            near_row = row.pk in close
            changes = _cleaned(row, close_by if near_row and close_by else everywhere, near_row)
            if changes:
                model._base_manager.filter(pk=row.pk).update(**changes)
                counts[model.__name__.lower()] += 1
    return counts


def _clean_sessions(names: Names) -> None:
    """Mask names in what pages have said to somebody but not yet shown."""
    for row in Session.objects.all():
        said = row.get_decoded()
        cleaned = names.clean_json(said, close=False)
        if cleaned != said:
            row.session_data = SessionStore().encode(cleaned)
            row.save()


def _personal(model: type[Kept]) -> bool:
    """Whether customers' names may stand in a table: what is untouched by forgetting holds none."""
    return model.PRIVACY.forgetting is not OnForgetting.UNTOUCHED


def _team_rows(actor: Account, model: type[Kept]) -> models.QuerySet[Any]:
    """All rows of the team, practice included: whose it is makes no difference to the one who is to be forgotten."""
    if model.SCOPE.seen is Seen.OWNER:
        return model._base_manager.filter(**{f"{model.SCOPE.path}__memberships__team_id__in": actor.teams}).distinct()
    return model._base_manager.filter(**{f"{model.SCOPE.path}_id__in": actor.teams})


def _close_rows(model: type[Kept], near: _Near) -> models.QuerySet[Any]:
    rows = model._base_manager
    path = model.SCOPE.path
    if model is tables.Customer:
        return rows.filter(pk=near.customer)
    if model is tables.Case:
        return rows.filter(models.Q(customer_id=near.customer, customer_id__isnull=False) | models.Q(pk__in=near.cases))
    if path.endswith("case__team"):
        case = path.removesuffix("__team")
        by_customer = models.Q(**{f"{case}__customer_id": near.customer}) if near.customer else models.Q()
        return rows.filter(by_customer | models.Q(**{f"{case}_id__in": near.cases}))
    if path.endswith("customer__team"):
        return rows.filter(**{path.removesuffix("__team") + "_id": near.customer})
    if model is tables.PracticeNote:
        return tables.PracticeNote.objects.filter(conversation__case_id__in=near.cases)
    if model is tables.Intention:
        return tables.Intention.objects.filter(customer_id=near.customer, customer_id__isnull=False)
    return rows.none()


def _cleaned(row: Kept, names: Names, close: bool) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for column in row._meta.concrete_fields:
        if column.primary_key or column.name == "searchable" or column.is_relation:
            continue
        value = getattr(row, column.attname)
        if isinstance(column, models.JSONField):
            cleaned = names.clean_json(value, close=close)
        elif isinstance(value, str):
            cleaned = names.clean(value, close=close and column.name not in NAME_FIELDS)
        else:
            continue
        if cleaned != value:
            changes[column.attname] = cleaned
    if "text" in changes and isinstance(row, tables.Turn):
        changes["searchable"] = searchable(changes["text"])
    return changes


def _close(actor: Account, kind: str, counts: Counter[str], today: date) -> None:
    for name in [name for name, number in counts.items() if not number]:
        del counts[name]
    tables.Tombstone.objects.create(
        team_id=actor.team, kind=kind, on=today, by_id=actor.id, counts=dict(sorted(counts.items()))
    )
    audit.note(actor, "forgot", kind, "", {"rows": sum(counts.values())})


def _remains(shared: Sequence[str]) -> tuple[Message, ...]:
    remains = [Message.of("store.forgetting.remains_trail"), Message.of("store.forgetting.remains_backups")]
    if shared:
        remains.append(Message.of("store.forgetting.remains_namesakes", names=", ".join(shared)))
    return tuple(remains)
