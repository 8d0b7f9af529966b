"""Limits and criteria, with amount and day where the words give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from augenhoehe.needs.board import LimitKind, Per
from augenhoehe.needs.limits import criteria, is_threshold, limits
from augenhoehe.speech.money import Money
from augenhoehe.understand.findings import Kind
from needs.talking import found, talk


@pytest.mark.parametrize(
    ("words", "amount", "per"),
    [
        ("Mehr als 20.000 sind nicht drin.", Money(Decimal(20000)), Per.ONCE),
        ("There's a cap, five hundred a week.", Money(Decimal(500)), Per.WEEK),
        ("Höchstens achthundert Franken im Monat.", Money(Decimal(800), "CHF"), Per.MONTH),
        ("zwischen zehntausend und zwölftausend", Money(Decimal(12000)), Per.ONCE),
        ("Bei mir hört's bei fünf auf.", None, Per.ONCE),
    ],
)
def test_budgets(words: str, amount: Money | None, per: Per) -> None:
    conversation = talk(f"K: {words}")
    (limit,) = limits([conversation], found(conversation, (Kind.CONSTRAINT, words), type="budget"))

    assert (limit.kind, limit.amount, limit.per, limit.day) == (LimitKind.BUDGET, amount, per, None)


def test_the_currency_of_the_conversation_is_taken_before_that_of_the_house() -> None:
    conversation = talk("K: The last one cost £900.\nK: Twelve grand and that is it.")
    (limit,) = limits([conversation], found(conversation, (Kind.CONSTRAINT, "Twelve grand"), type="budget"), "EUR")

    assert limit.amount == Money(Decimal(12000), "GBP")


def test_a_deadline_has_a_day_only_where_the_conversation_has_one() -> None:
    words = "Ende zweites Quartal muss ich das vorzeigen."
    days = []
    for held_on in (date(2026, 2, 11), None):
        conversation = talk(f"K: {words}", held_on)
        (limit,) = limits([conversation], found(conversation, (Kind.CONSTRAINT, words), type="deadline"))
        days.append(limit.day)

    assert days == [date(2026, 6, 30), None]


def test_a_threshold_is_a_limit_and_a_criterion() -> None:
    words = "alles über fünftausend unterschreibt bei uns die Geschäftsführung"
    conversation = talk(f"K: {words}")
    findings = found(conversation, (Kind.CRITERION, words))
    (limit,) = limits([conversation], findings)

    assert (limit.amount, limit.threshold) == (Money(Decimal(5000)), True)
    assert [criterion.evidence[0].quote for criterion in criteria(findings)] == [words]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("alles über fünfzehntausend muss in die Investrunde", True),
        ("anything over a hundred and eighty thousand a year takes two board signatures here", True),
        ("Mehr als 20.000 sind nicht drin.", False),
        ("Der Vorstand muss zustimmen.", False),
    ],
)
def test_what_is_a_threshold(words: str, expected: bool) -> None:
    assert is_threshold(words) is expected


def test_the_same_limit_said_twice_is_one() -> None:
    conversation = talk("K: Mehr als 20.000 sind nicht drin.\nK: Wie gesagt, zwanzigtausend.")
    findings = found(
        conversation,
        (Kind.CONSTRAINT, "Mehr als 20.000 sind nicht drin."),
        (Kind.CONSTRAINT, "Wie gesagt, zwanzigtausend."),
        type="budget",
    )
    (limit,) = limits([conversation], findings)

    assert [evidence.turn.id for evidence in limit.evidence] == [1, 2]


def test_a_deadline_counts_from_the_day_of_its_own_turn() -> None:
    """K, months after the first mail: Bis März muss es laufen."""
    conversation = talk("K: Guten Tag.\nK: Bis März muss es laufen.", date(2026, 2, 11))
    later = replace(conversation.turns[1], said_on=date(2026, 4, 9))
    dated = replace(conversation, turns=(conversation.turns[0], later))
    days = [
        limits([one], found(one, (Kind.CONSTRAINT, "Bis März"), type="deadline"))[0].day
        for one in (conversation, dated)
    ]
    assert days == [date(2026, 3, 31), date(2027, 3, 31)]
