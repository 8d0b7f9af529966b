"""Findings: proposals of the program and what a person decided about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Max, Prefetch
from django.utils import timezone

from augenhoehe.speech.conversation import Channel, Role
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.store import audit, cases
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.mapping import Json, from_json, to_json
from augenhoehe.store.models.ground import new_id
from augenhoehe.store.scope import found, one, visible
from augenhoehe.store.turns import turn_value
from augenhoehe.understand.engines.reading import LANGUAGE_MODEL
from augenhoehe.understand.findings import ADVISER_KINDS, ATTRIBUTES, CUSTOMER_KINDS, Attribute, Finding, Kind

PERSON = "person"


class State(StrEnum):
    """What a person decided about a finding."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


FEEDS_THE_CASE = (State.CONFIRMED, State.CORRECTED)


@dataclass(frozen=True, slots=True)
class Original:
    """What the program had proposed before a person corrected it."""

    kind: Kind
    start: int
    end: int
    attrs: tuple[tuple[str, Attribute], ...]


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding as it stands, with its state, who decided and when, and the original where it was corrected."""

    finding: Finding
    conversation_id: str
    state: State
    decided_by: str = ""
    decided_at: datetime | None = None
    original: Original | None = None

    @property
    def id(self) -> str:
        """The finding's id within its conversation."""
        return self.finding.id


def list_findings(actor: Account, conversation_id: str, *, with_rejected: bool = True) -> tuple[StoredFinding, ...]:
    """The findings of a conversation in the order of their places. Two queries. Raises NotFoundError."""
    found(actor, tables.Conversation, conversation_id)
    rows = _rows(actor, conversation_id)
    return tuple(stored(row) for row in rows if with_rejected or row.state != State.REJECTED)


def finding(actor: Account, conversation_id: str, key: str) -> StoredFinding:
    """One finding. Raises NotFoundError."""
    return stored(_row(actor, conversation_id, key))


def confirmed(actor: Account, case_id: str) -> Mapping[str, tuple[Finding, ...]]:
    """What feeds the case: confirmed and corrected findings by conversation id. Every conversation has an entry."""
    return _of_case(actor, case_id, FEEDS_THE_CASE)


def held_true(actor: Account, case_id: str) -> Mapping[str, tuple[Finding, ...]]:
    """Everything not rejected, by conversation id: for previews that say that nobody has confirmed yet."""
    return _of_case(actor, case_id, (State.PROPOSED, *FEEDS_THE_CASE))


def confirmed_by(actor: Account, case_id: str) -> str:
    """The names of those who confirmed the case's findings, blank where nobody has."""
    names = (
        visible(actor, tables.Finding)
        .filter(conversation__case_id=case_id, state__in=FEEDS_THE_CASE, decided_by__isnull=False)
        .order_by("decided_by__name")
        .values_list("decided_by__name", flat=True)
        .distinct()
    )
    return ", ".join(names)


def confirm(actor: Account, conversation_id: str, keys: Sequence[str]) -> tuple[StoredFinding, ...]:
    """Confirm findings; one step for undo. Raises NotFoundError where one is not there."""
    return _decide(actor, conversation_id, keys, State.CONFIRMED)


def reject(actor: Account, conversation_id: str, keys: Sequence[str]) -> tuple[StoredFinding, ...]:
    """Reject findings; one step for undo. Raises NotFoundError where one is not there."""
    return _decide(actor, conversation_id, keys, State.REJECTED)


def confirm_all_above(actor: Account, conversation_id: str, certainty: float) -> tuple[StoredFinding, ...]:
    """Confirm every proposal of at least this certainty; one step for undo. Returns those confirmed."""
    keys = (
        visible(actor, tables.Finding)
        .filter(conversation_id=conversation_id, state=State.PROPOSED, certainty__gte=certainty)
        .values_list("key", flat=True)
    )
    return _decide(actor, conversation_id, list(keys), State.CONFIRMED)


