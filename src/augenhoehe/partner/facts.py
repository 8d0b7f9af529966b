"""Dated facts about what both sides gain and spend. A fact says what happened, never what somebody is like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import CurrencyMismatchError, Money


class FactKind(StrEnum):
    """What a fact is about: three of our side, two of the customer's, and what an hour costs either side."""

    REVENUE = "revenue"
    DIRECT_COST = "direct_cost"
    EFFORT = "effort"
    VALUE = "value"
    THEIR_EFFORT = "their_effort"
    OWN_RATE = "own_rate"
    THEIR_RATE = "their_rate"


OURS = (FactKind.REVENUE, FactKind.DIRECT_COST, FactKind.EFFORT)
THEIRS = (FactKind.VALUE, FactKind.REVENUE, FactKind.THEIR_EFFORT)
COUNTED = tuple(dict.fromkeys((*OURS, *THEIRS)))
"""What each side's standing is made of: our revenue is what the customer pays."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact on one day.

    `amount` is what it came to, None where nobody knows; `most` is the upper end where only a range is known. Effort
    is in `hours`, or in an amount where it was billed from outside. `confirmed` says that the customer said or
    confirmed the figure; `words` are the words or the invoice it comes from. "There was none" is an amount of 0,
    written down as such.
    """

    kind: FactKind
    on: date | None
    amount: Money | None = None
    most: Money | None = None
    hours: Decimal | None = None
    words: str = ""
    confirmed: bool = False
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        if self.amount is not None and self.amount.amount < 0:
            raise ValueError("an amount is never negative; the kind says whose side it is on")
        if self.most is not None:
            if self.amount is None:
                raise ValueError("a range needs its lower end")
            if self.most.currency != self.amount.currency:
                raise CurrencyMismatchError("both ends of a range are in one currency")
            if self.most < self.amount:
                raise ValueError("a range cannot end below its start")
        if self.hours is not None and not (self.hours.is_finite() and self.hours >= 0):
            raise ValueError("hours are a number, never negative")


def rate(facts: Iterable[Fact], kind: FactKind, until: date) -> Money | None:
    """What an hour costs as last written down up to a day (a rate without a day holds from the start); None where
    unknown. Of two on one day the higher holds: rather too little gain shown than too much."""
    known = [
        (fact.on or date.min, fact.amount)
        for fact in facts
        if fact.kind is kind and fact.amount is not None and (fact.on is None or fact.on <= until)
    ]
    return max(known, key=lambda dated: (dated[0], dated[1].amount, dated[1].currency))[1] if known else None
