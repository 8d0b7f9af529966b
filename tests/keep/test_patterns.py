"""Patterns in giving and taking, with the facts behind them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.patterns import PatternKind, patterns
from augenhoehe.keep.promises import Side
from augenhoehe.speech.messages import Message


def entry(number: int, kind: EntryKind, on: date | None = None, side: Side = Side.OURS, **more: object) -> Entry:
    return Entry(f"e{number}", kind, on, side, number=number, **more)  # type: ignore[arg-type]


def concession(number: int, asked: bool | None = True) -> Entry:
    return entry(number, EntryKind.CONCESSION, date(2026, 1, number), sort="price", asked=asked)


def test_two_concessions_without_return_are_named_with_their_facts() -> None:
    facts = (concession(1), concession(2))

    (pattern,) = patterns(facts)

    assert (pattern.kind, pattern.facts) == (PatternKind.GIVEN_WITHOUT_RETURN, facts)
    assert pattern.saying == Message.of("keep.pattern.given_without_return", count=2)
    assert [step.key for step in pattern.steps] == ["keep.step.ask_return", "keep.step.say_no", "keep.step.let_be"]


def test_one_concession_is_no_pattern() -> None:
    assert patterns([concession(1)]) == ()


def test_a_return_takes_its_concession_out() -> None:
    back = entry(3, EntryKind.RETURN, side=Side.THEIRS, about="e1")

    assert patterns([concession(1), concession(2), back]) == ()


def test_our_own_return_takes_nothing_out() -> None:
    back = entry(3, EntryKind.RETURN, side=Side.OURS, about="e1")

    assert [p.kind for p in patterns([concession(1), concession(2), back])] == [PatternKind.GIVEN_WITHOUT_RETURN]


def put_off(number: int, on: date | None, about: str = "Angebot", side: Side = Side.THEIRS) -> Entry:
    return entry(number, EntryKind.PUT_OFF, on, side, about=about)


def test_put_off_three_times_in_nine_weeks() -> None:
    facts = (put_off(1, date(2026, 1, 5)), put_off(2, date(2026, 2, 2)), put_off(3, date(2026, 3, 9)))

    (pattern,) = patterns(facts)

    assert pattern.saying == Message.of("keep.pattern.repeated_put_offs.weeks", count=3, weeks=9)
    assert pattern.facts == facts


def test_put_offs_without_days_say_no_weeks() -> None:
    (pattern,) = patterns([put_off(number, None) for number in (1, 2, 3)])

    assert pattern.saying == Message.of("keep.pattern.repeated_put_offs", count=3)


def test_put_offs_of_different_matters_or_of_ours_are_no_pattern() -> None:
    assert patterns([put_off(1, None), put_off(2, None, "Schulung"), put_off(3, None)]) == ()
    assert patterns([put_off(number, None, side=Side.OURS) for number in (1, 2, 3)]) == ()


def test_giving_before_being_asked_is_named_once_and_unknown_is_not_counted() -> None:
    (pattern,) = patterns([concession(1, asked=False)])

    assert pattern.saying == Message.of("keep.pattern.gave_before_asked.one", count=1)
    assert patterns([concession(1, asked=None)]) == ()


def work(number: int, hours: str | None) -> Entry:
    return entry(number, EntryKind.EXTRA_WORK, hours=Decimal(hours) if hours else None)


def test_unpaid_hours_say_where_hours_are_unknown() -> None:
    (exact,) = patterns([work(1, "5"), work(2, "3")])
    (at_least,) = patterns([work(1, "5"), work(2, "17"), work(3, None)])

    assert exact.saying == Message.of("keep.pattern.unpaid_hours", hours=Decimal(8))
    assert at_least.saying == Message.of("keep.pattern.unpaid_hours.at_least", hours=Decimal(22), unknown=1)
    assert patterns([work(1, "7.5")]) == ()


def test_a_correction_takes_a_pattern_away() -> None:
    never = Entry("k1", EntryKind.CORRECTION, None, Side.OURS, corrects="e2")

    assert patterns([concession(1), concession(2), never]) == ()
