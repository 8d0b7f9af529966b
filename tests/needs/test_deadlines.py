"""The last day the words of a limit allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.needs.limits import last_day

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
        ("bis Anfang Mai", date(2026, 5, 10)),
        ("vor Anfang Mai", date(2026, 4, 30)),
        ("bis Mitte März", date(2026, 3, 20)),
        ("bis montag sonst lässt mich die bau leitung nicht auf die bau stelle", date(2026, 2, 16)),
        ("vor Weihnachten muss es stehen", date(2026, 12, 23)),
        ("innerhalb von drei Wochen", date(2026, 3, 4)),
        ("Start ist zwingend der 1. August, am 31. Juli geht der bisherige Dienstleister raus.", date(2026, 8, 1)),
        ("Der Vertrag läuft Ende Oktober aus, die Offerte muss am 15. September drin sein.", date(2026, 9, 15)),
        ("am einunddreißigsten kommt meine schwester, bis dahin muss warm wasser da sein", date(2026, 3, 31)),
        ("The auditors are in from 20 April and the old debt has to be down by then.", date(2026, 4, 20)),
        ("change freeze is starting twentieth december nothing after that till fifth jan", date(2026, 12, 20)),
        ("die prüfung ist am neun und zwanzigsten mai", date(2026, 5, 29)),
        ("morgen früh um neun läuft der Staatssekretär hier durch", date(2026, 2, 12)),
        ("heute Excel, bis Jahresende muss das weg", date(2026, 12, 31)),
        ("bis Mai, höchstens 2000 Stück", date(2026, 5, 31)),
    ],
)
def test_days_are_resolved(words: str, day: date) -> None:
    assert last_day(words, SAID_ON) == day


@pytest.mark.parametrize(
    "words",
    [
        "irgendwann im Herbst",
        "it may rain",
        "May I ask you something?",
        "bald",
        "31.2.",
        "we march on",
        "halb vier",
        "Das steht fest.",
        "Jan muss das entscheiden.",
        "heute geht da nichts",
        "der 3. Punkt ist mir wichtig",
        "ab Mai haben wir Zeit",
    ],
)
def test_what_names_no_day_gives_none(words: str) -> None:
    assert last_day(words, SAID_ON) is None


def test_nobody_knows_the_day_without_the_day_of_the_conversation() -> None:
    assert last_day("bis 1.9.", None) is None


@given(st.text(max_size=60), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_text_is_fine(text: str, said_on: date) -> None:
    day = last_day(text, said_on)

    assert day is None or day.year >= 1
