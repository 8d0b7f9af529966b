"""Money is exact and currencies never mix."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.speech.money import CurrencyMismatchError, Money

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(AMOUNTS, AMOUNTS)
def test_adding_and_taking_away_is_exact(one: Decimal, other: Decimal) -> None:
    assert Money(one) + Money(other) - Money(other) == Money(one)
    assert -Money(one) == Money(Decimal(0)) - Money(one)


def test_amounts_are_multiplied_and_compared() -> None:
    assert Money(Decimal("9.99")) * 3 == Money(Decimal("29.97"))
    assert (Money(Decimal(1)) < Money(Decimal(2)), Money(Decimal(2)) <= Money(Decimal(2))) == (True, True)


@pytest.mark.parametrize("deed", ["__add__", "__sub__", "__lt__", "__le__"])
def test_currencies_do_not_mix(deed: str) -> None:
    with pytest.raises(CurrencyMismatchError, match="EUR and CHF"):
        getattr(Money(Decimal(1)), deed)(Money(Decimal(1), "CHF"))


@pytest.mark.parametrize("currency", ["eur", "EURO", "€", "E1", ""])
def test_currency_is_three_capital_letters(currency: str) -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        Money(Decimal(1), currency)


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity")])
def test_amount_is_finite(amount: Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        Money(amount)


def test_amount_is_never_a_float() -> None:
    with pytest.raises(TypeError, match="float"):
        Money(0.1)  # type: ignore[arg-type]
