"""The next question: only where an answer would change the advice, the most valuable first."""

from __future__ import annotations

from decimal import Decimal

from advise.cases import board, catalogue, need
from augenhoehe.advise.recommending import recommend
from augenhoehe.speech.money import Money

SHOP = """currency = "EUR"
full_need = 1000
hour_costs = {hour}
[[need]]
id = "n"
name = "Ruhe"
prior = 0.4
questions = {{ sie = "Was stört Sie?", du = "Was stört dich?", en = "What disturbs you?" }}
[[need]]
id = "m"
name = "Ordnung"
prior = 0.5
[[offer]]
id = "a"
title = "Alpha"
price = 100
serves = {{ n = 100 }}
[[offer]]
id = "b"
title = "Beta"
price = 100
serves = {{ m = 100 }}
"""


def questions(shop: str, *needs: object) -> list[tuple[str, Money]]:
    advice = recommend(board(needs), catalogue(shop))  # type: ignore[arg-type]
    return [(question.need, question.value) for question in advice.next_questions]


def test_the_value_is_that_of_the_advice_after_the_answer_less_that_of_today() -> None:
    """A yes (0.95) is worth 0.95 · 0.5 · 1000 - 100 = 375 €, its chance (0.5 - 0.03) / 0.92 and (0.4 - 0.03) / 0.92."""
    assert questions(SHOP.format(hour=0)) == [("m", Money(Decimal("191.58"))), ("n", Money(Decimal("150.82")))]


def test_a_question_must_be_worth_the_customers_time() -> None:
    assert questions(SHOP.format(hour=2000)) == [("m", Money(Decimal("191.58")))]


def test_what_a_person_confirmed_is_not_asked_again() -> None:
    from dataclasses import replace

    unsure = need("n", 1.0, 0.12)

    assert "n" in dict(questions(SHOP.format(hour=0), unsure))
    assert "n" not in dict(questions(SHOP.format(hour=0), replace(unsure, confirmed=True)))


def test_the_catalogues_own_wording_comes_before_the_general_one() -> None:
    advice = recommend(board(), catalogue(SHOP.format(hour=0)))
    texts = {question.need: dict(question.text_by_voice) for question in advice.next_questions}

    assert texts["n"] == {"sie": "Was stört Sie?", "du": "Was stört dich?", "en": "What disturbs you?"}
    assert texts["m"]["du"] == "Wie läuft das heute bei dir: Ordnung?"
