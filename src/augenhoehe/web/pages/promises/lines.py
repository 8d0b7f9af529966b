"""Promises as the pages show them: one line each, with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from augenhoehe.keep.ledger import is_open
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.keep.promising import promises_from
from augenhoehe.keep.reliability import Reliability, reliability
from augenhoehe.keep.today import Owed
from augenhoehe.keep.today import today as owed_on
from augenhoehe.speech.conversation import Conversation
from augenhoehe.store.promises import StoredPromise
from augenhoehe.understand.findings import Finding


@dataclass(frozen=True, slots=True)
class Lists:
    """Open promises of both sides with their cases, the most pressing first, and the settled ones, the latest first.

    `pressing` is how many of ours are overdue or due today.
    """

    ours: tuple[tuple[StoredPromise, Owed], ...]
    theirs: tuple[tuple[StoredPromise, Owed], ...]
    pressing: int
    settled: tuple[StoredPromise, ...] = field(default=())
    record: tuple[Reliability, ...] = field(default=())


def lists(stored: Iterable[StoredPromise], today: date) -> Lists:
    """The lists of a page, on a day."""
    by_id = {item.promise.id: item for item in stored}
    promises = [item.promise for item in by_id.values()]
    shown = owed_on(promises, today)
    settled = [item for item in by_id.values() if not is_open(item.promise)]
    return Lists(
        tuple((by_id[owed.promise.id], owed) for owed in shown.ours),
        tuple((by_id[owed.promise.id], owed) for owed in shown.theirs),
        shown.pressing,
        tuple(sorted(settled, key=lambda item: (item.promise.settled_on or date.min, item.promise.id), reverse=True)),
        tuple(reliability(promises, side, today) for side in Side),
    )


def found(
    conversations: Sequence[Conversation],
    confirmed: Mapping[str, Sequence[Finding]],
    kept: Iterable[StoredPromise],
) -> tuple[Promise, ...]:
    """Promises a person confirmed in the conversations that are not on the list yet."""
    places = {
        (item.promise.evidence.conversation, item.promise.evidence.turn.id, item.promise.evidence.start)
        for item in kept
        if item.promise.evidence is not None
    }
    return tuple(
        promise
        for conversation in conversations
        for promise in promises_from(conversation, confirmed.get(conversation.id, ()))
        if promise.evidence is None
        or (promise.evidence.conversation, promise.evidence.turn.id, promise.evidence.start) not in places
    )
