"""Give and take of both sides as one line of time: facts and ledger entries by day, the latest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from augenhoehe.keep.ledger import PROMISE_KINDS, Entry, holding
from augenhoehe.keep.promises import Side
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.speech.money import Money

OURS = frozenset({FactKind.DIRECT_COST, FactKind.EFFORT, FactKind.VALUE, FactKind.OWN_RATE})
"""Facts that stand on our side of the line: what we put in, and what it brought them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `fact` or `entry` is the id by which it can be taken back, the other is blank. `kind` is a wording
    key's end."""

    on: date | None
    side: Side
    kind: str
    words: str
    worth: Money | None
    most: Money | None
    hours: Decimal | None
    fact: str = ""
    entry: str = ""
    confirmed: bool = False
    asked: bool | None = None


def rows(facts: Iterable[tuple[str, Fact]], entries: Iterable[Entry]) -> tuple[Row, ...]:
    """All lines, the latest first; those without a day last."""
    lines = [*(_of_fact(fact_id, fact) for fact_id, fact in facts), *(_of_entry(entry) for entry in holding(entries))]
    return tuple(sorted(lines, key=lambda row: (row.on or date.min, row.kind, row.fact, row.entry), reverse=True))


def _of_fact(fact_id: str, fact: Fact) -> Row:
    side = Side.OURS if fact.kind in OURS else Side.THEIRS
    return Row(
        fact.on, side, fact.kind, fact.words, fact.amount, fact.most, fact.hours, fact=fact_id, confirmed=fact.confirmed
    )


def _of_entry(entry: Entry) -> Row:
    return Row(
        entry.on,
        entry.side,
        entry.kind,
        entry.words,
        entry.worth,
        None,
        entry.hours,
        entry="" if entry.kind in PROMISE_KINDS else entry.id,
        asked=entry.asked,
    )


def main_currency(facts: Iterable[Fact], fallback: str = "EUR") -> str:
    """The currency most facts are in; the first by name where several are equally common."""
    counted = Counter(fact.amount.currency for fact in facts if fact.amount is not None and fact.amount.amount)
    return min(counted, key=lambda code: (-counted[code], code), default=fallback)
