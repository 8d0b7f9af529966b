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
    """An open promise on a day. `days` is how many are left until the last possible day, negative once it has
    passed."""

    promise: Promise
    urgency: Urgency
    days: int | None
    saying: Message


@dataclass(frozen=True, slots=True)
class Today:
    """Open promises of both sides, the most pressing first."""

    day: date
    ours: tuple[Owed, ...]
    theirs: tuple[Owed, ...]


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
    if days < 0:
        late = Message.of("keep.owed.overdue_one" if days == -1 else "keep.owed.overdue", days=-days)
        return Owed(promise, Urgency.OVERDUE, days, late)
    key = {0: "keep.owed.today", 1: "keep.owed.tomorrow"}.get(days, "keep.owed.in_days")
    saying = Message.of(key, days=days) if days > 1 else Message.of(key)
    return Owed(
        promise, Urgency.TODAY if days == 0 else Urgency.SOON if days <= SOON_DAYS else Urgency.LATER, days, saying
    )


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
