"""What is owed today: what I owe first, then what they owe; the overdue first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenhoehe.keep.ledger import is_open, overdue
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.speech.messages import Message

SOON_DAYS = 3


class Urgency(StrEnum):
    """Where a promise stands on a day; `UNDATED` where nobody said a day that can be resolved."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Owed:
    """An open promise on a day. `days` is how many are left until the last possible day, negative once it has passed.

    `draft` is a text to send oneself: telling them before an own promise slips, owning up after it has, or asking
    after one of theirs. None where none is of use; nothing is ever sent.
    """

    promise: Promise
    urgency: Urgency
    days: int | None
    saying: Message
    draft: Message | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """Open promises of both sides, the most pressing first."""

    day: date
    ours: tuple[Owed, ...]
    theirs: tuple[Owed, ...]

    @property
    def pressing(self) -> int:
        """How many of ours are overdue or due on the day."""
        return sum(owed.urgency in (Urgency.OVERDUE, Urgency.TODAY) for owed in self.ours)


def today(promises: Iterable[Promise], day: date) -> Today:
    """What both sides owe on a day. Kept, broken and withdrawn promises are not shown."""
    owed = sorted((owing(promise, day) for promise in promises if is_open(promise)), key=_order)
    return Today(
        day,
        ours=tuple(item for item in owed if item.promise.side is Side.OURS),
        theirs=tuple(item for item in owed if item.promise.side is Side.THEIRS),
    )


def owing(promise: Promise, day: date) -> Owed:
    """Where one open promise stands on a day."""
    promise = overdue(promise, day)
    due = promise.due
    if due is None:
        return Owed(promise, Urgency.UNDATED, None, Message.of("keep.owed.undated"))
    if due.last is None:
        key = "keep.owed.unresolved" if due.first is None else "keep.owed.from"
        values = {"words": due.words} if due.first is None else {"day": due.first}
        return Owed(promise, Urgency.UNDATED, None, Message.of(key, **values))
    days = (due.last - day).days
    urgency = _urgency(days)
    draft = reminding(promise, day) or (telling(promise, day) if urgency is not Urgency.LATER else None)
    return Owed(promise, urgency, days, _saying(days), draft)


def _urgency(days: int) -> Urgency:
    if days < 0:
        return Urgency.OVERDUE
    if days == 0:
        return Urgency.TODAY
    return Urgency.SOON if days <= SOON_DAYS else Urgency.LATER


def _saying(days: int) -> Message:
    if days < 0:
        return Message.of("keep.owed.overdue_one" if days == -1 else "keep.owed.overdue", days=-days)
    if days > 1:
        return Message.of("keep.owed.in_days", days=days)
    return Message.of("keep.owed.today" if days == 0 else "keep.owed.tomorrow")


def _order(owed: Owed) -> tuple[bool, int, bool, date, str]:
    promise = owed.promise
    return (owed.days is None, owed.days or 0, not promise.firm, promise.made_on or date.min, promise.id)


def telling(promise: Promise, day: date) -> Message | None:
    """A draft that tells the other side before an own date slips, or owns up after it has.

    None for their promises, settled ones and those without a day. It is a text to send oneself; nothing is ever sent.
    """
    if promise.side is not Side.OURS or not is_open(promise) or promise.due is None or promise.due.last is None:
        return None
    key = "keep.telling.slipped" if promise.due.last < day else "keep.telling.before"
    return Message.of(key, what=promise.what, due=promise.due.words, day=promise.due.last)


def reminding(promise: Promise, day: date) -> Message | None:
    """A draft that asks after the other side's overdue promise without reproach; None where nothing is overdue."""
    if promise.side is not Side.THEIRS or not is_open(promise) or promise.due is None or promise.due.last is None:
        return None
    if promise.due.last >= day:
        return None
    return Message.of("keep.reminding", what=promise.what, day=promise.due.last)
