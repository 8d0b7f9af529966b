"""Planned looks and what they found."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.learn.checks import Check, Use
from augenhoehe.learn.outcomes import answering, coming, due, outcomes, plan

DECIDED = date(2026, 1, 31)


def test_looks_are_planned_for_each_offer_from_the_day_of_the_decision() -> None:
    assert plan(DECIDED, ["messkette", "schulung"]) == (
        Check(date(2026, 3, 2), "messkette"),
        Check(date(2026, 3, 2), "schulung"),
        Check(date(2026, 5, 1), "messkette"),
        Check(date(2026, 5, 1), "schulung"),
        Check(date(2026, 7, 30), "messkette"),
        Check(date(2026, 7, 30), "schulung"),
        Check(date(2027, 1, 31), "messkette"),
        Check(date(2027, 1, 31), "schulung"),
    )


def test_advice_to_buy_nothing_is_looked_at_as_a_whole() -> None:
    assert plan(DECIDED, [], days=[90, 90]) == (Check(date(2026, 5, 1)),)


def test_of_several_missed_looks_only_the_latest_is_asked() -> None:
    checks = plan(DECIDED, ["messkette"])

    assert due(checks, date(2026, 3, 1)) == ()
    assert due(checks, date(2026, 3, 2)) == checks[:1]
    assert due(checks, date(2026, 6, 1)) == checks[1:2]
    assert coming(checks, date(2026, 6, 1)) == checks[2:]


def test_an_answer_settles_the_looks_before_it() -> None:
    checks = plan(DECIDED, ["messkette"])

    later = answering(checks, checks[1], Use.SHELF, date(2026, 5, 20), " Liegt im Schrank. ")

    assert due(later, date(2026, 6, 1)) == ()
    assert later[1] == Check(date(2026, 5, 1), "messkette", Use.SHELF, "Liegt im Schrank.", date(2026, 5, 20))


def test_an_answer_to_no_planned_look_is_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        answering((), Check(DECIDED), Use.IN_USE, DECIDED)


def test_the_latest_known_answer_is_the_outcome() -> None:
    checks = plan(DECIDED, ["messkette", "schulung"], days=[30, 90, 180])
    for check, use in zip(checks[::2], (Use.IN_USE, Use.SHELF, Use.UNKNOWN), strict=True):
        checks = answering(checks, check, use, check.on)

    messkette, schulung = outcomes(checks)

    assert (messkette.use, messkette.asked_on, messkette.saying.key) == (
        Use.SHELF,
        date(2026, 5, 1),
        "learn.outcome.shelf",
    )
    assert (schulung.use, schulung.asked_on, schulung.saying.key) == (Use.UNKNOWN, None, "learn.outcome.not_asked")


def test_asked_and_unknown_is_not_the_same_as_never_asked() -> None:
    checks = plan(DECIDED, ["messkette"], days=[30])

    (outcome,) = outcomes(answering(checks, checks[0], Use.UNKNOWN, date(2026, 3, 3)))

    assert (outcome.saying.key, outcome.asked_on) == ("learn.outcome.unknown", date(2026, 3, 3))
