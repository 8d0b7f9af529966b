"""What both sides gain, and in which field that puts them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.partner.facts import COUNTED, Fact, FactKind, rate
from augenhoehe.partner.intervals import Interval, exactly
from augenhoehe.partner.standing import Field, Period, movement, rolling_years, standing
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import CurrencyMismatchError, Money

SPRING = Period(date(2026, 1, 1), date(2026, 6, 30))
DAY = date(2026, 3, 4)
RATE = Money(Decimal(100))


def euro(amount: int) -> Money:
    return Money(Decimal(amount))


def fact(kind: FactKind, amount: int | None = None, **more: Any) -> Fact:
    return Fact(kind, more.pop("on", DAY), None if amount is None else euro(amount), **more)


def case(revenue: int, cost: int, hours: int, value: int, effort: int) -> list[Fact]:
    return [
        fact(FactKind.REVENUE, revenue),
        fact(FactKind.DIRECT_COST, cost),
        fact(FactKind.EFFORT, hours=Decimal(hours)),
        fact(FactKind.VALUE, value),
        fact(FactKind.THEIR_EFFORT, effort),
    ]


@pytest.mark.parametrize(
    ("facts", "ours", "theirs", "field"),
    [
        (case(10_000, 2_000, 30, 20_000, 1_000), 5_000, 9_000, Field.BOTH),
        (case(10_000, 2_000, 90, 20_000, 1_000), -1_000, 9_000, Field.ONLY_THEY),
        (case(10_000, 2_000, 30, 10_500, 1_000), 5_000, -500, Field.ONLY_WE),
        (case(10_000, 2_000, 90, 0, 1_000), -1_000, -11_000, Field.NEITHER),
        (case(10_000, 2_000, 80, 11_000, 1_000), 0, 0, Field.NEITHER),  # breaking even is no gain
    ],
)
def test_the_field_follows_from_both_sides(facts: list[Fact], ours: int, theirs: int, field: Field) -> None:
    found = standing(facts, SPRING, own_rate=RATE)

    assert (found.ours.exact, found.theirs.exact, found.field) == (ours, theirs, field)
    assert found.missing == ()


def test_nothing_written_down_leaves_everything_open() -> None:
    found = standing([], SPRING, own_rate=RATE)

    assert (found.ours, found.theirs) == (Interval(None, None), Interval(None, None))
    assert set(found.fields) == set(Field)
    assert found.field is None
    assert found.saying == Message.of("partner.field.undecided")


def test_an_unknown_value_leaves_their_top_open_and_the_field_undecided() -> None:
    facts = [f for f in case(10_000, 2_000, 30, 0, 1_000) if f.kind is not FactKind.VALUE]

    found = standing(facts, SPRING, own_rate=RATE)

    assert (found.ours, found.theirs) == (exactly(Decimal(5_000)), Interval(Decimal(-11_000), None))
    assert found.fields == (Field.BOTH, Field.ONLY_WE)
    assert found.missing == (Message.of("partner.missing.value"),)


def test_unknown_effort_may_eat_everything() -> None:
    facts = [f for f in case(10_000, 2_000, 30, 20_000, 1_000) if f.kind is not FactKind.EFFORT]

    assert standing(facts, SPRING, own_rate=RATE).ours == Interval(None, Decimal(8_000))


def test_hours_without_a_rate_are_unknown_and_no_hours_cost_nothing() -> None:
    assert standing(case(10_000, 2_000, 30, 20_000, 0), SPRING, own_rate=None).ours == Interval(None, Decimal(8_000))
    assert standing(case(10_000, 2_000, 0, 20_000, 0), SPRING, own_rate=None).ours == exactly(Decimal(8_000))


def test_a_range_stays_a_range() -> None:
    facts = [f for f in case(10_000, 2_000, 30, 0, 1_000) if f.kind is not FactKind.VALUE]
    facts.append(fact(FactKind.VALUE, 8_000, most=euro(15_000)))

    found = standing(facts, SPRING, own_rate=RATE)

    assert found.theirs == Interval(Decimal(-3_000), Decimal(4_000))
    assert found.fields == (Field.BOTH, Field.ONLY_WE)


def test_facts_of_other_times_do_not_count() -> None:
    facts = case(10_000, 2_000, 30, 20_000, 1_000)

    found = standing([*facts, fact(FactKind.REVENUE, 7_000, on=date(2026, 7, 1))], SPRING, own_rate=RATE)

    assert found.ours.exact == 5_000
    assert found.counted == tuple(facts)


def test_a_fact_without_a_day_opens_the_range_and_is_named() -> None:
    found = standing(
        [*case(10_000, 2_000, 30, 20_000, 1_000), fact(FactKind.DIRECT_COST, 1, on=None)], SPRING, own_rate=RATE
    )

    assert found.ours == Interval(None, Decimal(5_000))
    assert found.missing == (Message.of("partner.missing.days", count=1),)


def test_another_currency_is_never_mixed_in() -> None:
    francs = Fact(FactKind.DIRECT_COST, DAY, Money(Decimal(500), "CHF"))

    found = standing([*case(10_000, 2_000, 30, 20_000, 1_000), francs], SPRING, own_rate=RATE)

    assert found.ours == Interval(None, Decimal(5_000))
    assert found.missing == (Message.of("partner.missing.currency", others="CHF", currency="EUR"),)


def test_rolling_years_end_a_quarter_apart_and_the_last_today() -> None:
    assert rolling_years(date(2026, 6, 30), 2) == (
        Period(date(2025, 4, 1), date(2026, 3, 31)),
        Period(date(2025, 7, 1), date(2026, 6, 30)),
    )


def test_of_two_rates_on_one_day_the_higher_holds() -> None:
    rates = [fact(FactKind.OWN_RATE, 90), fact(FactKind.OWN_RATE, 110), fact(FactKind.OWN_RATE, 100)]

    assert [rate(order, FactKind.OWN_RATE, DAY) for order in (rates, rates[::-1])] == [euro(110), euro(110)]


def test_movement_gives_one_standing_a_period() -> None:
    summer = Period(date(2026, 7, 1), date(2026, 12, 31))

    found = movement(case(10_000, 2_000, 30, 20_000, 1_000), [SPRING, summer], own_rate=RATE)

    assert [one.field for one in found] == [Field.BOTH, None]


@given(
    st.lists(
        st.builds(
            Fact,
            st.sampled_from(list(FactKind)),
            st.just(DAY),
            st.none() | st.integers(0, 5_000).map(euro),
            hours=st.none() | st.integers(0, 50).map(Decimal),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_facts_does_not_matter(facts: list[Fact], random: Any) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)
    one, other = standing(facts, SPRING, own_rate=RATE), standing(shuffled, SPRING, own_rate=RATE)

    assert (one.ours, one.theirs, one.fields, one.missing) == (other.ours, other.theirs, other.fields, other.missing)


@given(st.sampled_from(COUNTED))
def test_a_fact_of_unknown_amount_is_never_a_zero(kind: FactKind) -> None:
    rest = [f for f in case(10_000, 2_000, 30, 20_000, 1_000) if f.kind is not kind]
    unknown = standing([*rest, fact(kind)], SPRING, own_rate=RATE)
    zero = standing([*rest, fact(kind, 0)], SPRING, own_rate=RATE)

    assert (unknown.ours, unknown.theirs) != (zero.ours, zero.theirs)


@pytest.mark.parametrize(
    ("nonsense", "error"),
    [
        ({"amount": euro(-1)}, ValueError),
        ({"most": euro(5)}, ValueError),
        ({"amount": euro(5), "most": euro(4)}, ValueError),
        ({"amount": euro(5), "most": Money(Decimal(9), "CHF")}, CurrencyMismatchError),
        ({"hours": Decimal("Infinity")}, ValueError),
    ],
)
def test_nonsense_is_refused_at_birth(nonsense: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        Fact(FactKind.VALUE, DAY, **nonsense)


def test_rates_are_facts_too_and_the_latest_one_holds() -> None:
    rates = [
        fact(FactKind.OWN_RATE, 100, on=date(2025, 1, 1)),
        fact(FactKind.OWN_RATE, 50, on=date(2026, 2, 1)),
        fact(FactKind.OWN_RATE, 999, on=date(2026, 12, 1)),
    ]

    assert standing([*case(10_000, 2_000, 30, 20_000, 1_000), *rates], SPRING).ours.exact == 6_500
    assert standing([*case(10_000, 2_000, 30, 20_000, 1_000), *rates], SPRING, own_rate=RATE).ours.exact == 5_000
