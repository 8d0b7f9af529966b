"""The ledger of giving and taking: entries that are only ever added, and what follows from them.

Nothing in the ledger is changed or deleted: whoever erred adds a correction, and both stay to be seen. States and
balances are computed by going through the entries in the order of what happened, so they do not depend on the order in
which entries were written down. Currencies never mix, and an amount nobody knows is counted as unknown, never as zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import Money


class EntryKind(StrEnum):
    """What an entry says happened."""

    PROMISE_MADE = "promise_made"
    PROMISE_KEPT = "promise_kept"
    PROMISE_LATE = "promise_late"
    PROMISE_RENEGOTIATED = "promise_renegotiated"
    PROMISE_BROKEN = "promise_broken"
    PROMISE_WITHDRAWN = "promise_withdrawn"
    TOLD_BEFORE = "told_before"
    CONCESSION = "concession"
    RETURN = "return"
    EXTRA_WORK = "extra_work"
    PUT_OFF = "put_off"
    DEMAND = "demand"
    CORRECTION = "correction"


SETTLES = {
    EntryKind.PROMISE_KEPT: PromiseState.KEPT,
    EntryKind.PROMISE_LATE: PromiseState.LATE,
    EntryKind.PROMISE_RENEGOTIATED: PromiseState.RENEGOTIATED,
    EntryKind.PROMISE_BROKEN: PromiseState.BROKEN,
    EntryKind.PROMISE_WITHDRAWN: PromiseState.WITHDRAWN,
}
"""The state a promise has after an entry."""

PROMISE_KINDS = frozenset({EntryKind.PROMISE_MADE, EntryKind.TOLD_BEFORE, *SETTLES})
GIVEN_KINDS = frozenset({EntryKind.CONCESSION, EntryKind.RETURN, EntryKind.EXTRA_WORK})


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the relationship, on the day it happened (`on`, None where nobody knows).

    `side` is who acted: who promised, gave, worked, put off or demanded. `about` names what it belongs to: a promise's
    id for all that becomes of it, a concession's id for its return, a matter's name for repeated put-offs. `worth` and
    `hours` are None where unknown. `condition` are the words a promise hangs on. `sort` is a concession's type (price,
    scope, time, terms). `asked` says whether it was asked for, None where unknown. `corrects` is the id of the entry
    a correction replaces by `instead` (None: it never happened). `number` is the keeper's running number: of two
    corrections of one entry the later one holds.
    """

    id: str
    kind: EntryKind
    on: date | None
    side: Side
    words: str = ""
    about: str = ""
    owner: str = ""
    due: Due | None = None
    firm: bool = True
    sort: str = ""
    asked: bool | None = None
    worth: Money | None = None
    hours: Decimal | None = None
    evidence: Evidence | None = None
    corrects: str = ""
    instead: Entry | None = None
    number: int = 0
    condition: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an entry needs an id")
        if (self.kind is EntryKind.CORRECTION) != bool(self.corrects):
            raise ValueError("a correction names the entry it corrects, and nothing else does")
        if self.instead is not None and (self.instead.kind is EntryKind.CORRECTION or self.instead.id != self.corrects):
            raise ValueError("a correction replaces an entry by one of the same id, never by a correction")
        if self.kind in PROMISE_KINDS and not self.about:
            raise ValueError(f"{self.kind} names its promise")
        if self.worth is not None and self.worth.amount < 0:
            raise ValueError("worth is what something is worth: never negative; `side` says who gave it")
        if self.hours is not None and not (self.hours.is_finite() and self.hours >= 0):
            raise ValueError("hours are a number, never negative")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries as they were added. There is no way to take one out."""

    entries: tuple[Entry, ...] = field(default=())

    def __post_init__(self) -> None:
        if len({entry.id for entry in self.entries}) != len(self.entries):
            raise ValueError("entry ids must be unique within a ledger")

    def add(self, *entries: Entry) -> Ledger:
        """The ledger with further entries. Raises ValueError where an id stands already."""
        return Ledger(self.entries + entries)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum that knows its gaps: one amount a currency, the number of entries behind it, and how many have no
    figure."""

    amounts: tuple[Money, ...] = field(default=())
    known: int = 0
    unknown: int = 0

    def amount(self, currency: str) -> Money | None:
        """The sum in one currency, None where no amount in it is known."""
        return next((money for money in self.amounts if money.currency == currency), None)


@dataclass(frozen=True, slots=True)
class Balance:
    """What one side gave: concessions, returns and extra work by worth, extra work by hours, and what it put off."""

    side: Side
    concessions: Total
    returns: Total
    extra_work: Total
    hours: Decimal | None
    hours_unknown: int
    put_offs: int
    demands: int


