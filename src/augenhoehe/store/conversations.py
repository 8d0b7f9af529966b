"""Conversations: store what was read, with origin and consent, all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery

from augenhoehe.journey.record import Heard
from augenhoehe.listen.consent import Consent, ConsentState, ConsentWay, Origin, Scope, obstacles
from augenhoehe.listen.transcript import RoleProposal, Transcript
from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.store import audit, cases
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.findings import add_proposals
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.customers import Person
from augenhoehe.store.scope import found, one, visible
from augenhoehe.store.searching import searchable
from augenhoehe.store.turns import turn_value
from augenhoehe.understand.findings import Finding


@dataclass(frozen=True, slots=True)
class Added:
    """A conversation that was stored; `duplicate` where the same content stood in the case already."""

    conversation_id: str
    case_id: str
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """A conversation as lists show it."""

    id: str
    title: str
    held_on: date | None
    channel: Channel
    origin: Origin
    people: tuple[Party, ...]
    turns: int
    proposed: int
    confirmed: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class StoredConversation:
    """A conversation with how it was read. `conversation.id` is the id of the row, so ids are unique in a case."""

    conversation: Conversation
    case_id: str
    case_title: str
    origin: Origin
    format: str
    encoding: str
    file_name: str
    roles: tuple[RoleProposal, ...]
    notes: tuple[Message, ...]
    consents: tuple[Consent, ...]
    people: tuple[tuple[str, str], ...] = field(default=())
    """Names of participants with the id of the person they are, where known."""


def digest(turns: Iterable[Turn]) -> str:
    """What recognises the same conversation: its speakers' words in order, whatever the file was."""
    hashed = hashlib.sha256()
    for turn in turns:
        hashed.update(f"{turn.speaker}\x1f{turn.text}\x1e".encode())
    return hashed.hexdigest()


def add(
    actor: Account,
    transcript: Transcript,
    findings: Sequence[Finding] = (),
    *,
    origin: Origin,
    today: date,
    case_id: str | None = None,
    case_title: str = "",
    customer: str = "",
    consents: Sequence[Consent] = (),
    file_name: str = "",
    examined_with: str = "",
) -> Added:
    """Store a transcript and what was found in it, in one transaction; without a case, one is opened for it.

    `findings` speak of `transcript.conversation`. The same content in the same case is not stored again. What stands
    against the import (`listen.consent.obstacles`) refuses it. Raises InputRefusedError, NotFoundError.
    """
    conversation = _without_nul(transcript.conversation)
    _refuse_obstacles(conversation, origin, consents)
    mark = digest(conversation.turns)
    with transaction.atomic():
        if case_id is None:
            title = case_title or conversation.title or customer or file_name or str(today)
            case_id = cases.open_case(actor, title, opened_on=today, customer=customer)
        case = found(actor, Case, case_id)
        twin = tables.Conversation.objects.filter(case=case, digest=mark).first()
        if twin is not None:
            return Added(twin.id, case.id, duplicate=True)
        row = tables.Conversation.objects.create(
            case=case,
            source_id=conversation.id[:200],
            title=(conversation.title or file_name)[:300],
            language=conversation.language,
            channel=conversation.channel,
            held_on=conversation.held_on,
            origin=origin,
            format=transcript.format,
            encoding=transcript.encoding,
            file_name=file_name[:255],
            digest=mark,
            roles=[to_json(proposal) for proposal in transcript.roles],
            notes=[to_json(message) for message in transcript.notes],
            added_by_id=actor.id,
            examined_with=examined_with,
        )
        _add_turns(row, conversation.turns)
        _add_participants(row, conversation.people, consents)
        if findings:
            add_proposals(row.id, findings)
        cases.touch(case.id)
        audit.note(actor, "added", "conversation", row.id, {"turns": len(conversation.turns), "origin": origin})
    return Added(row.id, case.id)