def correct(
    actor: Account,
    conversation_id: str,
    key: str,
    *,
    kind: Kind | None = None,
    start: int | None = None,
    end: int | None = None,
    attrs: Mapping[str, Attribute] | None = None,
) -> StoredFinding:
    """Correct kind, place or attributes; what is None stays (attributes of a new kind must be given).

    The program's first proposal is kept. Raises NotFoundError, InputRefusedError for a place or attributes that
    cannot be.
    """
    with transaction.atomic():
        row = _row(actor, conversation_id, key)
        before = _snapshot(row)
        if row.original is None and row.source != PERSON:
            row.original = {name: before[name] for name in ("kind", "start", "end", "attrs")}
        row.kind = kind or Kind(row.kind)
        row.by = _by(row)
        row.start = row.start if start is None else start
        row.end = row.end if end is None else end
        row.attrs = dict(row.attrs if attrs is None else attrs)
        _refuse_nonsense(row)
        _settle(_user(actor), row, State.CONFIRMED if row.source == PERSON else State.CORRECTED, timezone.now())
        row.save()
        _remember(actor, conversation_id, [(row, before)])
        cases.touch(row.conversation.case_id)
    return stored(row)


def add_own(
    actor: Account,
    conversation_id: str,
    turn: int,
    kind: Kind,
    start: int,
    end: int,
    attrs: Mapping[str, Attribute] | None = None,
) -> StoredFinding:
    """Add a finding of one's own, which is confirmed by that. Raises NotFoundError, InputRefusedError."""
    with transaction.atomic():
        conversation = one(visible(actor, tables.Conversation).filter(pk=conversation_id))
        said = one(tables.Turn.objects.filter(conversation=conversation, number=turn))
        row = tables.Finding(
            conversation=conversation,
            turn=said,
            key=_next_key(conversation_id, "p"),
            kind=kind,
            start=start,
            end=end,
            attrs=dict(attrs or {}),
            certainty=1.0,
            because=to_json(Message.of("store.findings.by_person", name=actor.name)),
            source=PERSON,
        )
        row.by = _by(row)
        _refuse_nonsense(row)
        _settle(_user(actor), row, State.CONFIRMED, timezone.now())
        row.save(force_insert=True)
        _remember(actor, conversation_id, [(row, None)])
        cases.touch(conversation.case_id)
    return stored(row)


def undo(actor: Account, conversation_id: str) -> tuple[str, ...]:
    """Take back one's own last step in a conversation; empty where there is none. Returns the ids of the findings."""
    with transaction.atomic():
        found(actor, tables.Conversation, conversation_id)
        own = tables.FindingChange.objects.filter(finding__conversation_id=conversation_id, by_id=actor.id)
        last = own.order_by("-number").first()
        if last is None:
            return ()
        keys = []
        for change in own.filter(batch=last.batch).select_related("finding").order_by("number"):
            row = change.finding
            keys.append(row.key)
            if change.before is None:
                row.delete()
            else:
                _restore(row, change.before)
                change.delete()
        cases.touch(tables.Conversation.objects.values_list("case_id", flat=True).get(pk=conversation_id))
    return tuple(keys)


def replace(actor: Account, conversation_id: str, findings: Sequence[Finding], *, examined_with: str = "") -> None:
    """Put new proposals in the place of old ones; what a person decided stays and is not proposed again.

    Proposals of a language model stay (`store.second` takes them back) but where the new ones say the same.

    Raises NotFoundError.
    """
    with transaction.atomic():
        conversation = found(actor, tables.Conversation, conversation_id)
        rows = tables.Finding.objects.filter(conversation=conversation)
        rows.filter(state=State.PROPOSED).exclude(source=LANGUAGE_MODEL).delete()
        standing = rows.exclude(state=State.PROPOSED)
        decided = set(standing.values_list("turn__number", "kind", "start", "end"))
        for row in rows.filter(original__isnull=False).select_related("turn"):
            first = row.original or {}
            decided.add((row.turn.number, first["kind"], first["start"], first["end"]))
        fresh = [
            item
            for item in findings
            if (item.evidence.turn.id, item.kind.value, item.evidence.start, item.evidence.end) not in decided
        ]
        _yield_to(fresh, rows.filter(state=State.PROPOSED, source=LANGUAGE_MODEL).select_related("turn"))
        add_proposals(conversation_id, fresh)
        conversation.examined_with = examined_with
        conversation.save(update_fields=["examined_with"])
        cases.touch(conversation.case_id)
        audit.note(actor, "examined", "conversation", conversation_id, {"findings": len(fresh)})


