"""The ledger only grows; what follows from it does not depend on the order of writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.keep.ledger import (
    Balance,
    Entry,
    EntryKind,
    Ledger,
    Total,
    balance,
    holding,
    promises,
    returns_of,
    total,
)
from augenhoehe.keep.promises import Due, PromiseState, Side
from augenhoehe.speech.money import Money

MADE_ON = date(2026, 3, 4)
FRIDAY = Due("bis Freitag", date(2026, 3, 6), date(2026, 3, 6))


def made(**more: object) -> Entry:
    values: dict[str, object] = {"owner": "Dörfler", "words": "Angebot schicken", "due": FRIDAY, "about": "p1", **more}
    return Entry("e1", EntryKind.PROMISE_MADE, MADE_ON, Side.OURS, **values)  # type: ignore[arg-type]


def event(number: int, kind: EntryKind, on: date | None, **more: object) -> Entry:
    return Entry(f"e{number}", kind, on, Side.OURS, about="p1", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "today", "state"),
    [
        ([], date(2026, 3, 6), PromiseState.OPEN),
        ([], date(2026, 3, 7), PromiseState.LATE),
        ([], None, PromiseState.OPEN),
        ([event(2, EntryKind.PROMISE_KEPT, date(2026, 3, 9))], date(2026, 3, 20), PromiseState.KEPT),
        ([event(2, EntryKind.PROMISE_BROKEN, date(2026, 3, 9))], date(2026, 3, 20), PromiseState.BROKEN),
        ([event(2, EntryKind.PROMISE_WITHDRAWN, date(2026, 3, 5))], date(2026, 3, 20), PromiseState.WITHDRAWN),
        (
            [
                event(
                    2,
                    EntryKind.PROMISE_RENEGOTIATED,
                    date(2026, 3, 5),
                    due=Due("13.3.", date(2026, 3, 13), date(2026, 3, 13)),
                )
            ],
            date(2026, 3, 13),
            PromiseState.RENEGOTIATED,
        ),
        (
            [
                event(
                    2,
                    EntryKind.PROMISE_RENEGOTIATED,
                    date(2026, 3, 5),
                    due=Due("13.3.", date(2026, 3, 13), date(2026, 3, 13)),
                )
            ],
            date(2026, 3, 14),
            PromiseState.LATE,
        ),
        ([event(2, EntryKind.PROMISE_LATE, date(2026, 3, 9))], date(2026, 3, 20), PromiseState.LATE),
        ([event(2, EntryKind.TOLD_BEFORE, date(2026, 3, 5))], date(2026, 3, 6), PromiseState.OPEN),
    ],
)
def test_the_state_of_a_promise_follows_from_its_entries(
    events: list[Entry], today: date | None, state: PromiseState
) -> None:
    (promise,) = promises([made(), *events], today)

    assert promise.state is state


def test_a_promise_without_a_day_is_never_late() -> None:
    (promise,) = promises([made(due=Due("nach den Ferien"))], date(2030, 1, 1))

    assert promise.state is PromiseState.OPEN


def test_kept_promises_know_their_day() -> None:
    (promise,) = promises([made(), event(2, EntryKind.PROMISE_KEPT, date(2026, 3, 5), words="per Mail")])

    assert (promise.settled_on, promise.note) == (date(2026, 3, 5), "per Mail")


def test_what_becomes_of_a_promise_nobody_made_is_left_out() -> None:
    assert promises([event(2, EntryKind.PROMISE_KEPT, date(2026, 3, 5))]) == ()


def test_a_correction_replaces_and_both_stay() -> None:
    wrong = made()
    right = replace(wrong, words="Angebot und Zeitplan schicken")
    ledger = Ledger().add(wrong).add(Entry("k1", EntryKind.CORRECTION, None, Side.OURS, corrects="e1", instead=right))

    assert len(ledger.entries) == 2
    assert holding(ledger.entries) == (right,)


def test_a_correction_without_a_replacement_says_it_never_happened() -> None:
    assert promises([made(), Entry("k1", EntryKind.CORRECTION, None, Side.OURS, corrects="e1")]) == ()


def test_of_two_corrections_the_later_one_holds() -> None:
    back = Entry("k2", EntryKind.CORRECTION, None, Side.OURS, corrects="e1", instead=made(), number=3)
    away = Entry("k1", EntryKind.CORRECTION, None, Side.OURS, corrects="e1", number=2)

    assert holding([back, made(), away]) == (made(),)


def test_nothing_can_be_taken_out_or_written_over() -> None:
    ledger = Ledger((made(),))

    with pytest.raises(ValueError, match="unique"):
        ledger.add(made(words="anders"))
    assert not {name for name in dir(ledger) if name.startswith(("remove", "delete", "update", "pop", "clear"))}


@pytest.mark.parametrize(
    "nonsense",
    [
        {"id": ""},
        {"about": ""},
        {"corrects": "e2"},
        {"worth": Money(Decimal(-1))},
        {"hours": Decimal("NaN")},
        {"hours": Decimal(-2)},
    ],
)
def test_nonsense_is_refused_at_birth(nonsense: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        replace(made(), **nonsense)  # type: ignore[arg-type]


def given_entry(number: int, kind: EntryKind, worth: Money | None, side: Side, hours: Decimal | None) -> Entry:
    return Entry(f"g{number:03}", kind, None, side, worth=worth, hours=hours)


AMOUNTS = st.none() | st.builds(
    Money,
    st.decimals(min_value=0, max_value=100_000, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["EUR", "CHF", "USD"]),
)
HOURS = st.none() | st.decimals(min_value=0, max_value=500, places=1, allow_nan=False, allow_infinity=False)
GIVEN = st.lists(
    st.tuples(
        st.sampled_from(
            [EntryKind.CONCESSION, EntryKind.RETURN, EntryKind.EXTRA_WORK, EntryKind.PUT_OFF, EntryKind.DEMAND]
        ),
        AMOUNTS,
        st.sampled_from(list(Side)),
        HOURS,
    ),
    max_size=25,
).map(lambda rows: [given_entry(number, *row) for number, row in enumerate(rows)])


@given(GIVEN, st.randoms(use_true_random=False))
def test_balances_do_not_depend_on_the_order_of_writing(entries: list[Entry], random: object) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    for side in Side:
        assert balance(shuffled, side) == balance(entries, side)


@given(GIVEN)
def test_balances_equal_sums_and_unknown_is_no_zero(entries: list[Entry]) -> None:
    for side in Side:
        given = balance(entries, side).concessions
        concessions = [e.worth for e in entries if e.kind is EntryKind.CONCESSION and e.side is side]
        known = [worth for worth in concessions if worth is not None]
        for currency in ("EUR", "CHF", "USD"):
            amounts = [worth.amount for worth in known if worth.currency == currency]
            assert given.amount(currency) == (Money(sum(amounts, Decimal(0)), currency) if amounts else None)
        assert (given.known, given.unknown) == (len(known), len(concessions) - len(known))


@given(GIVEN)
def test_both_sides_together_hold_every_entry(entries: list[Entry]) -> None:
    counted = 0
    for side in Side:
        sides = balance(entries, side)
        for part in (sides.concessions, sides.returns, sides.extra_work):
            counted += part.known + part.unknown
        counted += sides.put_offs + sides.demands

    assert counted == len(entries)


PROMISE_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            [EntryKind.PROMISE_KEPT, EntryKind.PROMISE_BROKEN, EntryKind.PROMISE_RENEGOTIATED, EntryKind.TOLD_BEFORE]
        ),
        st.dates(date(2026, 3, 4), date(2026, 3, 12)),
        st.sampled_from(["p1", "p2"]),
    ),
    max_size=8,
)


@given(PROMISE_EVENTS, st.randoms(use_true_random=False))
def test_states_do_not_depend_on_the_order_of_writing(rows: list[tuple[EntryKind, date, str]], random: object) -> None:
    entries = [made(), replace(made(), id="e0", about="p2", side=Side.THEIRS)]
    entries += [Entry(f"v{n}", kind, on, Side.OURS, about=about, number=n) for n, (kind, on, about) in enumerate(rows)]
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert promises(shuffled, date(2026, 3, 20)) == promises(entries, date(2026, 3, 20))


def test_an_empty_balance_has_no_sum_at_all() -> None:
    empty = Total()

    assert balance([], Side.OURS) == Balance(Side.OURS, empty, empty, empty, None, 0, 0, 0)
    assert empty.amount("EUR") is None


def test_currencies_never_mix() -> None:
    assert total([Money(Decimal(5), "EUR"), Money(Decimal(3), "CHF"), None, Money(Decimal(1), "EUR")]) == Total(
        (Money(Decimal(3), "CHF"), Money(Decimal(6), "EUR")), known=3, unknown=1
    )


def test_a_return_belongs_to_its_concession_and_comes_from_the_other_side() -> None:
    concession = Entry("c1", EntryKind.CONCESSION, MADE_ON, Side.OURS, sort="price")
    back = Entry("r1", EntryKind.RETURN, MADE_ON, Side.THEIRS, "zwei Jahre Laufzeit", about="c1")
    ours = Entry("r2", EntryKind.RETURN, MADE_ON, Side.OURS, about="c1")
    elsewhere = Entry("r3", EntryKind.RETURN, MADE_ON, Side.THEIRS, about="c2")

    assert returns_of([concession, back, ours, elsewhere], concession) == (back,)
