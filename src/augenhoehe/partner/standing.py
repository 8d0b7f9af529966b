"""Are we partners? What both sides gain in a period, and in which of four fields that puts the relationship.

Ours is the contribution margin: revenue less direct cost less effort at the own rate. Theirs is the value they got
less what they paid and their own effort. Price concessions are in the revenue already; concessions of scope and time
show in the effort.

Nothing unknown becomes zero: a kind of fact nobody wrote down may be anything from zero upwards, so the result is a
range, open at one end or both, and the field stays undecided where the range allows several. "There was none" has to
be written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from augenhoehe.partner.facts import COUNTED, Fact, FactKind, rate
from augenhoehe.partner.intervals import UNKNOWN, Interval, exactly, together
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

YEAR, QUARTER = timedelta(365), timedelta(91)


class Field(StrEnum):
    """The four fields. Only we gaining is as much a warning as only they gaining."""

    BOTH = "both"
    ONLY_THEY = "only_they"
    ONLY_WE = "only_we"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end before it starts: {self.first} > {self.last}")

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it; unknown days do not."""
        return day is not None and self.first <= day <= self.last


def rolling_years(until: date, number: int) -> tuple[Period, ...]:
    """Years a quarter apart, the last ending on `until`, oldest first. Each holds 365 days: in a quarter alone hardly
    anybody has written down every kind of fact, and then nothing could be said."""
    ends = [until - QUARTER * place for place in reversed(range(number))]
    return tuple(Period(end - YEAR + timedelta(1), end) for end in ends)


@dataclass(frozen=True, slots=True)
class Standing:
    """What both sides gained in a period, in one currency. `fields` are all that the ranges allow, one where it is
    decided.

    `missing` says what would have to be known to narrow it, `counted` are the facts it rests on.
    """

    period: Period
    currency: str
    ours: Interval
    theirs: Interval
    fields: tuple[Field, ...]
    saying: Message
    missing: tuple[Message, ...]
    counted: tuple[Fact, ...]

    @property
    def field(self) -> Field | None:
        """The field, None where it is undecided."""
        return self.fields[0] if len(self.fields) == 1 else None


def standing(
    facts: Iterable[Fact],
    period: Period,
    *,
    own_rate: Money | None = None,
    their_rate: Money | None = None,
    currency: str = "EUR",
) -> Standing:
    """The standing in a period. `own_rate` and `their_rate` are what an hour costs each side; None takes those among
    the facts, and unknown where there are none."""
    every = tuple(facts)
    own_rate = own_rate or rate(every, FactKind.OWN_RATE, period.last)
    their_rate = their_rate or rate(every, FactKind.THEIR_RATE, period.last)
    facts = tuple(fact for fact in every if fact.kind in COUNTED)
    counted = tuple(fact for fact in facts if period.holds(fact.on))
    parts = {
        kind: component(
            facts, kind, period, rate=own_rate if kind is FactKind.EFFORT else their_rate, currency=currency
        )
        for kind in COUNTED
    }
    ours = parts[FactKind.REVENUE] - parts[FactKind.DIRECT_COST] - parts[FactKind.EFFORT]
    theirs = parts[FactKind.VALUE] - parts[FactKind.REVENUE] - parts[FactKind.THEIR_EFFORT]
    fields = _fields(ours, theirs)
    key = f"partner.field.{fields[0]}" if len(fields) == 1 else "partner.field.undecided"
    missing = _missing(facts, counted, own_rate, their_rate, currency)
    return Standing(period, currency, ours, theirs, fields, Message.of(key), missing, counted)


def component(facts: Iterable[Fact], kind: FactKind, period: Period, *, rate: Money | None, currency: str) -> Interval:
    """What all facts of a kind come to in a period. No fact at all, an unknown amount, a fact without a day and one in
    another currency all leave the upper end open."""
    of_kind = [fact for fact in facts if fact.kind is kind and (fact.on is None or period.holds(fact.on))]
    if not of_kind:
        return UNKNOWN
    return together(_amount(fact, rate, currency) for fact in of_kind)


def _amount(fact: Fact, rate: Money | None, currency: str) -> Interval:
    if fact.on is None:
        return UNKNOWN
    if fact.amount is not None:
        if fact.amount.currency != currency:
            return UNKNOWN if fact.amount.amount else exactly(fact.amount.amount)
        return Interval(fact.amount.amount, fact.most.amount if fact.most else fact.amount.amount)
    if fact.hours is None or fact.kind not in (FactKind.EFFORT, FactKind.THEIR_EFFORT):
        return UNKNOWN
    if fact.hours == 0:
        return exactly(fact.hours)
    if rate is None or rate.currency != currency:
        return UNKNOWN
    return exactly(fact.hours * rate.amount)


def _fields(ours: Interval, theirs: Interval) -> tuple[Field, ...]:
    allowed = {
        Field.BOTH: ours.may_be_positive and theirs.may_be_positive,
        Field.ONLY_THEY: ours.may_not_be_positive and theirs.may_be_positive,
        Field.ONLY_WE: ours.may_be_positive and theirs.may_not_be_positive,
        Field.NEITHER: ours.may_not_be_positive and theirs.may_not_be_positive,
    }
    return tuple(field for field, possible in allowed.items() if possible)


def _missing(
    facts: Sequence[Fact], counted: Sequence[Fact], own_rate: Money | None, their_rate: Money | None, currency: str
) -> tuple[Message, ...]:
    found = []
    for kind in COUNTED:
        of_kind = [fact for fact in counted if fact.kind is kind]
        if not of_kind:
            found.append(Message.of(f"partner.missing.{kind}"))
        elif any(fact.amount is None and fact.hours is None for fact in of_kind):
            found.append(Message.of(f"partner.missing.amount.{kind}"))
    for kind, an_hour in ((FactKind.EFFORT, own_rate), (FactKind.THEIR_EFFORT, their_rate)):
        if an_hour is None and any(fact.kind is kind and fact.amount is None and fact.hours for fact in counted):
            found.append(Message.of(f"partner.missing.rate.{kind}"))
    undated = sum(fact.on is None for fact in facts)
    if undated:
        found.append(Message.of("partner.missing.days", count=undated))
    others = sorted({fact.amount.currency for fact in counted if fact.amount and fact.amount.currency != currency})
    if others:
        found.append(Message.of("partner.missing.currency", others=", ".join(others), currency=currency))
    return tuple(found)


def movement(
    facts: Iterable[Fact],
    periods: Sequence[Period],
    *,
    own_rate: Money | None = None,
    their_rate: Money | None = None,
    currency: str = "EUR",
) -> tuple[Standing, ...]:
    """The standing in each of several periods, in their order."""
    facts = tuple(facts)
    return tuple(
        standing(facts, period, own_rate=own_rate, their_rate=their_rate, currency=currency) for period in periods
    )
