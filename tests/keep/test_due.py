"""When something is due: the words and the days; the grammar of dates is tested in understand/dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.keep.due import resolve
from augenhoehe.keep.promises import Due

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("bis Freitag", Due("bis Freitag", date(2026, 3, 6), date(2026, 3, 6))),
        ("bis Mitte März", Due("bis Mitte März", date(2026, 3, 15), date(2026, 3, 15))),  # section 192 BGB
        ("nächsten Freitag", Due("nächsten Freitag", date(2026, 3, 6), date(2026, 3, 13), ambiguous=True)),
        ("vor dem 15.", Due("vor dem 15.", None, date(2026, 3, 14))),
        ("nach dem ersten Juli", Due("nach dem ersten Juli", date(2026, 7, 2), None)),
        ("sobald die Ernte drin ist", Due("sobald die Ernte drin ist")),
    ],
)
def test_a_due_keeps_the_words_with_their_days(words: str, due: Due) -> None:
    assert resolve(words, WEDNESDAY, "de") == due


def test_without_a_day_of_saying_the_words_stay_words() -> None:
    assert resolve("bis Freitag", None, "de") == Due("bis Freitag")
    assert resolve("1.9.2027", None, "de") == Due("1.9.2027", date(2027, 9, 1), date(2027, 9, 1))


@given(st.text(max_size=60), st.dates(), st.sampled_from(["de", "en", "mixed"]))
def test_any_words_give_a_due(words: str, said_on: date, language: str) -> None:
    resolved = resolve(words, said_on, language)

    assert resolved.words == words
    assert resolved.first is None or resolved.last is None or resolved.first <= resolved.last
