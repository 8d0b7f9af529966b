"""What is owed today."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.keep.today import Urgency, owing, reminding, telling, today
from augenhoehe.speech.messages import Message

DAY = date(2026, 3, 4)


def promise(name: str, due: Due | None, side: Side = Side.OURS, state: PromiseState = PromiseState.OPEN) -> Promise:
    return Promise(name, side, "", name, due, True, None, state)


def on(day: date, first: date | None = None) -> Due:
    return Due("", first or day, day)


def test_own_promises_come_first_and_the_overdue_before_all() -> None:
    shown = today(
        [
            promise("theirs", on(date(2026, 3, 1)), Side.THEIRS),
            promise("undated", None),
            promise("later", on(date(2026, 4, 1))),
            promise("overdue", on(date(2026, 3, 2))),
            promise("today", on(DAY)),
            promise("long overdue", on(date(2026, 2, 2))),
            promise("kept", on(date(2026, 3, 2)), state=PromiseState.KEPT),
        ],
        DAY,
    )

    assert [owed.promise.id for owed in shown.ours] == ["long overdue", "overdue", "today", "later", "undated"]
    assert [owed.promise.id for owed in shown.theirs] == ["theirs"]


@pytest.mark.parametrize(
    ("due", "urgency", "saying"),
    [
        (on(date(2026, 3, 3)), Urgency.OVERDUE, Message.of("keep.owed.overdue_one", days=1)),
        (on(date(2026, 3, 2)), Urgency.OVERDUE, Message.of("keep.owed.overdue", days=2)),
        (on(DAY), Urgency.TODAY, Message.of("keep.owed.today")),
        (on(date(2026, 3, 5)), Urgency.SOON, Message.of("keep.owed.tomorrow")),
        (on(date(2026, 3, 7)), Urgency.SOON, Message.of("keep.owed.in_days", days=3)),
        (on(date(2026, 3, 8)), Urgency.LATER, Message.of("keep.owed.in_days", days=4)),
        (None, Urgency.UNDATED, Message.of("keep.owed.undated")),
        (Due("nach den Ferien"), Urgency.UNDATED, Message.of("keep.owed.unresolved", words="nach den Ferien")),
        (Due("nach Ostern", date(2026, 4, 7)), Urgency.UNDATED, Message.of("keep.owed.from", day=date(2026, 4, 7))),
    ],
)
def test_where_a_promise_stands_is_said(due: Due | None, urgency: Urgency, saying: Message) -> None:
    owed = owing(promise("p", due), DAY)

    assert (owed.urgency, owed.saying) == (urgency, saying)


def test_an_ambiguous_day_is_overdue_after_its_last_reading_only() -> None:
    next_friday = Due("nächsten Freitag", date(2026, 3, 6), date(2026, 3, 13), ambiguous=True)

    assert owing(promise("p", next_friday), date(2026, 3, 13)).urgency is Urgency.TODAY
    assert owing(promise("p", next_friday), date(2026, 3, 14)).urgency is Urgency.OVERDUE


@pytest.mark.parametrize(
    ("side", "state", "day", "telling_key", "reminding_key"),
    [
        (Side.OURS, PromiseState.OPEN, date(2026, 3, 3), "keep.telling.before", None),
        (Side.OURS, PromiseState.OPEN, date(2026, 3, 5), "keep.telling.slipped", None),
        (Side.OURS, PromiseState.KEPT, date(2026, 3, 5), None, None),
        (Side.THEIRS, PromiseState.OPEN, date(2026, 3, 3), None, None),
        (Side.THEIRS, PromiseState.OPEN, date(2026, 3, 5), None, "keep.reminding"),
    ],
)
def test_drafts_are_offered_where_they_help(
    side: Side, state: PromiseState, day: date, telling_key: str | None, reminding_key: str | None
) -> None:
    given = promise("Angebot", on(DAY), side, state)
    told, asked = telling(given, day), reminding(given, day)

    assert (told.key if told else None, asked.key if asked else None) == (telling_key, reminding_key)


def test_no_draft_without_a_day() -> None:
    assert telling(promise("Angebot", Due("bald")), DAY) is None
    assert reminding(promise("Angebot", None, Side.THEIRS), DAY) is None


@pytest.mark.parametrize(
    ("side", "day", "key"),
    [
        (Side.OURS, date(2026, 2, 28), None),
        (Side.OURS, date(2026, 3, 1), "keep.telling.before"),
        (Side.OURS, DAY, "keep.telling.before"),
        (Side.OURS, date(2026, 3, 5), "keep.telling.slipped"),
        (Side.THEIRS, DAY, None),
        (Side.THEIRS, date(2026, 3, 5), "keep.reminding"),
    ],
)
def test_what_is_owed_brings_its_draft_where_it_is_near(side: Side, day: date, key: str | None) -> None:
    draft = owing(promise("Angebot", on(DAY), side), day).draft

    assert (draft.key if draft else None) == key


def test_pressing_counts_own_promises_overdue_or_due() -> None:
    days = (date(2026, 3, 3), DAY, date(2026, 3, 5))

    shown = today([*(promise(f"p{day}", on(day)) for day in days), promise("t", on(days[0]), Side.THEIRS)], DAY)

    assert shown.pressing == 2
