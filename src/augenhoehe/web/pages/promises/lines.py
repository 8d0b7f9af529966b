"""Promises as the pages show them: one line each, with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from augenhoehe.keep.ledger import is_open
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.keep.promising import promises_from
from augenhoehe.keep.reliability import Reliability, reliability
from augenhoehe.keep.today import Urgency, owing, reminding, telling
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.messages import Message
from augenhoehe.store.promises import StoredPromise
from augenhoehe.understand.findings import Finding


@dataclass(frozen=True, slots=True)
class Line:
    """One open promise. `draft` is a text to send oneself, None where none is of use."""

    stored: StoredPromise
    urgency: Urgency
    saying: Message
    draft: Message | None

    @property
    def promise(self) -> Promise:
        """The promise itself."""
        return self.stored.promise


@dataclass(frozen=True, slots=True)
class Lists:
    """Open promises of both sides, the most pressing first, and the settled ones, the latest first."""

    ours: tuple[Line, ...]
    theirs: tuple[Line, ...]
    settled: tuple[StoredPromise, ...] = field(default=())
    record: tuple[Reliability, ...] = field(default=())

    @property
    def pressing(self) -> int:
        """How many of ours are overdue or due today."""
        return sum(line.urgency in (Urgency.OVERDUE, Urgency.TODAY) for line in self.ours)


def lists(stored: Iterable[StoredPromise], today: date) -> Lists:
    """The lists of a page, on a day."""
    stored = tuple(stored)
    shown = sorted(
        (_line(item, today) for item in stored if is_open(item.promise)), key=lambda line: _order(line, today)
    )
    settled = [item for item in stored if not is_open(item.promise)]
    return Lists(
        tuple(line for line in shown if line.promise.side is Side.OURS),
        tuple(line for line in shown if line.promise.side is Side.THEIRS),
        tuple(sorted(settled, key=lambda item: (item.promise.settled_on or date.min, item.promise.id), reverse=True)),
        tuple(reliability([item.promise for item in stored], side, today) for side in Side),
    )


def _line(item: StoredPromise, today: date) -> Line:
    owed = owing(item.promise, today)
    near = owed.urgency is not Urgency.LATER
    draft = reminding(item.promise, today) or (telling(item.promise, today) if near else None)
    return Line(item, owed.urgency, owed.saying, draft)


def _order(line: Line, today: date) -> tuple[bool, int, bool, str]:
    due = line.promise.due
    last = due.last if due else None
    return (last is None, (last - today).days if last else 0, not line.promise.firm, line.promise.id)


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
