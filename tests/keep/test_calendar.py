"""The calendar file of open promises."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from augenhoehe.keep.calendar import calendar
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.wording.saying import Voice

WRITTEN = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def test_open_promises_with_a_day_are_all_day_events() -> None:
    due = Due("nächsten Freitag", date(2026, 3, 6), date(2026, 3, 13), ambiguous=True)
    file = calendar(
        [
            Promise("p1", Side.OURS, "Dörfler", "Angebot; schicken, ganz", due, False, None),
            Promise(
                "p2", Side.THEIRS, "Wiegmann", "Messdaten", Due("5.3.", date(2026, 3, 5), date(2026, 3, 5)), True, None
            ),
            Promise("p3", Side.THEIRS, "", "Freigabe", Due("5.3.", date(2026, 3, 5), date(2026, 3, 5)), True, None),
            Promise("p4", Side.OURS, "", "ohne Tag", None, True, None),
            Promise("p5", Side.OURS, "", "gehalten", due, True, None, PromiseState.KEPT),
        ],
        Voice("de"),
        WRITTEN,
    )

    events = Calendar.from_ical(file).walk("VEVENT")
    read = [(str(e["uid"]), e.decoded("dtstart"), e.decoded("dtend"), str(e["summary"])) for e in events]
    assert read == [
        ("p1@augenhoehe", date(2026, 3, 13), date(2026, 3, 14), "Zugesagt: Angebot; schicken, ganz"),
        ("p2@augenhoehe", date(2026, 3, 5), date(2026, 3, 6), "Wartet auf Wiegmann: Messdaten"),
        ("p3@augenhoehe", date(2026, 3, 5), date(2026, 3, 6), "Wartet auf die Kundenseite: Freigabe"),
    ]
    assert str(events[0]["description"]).splitlines() == [
        "Gesagt wurde: „nächsten Freitag“",
        "Der Termin lässt sich verschieden verstehen; hier steht der späteste Tag.",
        "Nicht fest zugesagt.",
    ]


def test_the_same_promises_give_the_same_bytes() -> None:
    promise = Promise("p1", Side.OURS, "", "Angebot", Due("5.3.", date(2026, 3, 5), date(2026, 3, 5)), True, None)

    assert calendar([promise], Voice("en"), WRITTEN) == calendar([promise], Voice("en"), WRITTEN)


def test_the_time_of_writing_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        calendar([], Voice("de"), WRITTEN.replace(tzinfo=None))