def _yield_to(fresh: Sequence[Finding], proposed: Iterable[tables.Finding]) -> None:
    """Take away what a language model proposed and the built-in reader now finds too: the same kind over the words."""
    places: dict[tuple[int, str], list[Evidence]] = {}
    for item in fresh:
        places.setdefault((item.evidence.turn.id, item.kind.value), []).append(item.evidence)
    for row in proposed:
        over = places.get((row.turn.number, row.kind), ())
        if any(evidence.start < row.end and row.start < evidence.end for evidence in over):
            row.delete()


def add_proposals(conversation_id: str, findings: Sequence[Finding]) -> None:
    """Store proposals, keeping their ids where they are free. For the store's own commands."""
    turns = dict(tables.Turn.objects.filter(conversation_id=conversation_id).values_list("number", "id"))
    taken = set(tables.Finding.objects.filter(conversation_id=conversation_id).values_list("key", flat=True))
    number = len(taken)
    rows = []
    for item in findings:
        key = item.id
        while key in taken or not key or len(key) > 20:
            number += 1
            key = f"f{number}"
        taken.add(key)
        rows.append(
            tables.Finding(
                conversation_id=conversation_id,
                turn_id=turns[item.evidence.turn.id],
                key=key,
                kind=item.kind,
                start=item.evidence.start,
                end=item.evidence.end,
                attrs=dict(item.attrs),
                certainty=item.certainty,
                because=to_json(item.because),
                source=item.source,
                by=item.by or "",
            )
        )
    tables.Finding.objects.bulk_create(rows, batch_size=500)


def _rows(actor: Account, conversation_id: str) -> list[tables.Finding]:
    return list(
        visible(actor, tables.Finding)
        .filter(conversation_id=conversation_id)
        .select_related("turn", "decided_by")
        .order_by("turn__position", "start", "kind", "key")
    )


def _row(actor: Account, conversation_id: str, key: str) -> tables.Finding:
    rows = visible(actor, tables.Finding).filter(conversation_id=conversation_id, key=key)
    return one(rows.select_related("turn", "decided_by", "conversation"))


def _of_case(actor: Account, case_id: str, states: Sequence[State]) -> Mapping[str, tuple[Finding, ...]]:
    found(actor, tables.Case, case_id)
    kept = Prefetch(
        "findings",
        queryset=tables.Finding.objects.filter(state__in=states)
        .select_related("turn")
        .order_by("turn__position", "start", "kind", "key"),
    )
    conversations = tables.Conversation.objects.filter(case_id=case_id).prefetch_related(kept)
    return {
        row.id: tuple(_value(item) for item in row.findings.all())
        for row in conversations.order_by("held_on", "added_at", "id")
    }


def _decide(actor: Account, conversation_id: str, keys: Sequence[str], state: State) -> tuple[StoredFinding, ...]:
    with transaction.atomic():
        conversation = found(actor, tables.Conversation, conversation_id)
        rows = [row for row in _rows(actor, conversation_id) if row.key in set(keys)]
        if len(rows) != len(set(keys)):
            raise NotFoundError
        now, user = timezone.now(), _user(actor)
        steps: list[tuple[tables.Finding, Json]] = []
        for row in rows:
            # Confirming what was corrected keeps the correction.
            wanted = State.CORRECTED if state is State.CONFIRMED and row.original is not None else state
            if row.state == wanted:
                continue
            steps.append((row, _snapshot(row)))
            _settle(user, row, wanted, now)
        if steps:
            tables.Finding.objects.bulk_update(
                [row for row, _ in steps], ["state", "decided_by", "decided_at"], batch_size=200
            )
            _remember(actor, conversation_id, steps)
            cases.touch(conversation.case_id)
    return tuple(stored(row) for row in rows)