def conversation(actor: Account, conversation_id: str) -> StoredConversation:
    """One conversation with its turns and people. Three queries. Raises NotFoundError."""
    row = one(visible(actor, tables.Conversation).filter(pk=conversation_id).select_related("case"))
    participants = list(row.participants.order_by("position"))
    value = _value(row, participants, list(row.turns.order_by("position")))
    return StoredConversation(
        conversation=value,
        case_id=row.case_id,
        case_title=row.case.title,
        origin=Origin(row.origin),
        format=row.format,
        encoding=row.encoding,
        file_name=row.file_name,
        roles=tuple(from_json(RoleProposal, item) for item in row.roles),
        notes=tuple(from_json(Message, item) for item in row.notes),
        consents=tuple(_consent(participant) for participant in participants),
        people=tuple((item.name, item.person_id) for item in participants if item.person_id),
    )


def list_conversations(actor: Account, case_id: str) -> tuple[ConversationLine, ...]:
    """The conversations of a case in the order they were held. Two queries."""
    rows = (
        visible(actor, tables.Conversation)
        .filter(case_id=case_id)
        .annotate(
            turn_count=_counted(tables.Turn),
            proposed_count=_counted(tables.Finding, state="proposed"),
            confirmed_count=_counted(tables.Finding, state__in=("confirmed", "corrected")),
        )
        .prefetch_related("participants")
        .order_by("held_on", "added_at", "id")
    )
    return tuple(
        ConversationLine(
            row.id,
            row.title,
            row.held_on,
            Channel(row.channel),
            Origin(row.origin),
            tuple(Party(item.name, Role(item.role)) for item in _in_place(row.participants.all())),
            row.turn_count or 0,
            row.proposed_count or 0,
            row.confirmed_count or 0,
            row.added_at,
        )
        for row in rows
    )


def _counted(table: type[tables.Turn] | type[tables.Finding], **which: object) -> Subquery:
    """How many rows of a conversation, counted by itself: joining turns with findings would multiply them."""
    rows = table._default_manager.filter(conversation=OuterRef("pk"), **which).order_by()
    return Subquery(rows.values("conversation").annotate(number=Count("pk")).values("number"))


def of_case(actor: Account, case_id: str) -> tuple[Conversation, ...]:
    """All conversations of a case as values, in the order they were held. Three queries."""
    rows = list(
        visible(actor, tables.Conversation)
        .filter(case_id=case_id)
        .prefetch_related("participants", "turns")
        .order_by("held_on", "added_at", "id")
    )
    return tuple(_value(row, _in_place(row.participants.all()), _in_place(row.turns.all())) for row in rows)


def heard(actor: Account, case_id: str) -> tuple[Heard, ...]:
    """The conversations of a case as the advice record lists them."""
    return tuple(
        Heard(line.id, line.title, line.held_on, line.channel, line.origin, tuple(party.name for party in line.people))
        for line in list_conversations(actor, case_id)
    )


def set_roles(actor: Account, conversation_id: str, roles: Mapping[str, Role]) -> Conversation:
    """Say who is on which side, by name as it stands in the conversation. Returns it as it now is; what was found in
    it should be examined anew (`findings.replace`). Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Conversation, conversation_id)
        for name, role in sorted(roles.items()):
            row.participants.filter(name=name).update(role=role)
            row.turns.filter(speaker=name).update(role=role)
        row.roles = [to_json(_stated(from_json(RoleProposal, item), roles)) for item in row.roles]
        row.save(update_fields=["roles"])
        cases.touch(row.case_id)
        audit.note(actor, "roles", "conversation", row.id, {"people": len(roles)})
    return conversation(actor, conversation_id).conversation


def save_details(
    actor: Account,
    conversation_id: str,
    *,
    title: str | None = None,
    held_on: date | None = None,
    channel: Channel | None = None,
) -> None:
    """Change title, day or channel; what is None stays. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Conversation, conversation_id)
        row.title = row.title if title is None else title.strip()[:300]
        row.held_on = held_on or row.held_on
        row.channel = channel or row.channel
        row.save(update_fields=["title", "held_on", "channel"])
        audit.note(actor, "changed", "conversation", row.id)


def save_consent(actor: Account, conversation_id: str, consent: Consent) -> None:
    """Write down a participant's consent or its withdrawal. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Conversation, conversation_id)
        participant = one(row.participants.filter(name=consent.person))
        _agree(participant, consent)
        participant.save()
        audit.note(actor, "consent", "conversation", row.id, {"consent": consent.state})


def link_person(actor: Account, conversation_id: str, name: str, person_id: str | None) -> None:
    """Say which person of the customer a participant is; None says it is not known. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Conversation, conversation_id)
        participant = one(row.participants.filter(name=name))
        participant.person = found(actor, Person, person_id) if person_id else None
        participant.save(update_fields=["person"])


