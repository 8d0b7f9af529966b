"""Whether the customer got more than they spent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.partner.standing import Period
from augenhoehe.partner.worth import Verdict, worth
from augenhoehe.speech.money import Money

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DAY = date(2026, 3, 4)


def fact(kind: FactKind, amount: int | None, **more: Any) -> Fact:
    return Fact(kind, DAY, None if amount is None else Money(Decimal(amount)), **more)


PAID = [fact(FactKind.REVENUE, 9_000), fact(FactKind.THEIR_EFFORT, 1_000)]


@pytest.mark.parametrize(
    ("facts", "verdict", "saying"),
    [
        ([*PAID, fact(FactKind.VALUE, 12_000, confirmed=True)], Verdict.MORE, "partner.worth.more"),
        ([*PAID, fact(FactKind.VALUE, 12_000)], Verdict.OPEN, "partner.worth.unconfirmed"),
        ([*PAID, fact(FactKind.VALUE, 10_000, confirmed=True)], Verdict.NOT_MORE, "partner.worth.not_more"),
        ([*PAID, fact(FactKind.VALUE, None, confirmed=True)], Verdict.OPEN, "partner.worth.open"),
        (PAID, Verdict.OPEN, "partner.worth.open"),
        ([PAID[0], fact(FactKind.VALUE, 12_000, confirmed=True)], Verdict.OPEN, "partner.worth.open"),
        (
            [*PAID, fact(FactKind.VALUE, 7_000, confirmed=True), fact(FactKind.VALUE, 7_000)],
            Verdict.OPEN,
            "partner.worth.open",
        ),
        ([], Verdict.OPEN, "partner.worth.open"),
    ],
)
def test_only_what_the_customer_says_makes_it_sure(facts: list[Fact], verdict: Verdict, saying: str) -> None:
    found = worth(facts, YEAR)

    assert (found.verdict, found.saying.key) == (verdict, saying)


def test_own_views_and_their_words_are_kept_apart() -> None:
    said, assumed = fact(FactKind.VALUE, 5_000, confirmed=True), fact(FactKind.VALUE, 5_000)

    found = worth([said, assumed, *PAID], YEAR)

    assert (found.in_their_words, found.assumed) == ((said,), (assumed,))