def _settle(user: tables.User, row: tables.Finding, state: State, now: datetime) -> None:
    row.state, row.decided_by, row.decided_at = state, user, now


def _user(actor: Account) -> tables.User:
    return tables.User.objects.get(pk=actor.id)


def _snapshot(row: tables.Finding) -> dict[str, Json]:
    return {
        "kind": str(row.kind),
        "start": row.start,
        "end": row.end,
        "attrs": row.attrs,
        "by": str(row.by),
        "state": str(row.state),
        "decided_by": row.decided_by_id,
        "decided_at": row.decided_at.isoformat() if row.decided_at else None,
        "original": row.original,
    }


def _restore(row: tables.Finding, before: Mapping[str, Json]) -> None:
    row.kind, row.start, row.end = before["kind"], before["start"], before["end"]
    row.attrs, row.state, row.original = before["attrs"], before["state"], before["original"]
    row.by = before["by"]
    row.decided_by_id = before["decided_by"]
    row.decided_at = datetime.fromisoformat(before["decided_at"]) if before["decided_at"] else None
    row.save()


def _remember(actor: Account, conversation_id: str, steps: Sequence[tuple[tables.Finding, Json]]) -> None:
    batch, now = new_id(), timezone.now()
    changes = tables.FindingChange.objects.filter(finding__conversation_id=conversation_id)
    number = changes.aggregate(last=Max("number"))["last"] or 0
    tables.FindingChange.objects.bulk_create(
        [
            tables.FindingChange(finding=row, batch=batch, number=number + place, before=before, by_id=actor.id, at=now)
            for place, (row, before) in enumerate(steps, start=1)
        ],
        batch_size=500,
    )


def _next_key(conversation_id: str, letter: str) -> str:
    taken = set(tables.Finding.objects.filter(conversation_id=conversation_id).values_list("key", flat=True))
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def _refuse_nonsense(row: tables.Finding) -> None:
    wanted = ATTRIBUTES.get(Kind(row.kind), {})
    if set(row.attrs) != set(wanted):
        raise InputRefusedError.of("store.findings.attributes_missing", names=", ".join(sorted(wanted)))
    try:
        _value(row)
    except ValueError as error:
        raise InputRefusedError.of("store.findings.no_such_place") from error


def _by(row: tables.Finding) -> str:
    """Whose statement a finding in a note is, as its kind says; what both sides can say keeps what is known."""
    if row.turn.role != Role.UNKNOWN or row.conversation.channel != Channel.NOTES:
        return row.by
    kind = Kind(row.kind)
    return str(Role.CUSTOMER if kind in CUSTOMER_KINDS else Role.ADVISER if kind in ADVISER_KINDS else row.by)


def _value(row: tables.Finding) -> Finding:
    return Finding(
        id=row.key,
        kind=Kind(row.kind),
        evidence=Evidence(row.conversation_id, turn_value(row.turn), row.start, row.end),
        certainty=row.certainty,
        because=from_json(Message, row.because),
        source=row.source,
        attrs=tuple(sorted(row.attrs.items())),
        by=Role(row.by) if row.by else None,
    )


def stored(row: tables.Finding) -> StoredFinding:
    """A row (with its turn and who decided) as a value. For the store's own queries."""
    original = row.original
    return StoredFinding(
        finding=_value(row),
        conversation_id=row.conversation_id,
        state=State(row.state),
        decided_by=row.decided_by.name if row.decided_by else "",
        decided_at=row.decided_at,
        original=Original(
            Kind(original["kind"]), original["start"], original["end"], tuple(sorted(original["attrs"].items()))
        )
        if original
        else None,
    )
