"""The audit trail: who did what to which row, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from augenhoehe.store.account import Account
from augenhoehe.store.models.traces import AuditEvent
from augenhoehe.store.scope import visible


@dataclass(frozen=True, slots=True)
class Event:
    """One event: `verb` and `subject_kind` are codes, `by` the name of who acted."""

    at: datetime
    by: str
    verb: str
    subject_kind: str
    subject: str
    details: tuple[tuple[str, str | int | None], ...]


def note(
    actor: Account, verb: str, subject_kind: str, subject: str, details: Mapping[str, str | int | None] | None = None
) -> None:
    """Write an event down. Details hold codes, ids and counts; what a customer said has no place in them."""
    AuditEvent.objects.create(
        team_id=actor.team,
        actor_id=actor.id,
        at=timezone.now(),
        verb=verb,
        subject_kind=subject_kind,
        subject=subject,
        details=dict(details or {}),
    )


def events(actor: Account, *, subject: str | None = None, limit: int = 200) -> tuple[Event, ...]:
    """The newest events of the actor's teams, of one subject where asked."""
    rows = visible(actor, AuditEvent).select_related("actor").order_by("-at", "-id")
    if subject is not None:
        rows = rows.filter(subject=subject)
    return tuple(
        Event(
            row.at,
            row.actor.name if row.actor else "",
            row.verb,
            row.subject_kind,
            row.subject,
            tuple(sorted(row.details.items())),
        )
        for row in rows[:limit]
    )