def holding(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that hold, corrections applied, in the order of what happened (unknown days first, then by id).

    Of several corrections of one entry the one with the highest number holds, then the highest id. A correction that
    names no entry of the ledger changes nothing.
    """
    entries = tuple(entries)
    corrections: dict[str, Entry] = {}
    for entry in sorted((e for e in entries if e.kind is EntryKind.CORRECTION), key=lambda e: (e.number, e.id)):
        corrections[entry.corrects] = entry
    held = []
    for entry in entries:
        if entry.kind is EntryKind.CORRECTION:
            continue
        correction = corrections.get(entry.id)
        if correction is None:
            held.append(entry)
        elif correction.instead is not None:
            held.append(replace(correction.instead, number=entry.number))
    return tuple(sorted(held, key=lambda e: (e.on or date.min, _rank(e), e.number, e.id)))


def _rank(entry: Entry) -> int:
    """On one day a promise is made first, told about next and settled last."""
    if entry.kind is EntryKind.PROMISE_MADE:
        return 0
    return 2 if entry.kind in SETTLES else 1


def promises(entries: Iterable[Entry], today: date | None = None) -> tuple[Promise, ...]:
    """The promises of a ledger with what became of them.

    A promise whose last possible day has passed is `late` while nobody has settled it; a day alone never makes it
    `broken`. A renegotiated promise has its new date and is late after that. Events about promises nobody made are
    left out.
    """
    made: dict[str, Promise] = {}
    for entry in holding(entries):
        if entry.kind is EntryKind.PROMISE_MADE and entry.about not in made:
            made[entry.about] = Promise(
                id=entry.about,
                side=entry.side,
                owner=entry.owner,
                what=entry.words,
                due=entry.due,
                firm=entry.firm,
                made_on=entry.on,
                evidence=entry.evidence,
                condition=entry.condition,
            )
        elif entry.kind in SETTLES and entry.about in made:
            made[entry.about] = _settled(made[entry.about], entry)
    return tuple(overdue(promise, today) for promise in made.values())


def _settled(promise: Promise, entry: Entry) -> Promise:
    state = SETTLES[entry.kind]
    note = entry.words or promise.note
    if state is PromiseState.RENEGOTIATED:
        return replace(promise, state=state, due=entry.due or promise.due, settled_on=None, note=note)
    return replace(promise, state=state, settled_on=None if state is PromiseState.LATE else entry.on, note=note)


def is_open(promise: Promise) -> bool:
    """Whether it is still to be done."""
    return promise.state in (PromiseState.OPEN, PromiseState.LATE, PromiseState.RENEGOTIATED)


def overdue(promise: Promise, today: date | None) -> Promise:
    """The promise, marked late where its last possible day has passed and nobody has settled it."""
    last = promise.due.last if promise.due else None
    if today is None or last is None or not is_open(promise) or last >= today:
        return promise
    return replace(promise, state=PromiseState.LATE)


def total(worths: Iterable[Money | None]) -> Total:
    """Add amounts, each currency by itself; what is unknown is counted, not added."""
    sums: dict[str, Money] = {}
    known = unknown = 0
    for worth in worths:
        if worth is None:
            unknown += 1
            continue
        known += 1
        sums[worth.currency] = sums[worth.currency] + worth if worth.currency in sums else worth
    return Total(tuple(sums[currency] for currency in sorted(sums)), known, unknown)


def balance(entries: Iterable[Entry], side: Side) -> Balance:
    """What one side gave, put off and demanded."""
    held = [entry for entry in holding(entries) if entry.side is side]

    def of(kind: EntryKind) -> list[Entry]:
        return [entry for entry in held if entry.kind is kind]

    work = of(EntryKind.EXTRA_WORK)
    hours = [entry.hours for entry in work if entry.hours is not None]
    return Balance(
        side=side,
        concessions=total(entry.worth for entry in of(EntryKind.CONCESSION)),
        returns=total(entry.worth for entry in of(EntryKind.RETURN)),
        extra_work=total(entry.worth for entry in work),
        hours=sum(hours, Decimal(0)) if hours else None,
        hours_unknown=len(work) - len(hours),
        put_offs=len(of(EntryKind.PUT_OFF)),
        demands=len(of(EntryKind.DEMAND)),
    )


def returns_of(entries: Iterable[Entry], concession: Entry) -> tuple[Entry, ...]:
    """What came back for a concession, from the other side."""
    return tuple(
        entry
        for entry in holding(entries)
        if entry.kind is EntryKind.RETURN and entry.about == concession.id and entry.side is not concession.side
    )
