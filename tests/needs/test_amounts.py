"""Amounts of money out of words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.needs.amounts import amounts, number_word


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mehr als 20.000 sind nicht drin.", [("20000", None)]),
        ("alles über fünfzehntausend muss in die Investrunde", [("15000", None)]),
        ("twelve grand, tops", [("12000", None)]),
        ("anderthalbtausend", [("1500", None)]),
        ("zweieinhalbtausend Euro", [("2500", "EUR")]),
        ("so um die zwölfhundert im Jahr", [("1200", None)]),
        ("1,5 Mio", [("1500000", None)]),
        ("£4,250.50 all in", [("4250.50", "GBP")]),
        ("3.200,- €", [("3200", "EUR")]),
        ("1.234,56 EUR", [("1234.56", "EUR")]),
        ("20k", [("20000", None)]),
        ("a hundred and eighty thousand a year", [("180000", None)]),
        ("two and a half thousand", [("2500", None)]),
        ("half a million", [("500000", None)]),
        ("eine halbe Million", [("500000", None)]),
        ("twenty-five thousand pounds", [("25000", "GBP")]),
        ("sechshundert Franken", [("600", "CHF")]),
        ("fünf Euro", [("5", "EUR")]),
        ("zwischen zehntausend und zwölftausend", [("10000", None), ("12000", None)]),
    ],
)
def test_amounts_are_read(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(a.value, a.currency) for a in amounts(words)] == [(Decimal(v), c) for v, c in expected]


@pytest.mark.parametrize(
    "words",
    [
        "zwölf Minuten",
        "Bei mir hört's bei fünf auf.",
        "elf-sechs, elf-sieben",
        "bis zum 1. September",
        "bis 1.9.",
        "seit 2019",
        "neunzehn Baureihen",
        "24 Tische",
        "300 Leute",
        "90 Prozent",
        "Es gibt eine Menge zu tun.",
        "",
    ],
)
def test_what_is_no_amount_gives_none(words: str) -> None:
    assert amounts(words) == ()


def test_an_amount_knows_its_place() -> None:
    text = "Also mehr als 20.000 Euro sind nicht drin."
    (amount,) = amounts(text)

    assert text[amount.start : amount.end] == "20.000 Euro"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("einundzwanzig", 21),
        ("zweihundertfünfzig", 250),
        ("tausend", 1000),
        ("dreitausendvierhundert", 3400),
        ("Tisch", None),
    ],
)
def test_number_words(word: str, value: int | None) -> None:
    assert number_word(word) == (None if value is None else Decimal(value))


@given(st.text(max_size=80))
def test_any_text_is_fine(text: str) -> None:
    assert all(0 <= a.start < a.end <= len(text) and a.value >= 0 for a in amounts(text))