def remove(actor: Account, conversation_id: str) -> str:
    """Remove a conversation with all that was found in it. Returns the case's id. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Conversation, conversation_id)
        case_id = row.case_id
        row.delete()
        cases.touch(case_id)
        audit.note(actor, "removed", "conversation", conversation_id)
    return case_id


def _without_nul(conversation: Conversation) -> Conversation:
    """PostgreSQL keeps no NUL character; a sign of the same length keeps every offset."""
    if not any("\x00" in turn.text for turn in conversation.turns):
        return conversation
    turns = tuple(replace(turn, text=turn.text.replace("\x00", "\ufffd")) for turn in conversation.turns)
    return replace(conversation, turns=turns)


def _refuse_obstacles(conversation: Conversation, origin: Origin, consents: Sequence[Consent]) -> None:
    people = [turn.speaker for turn in conversation.turns]
    for obstacle in obstacles(origin, people, consents):
        if obstacle.blocks:
            raise InputRefusedError(obstacle.because)


def _add_turns(row: tables.Conversation, turns: Sequence[Turn]) -> None:
    tables.Turn.objects.bulk_create(
        [
            tables.Turn(
                conversation=row,
                number=turn.id,
                position=position,
                speaker=turn.speaker,
                role=turn.role,
                text=turn.text,
                searchable=searchable(turn.text),
                start=turn.start,
                end=turn.end,
                said_on=turn.said_on,
            )
            for position, turn in enumerate(turns)
        ],
        batch_size=500,
    )


def _add_participants(row: tables.Conversation, people: Sequence[Party], consents: Sequence[Consent]) -> None:
    by_name = {item.person: item for item in consents}
    known = dict(visible_people(row))
    participants = []
    for position, party in enumerate(people):
        participant = tables.Participant(
            conversation=row,
            position=position,
            name=party.name[:200],
            role=party.role,
            person_id=known.get(party.name) if party.role is Role.CUSTOMER else None,
        )
        if party.name in by_name:
            _agree(participant, by_name[party.name])
        participants.append(participant)
    tables.Participant.objects.bulk_create(participants)


def visible_people(row: tables.Conversation) -> Iterable[tuple[str, str]]:
    """Names and ids of the people of the case's customer."""
    customer_id = row.case.customer_id
    return Person.objects.filter(customer_id=customer_id).values_list("name", "id") if customer_id else ()


def _agree(participant: tables.Participant, consent: Consent) -> None:
    participant.consent = consent.state
    participant.consent_on = consent.given_on
    participant.consent_way = consent.way
    participant.consent_wording = consent.wording[:40]
    participant.consent_scope = ",".join(consent.scope)
    participant.withdrawn_on = consent.withdrawn_on


def _consent(row: tables.Participant) -> Consent:
    return Consent(
        row.name,
        ConsentState(row.consent),
        ConsentWay(row.consent_way),
        row.consent_on,
        row.consent_wording,
        tuple(Scope(scope) for scope in row.consent_scope.split(",") if scope),
        row.withdrawn_on,
    )


def _stated(proposal: RoleProposal, roles: Mapping[str, Role]) -> RoleProposal:
    role = roles.get(proposal.name)
    return replace(proposal, role=role, stated=True) if role is not None else proposal


Placed = TypeVar("Placed", tables.Participant, tables.Turn)


def _in_place(rows: Iterable[Placed]) -> list[Placed]:
    return sorted(rows, key=lambda row: row.position)


def _value(
    row: tables.Conversation, participants: Sequence[tables.Participant], turns: Sequence[tables.Turn]
) -> Conversation:
    return Conversation(
        id=row.id,
        language=Language(row.language),
        channel=Channel(row.channel),
        people=tuple(Party(item.name, Role(item.role)) for item in participants),
        turns=tuple(turn_value(turn) for turn in turns),
        title=row.title,
        held_on=row.held_on,
    )
