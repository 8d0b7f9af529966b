"""The last day the words of a limit allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.needs.days import last_day

SAID_ON = date(2026, 2, 11)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("bis März", date(2026, 3, 31)),
        ("vor März", date(2026, 2, 28)),
        ("before the audit in March", date(2026, 3, 31)),
        ("bis 1.9.", date(2026, 9, 1)),
        ("bis zum 15. Juni", date(2026, 6, 15)),
        ("vor dem 1. Juli", date(2026, 6, 30)),
        ("Das ist der siebzehnte September", date(2026, 9, 17)),
        ("am zweiundzwanzigsten juni", date(2026, 6, 22)),
        ("by the twenty-eighth of November", date(2026, 11, 28)),
        ("the season opens on 14 March", date(2026, 3, 14)),
        ("June 3rd at the latest", date(2026, 6, 3)),
        ("Ende zweites Quartal", date(2026, 6, 30)),
        ("Anfang Mai", date(2026, 5, 10)),
        ("by the end of April", date(2026, 4, 30)),
        ("KW 23", date(2026, 6, 5)),
        ("bis Jahresende", date(2026, 12, 31)),
        ("bis Januar", date(2027, 1, 31)),
        ("on 2026-05-04", date(2026, 5, 4)),
        ("bis 11.2.", date(2026, 2, 11)),
        ("bis 10.2.", date(2027, 2, 10)),
    ],
)
def test_days_are_resolved(words: str, day: date) -> None:
    assert last_day(words, SAID_ON) == day


@pytest.mark.parametrize("words", ["irgendwann im Herbst", "it may rain", "bald", "31.2.", "we march on", "halb vier"])
def test_what_names_no_day_gives_none(words: str) -> None:
    assert last_day(words, SAID_ON) is None


def test_nobody_knows_the_day_without_the_day_of_the_conversation() -> None:
    assert last_day("bis 1.9.", None) is None


@given(st.text(max_size=60), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_text_is_fine(text: str, said_on: date) -> None:
    day = last_day(text, said_on)

    assert day is None or day.year >= 1
