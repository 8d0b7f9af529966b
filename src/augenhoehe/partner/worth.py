"""Being worth it: the value a customer got against what they paid in money and time, in their own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from augenhoehe.partner.facts import Fact, FactKind, rate
from augenhoehe.partner.intervals import Interval
from augenhoehe.partner.standing import Period, component
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money


class Verdict(StrEnum):
    """Whether it is certain, ruled out, or open on what is known."""

    MORE = "more"
    NOT_MORE = "not_more"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Worth:
    """The comparison. `in_their_words` are the facts of value the customer said or confirmed; `assumed` are only our
    view."""

    verdict: Verdict
    value: Interval
    paid: Interval
    in_their_words: tuple[Fact, ...]
    assumed: tuple[Fact, ...]
    saying: Message


def worth(facts: Iterable[Fact], period: Period, *, their_rate: Money | None = None, currency: str = "EUR") -> Worth:
    """Compare value and cost of the customer's side in a period. What is only our view never makes the verdict
    `more`."""
    facts = tuple(facts)
    their_rate = their_rate or rate(facts, FactKind.THEIR_RATE, period.last)
    values = tuple(fact for fact in facts if fact.kind is FactKind.VALUE and period.holds(fact.on))
    said = tuple(fact for fact in values if fact.confirmed)
    value = component(facts, FactKind.VALUE, period, rate=None, currency=currency)
    paid = component(facts, FactKind.REVENUE, period, rate=None, currency=currency) + component(
        facts, FactKind.THEIR_EFFORT, period, rate=their_rate, currency=currency
    )
    sure = component(said, FactKind.VALUE, period, rate=None, currency=currency)
    verdict = _verdict(value, paid, sure)
    key = f"partner.worth.{verdict}"
    if verdict is Verdict.OPEN and values and not said:
        key = "partner.worth.unconfirmed"
    return Worth(verdict, value, paid, said, tuple(fact for fact in values if not fact.confirmed), Message.of(key))


def _verdict(value: Interval, paid: Interval, sure: Interval) -> Verdict:
    if sure.low is not None and paid.high is not None and sure.low > paid.high:
        return Verdict.MORE
    if value.high is not None and paid.low is not None and value.high <= paid.low:
        return Verdict.NOT_MORE
    return Verdict.OPEN
