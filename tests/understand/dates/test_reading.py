"""Everyday dates, German and English, said on Wednesday, 4 March 2026 (week 10) where no other day is given."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.understand.dates.reading import one_of, read_date, read_dates

WEDNESDAY = date(2026, 3, 4)


def d(text: str) -> date:
    day, month, *year = (int(part) for part in text.rstrip(".").split("."))
    return date(2000 + year[0] if year else 2026, month, day)


Days = tuple[date | None, date | None, bool]


def days_in(days: str) -> Days:
    """ "6.3." one day, "6.3.-13.3." a range, "6.3.-" and "-6.3." open ends, a trailing "?" ambiguous, "" no date."""
    ambiguous = days.endswith("?")
    first, dash, last = days.rstrip("?").partition("-")
    if not dash:
        last = first
    return d(first) if first else None, d(last) if last else None, ambiguous


def meant(words: str, said_on: date | None, language: str) -> Days:
    """The days that words mean."""
    reading = read_date(words, said_on, language)
    return (None, None, False) if reading is None else (reading.first, reading.last, reading.ambiguous)


GERMAN = [
    # near days
    ("heute", "4.3."),
    ("heute noch", "4.3."),
    ("Heute Abend", "4.3."),
    ("um 15 Uhr", "4.3."),
    ("bis zwölf", "4.3."),
    ("gleich", "4.3."),
    ("vor zwölf", "4.3."),
    ("nach Feierabend", "4.3."),
    ("sofort", "4.3."),
    ("glei jetzt", "4.3."),
    ("in 5 Minuten", "4.3."),
    ("in 48 Stunden", "6.3."),
    ("Morgen", "5.3."),
    ("morgen früh", "5.3."),
    ("bis morgen Mittag", "5.3."),
    ("übermorgen", "6.3."),
    ("heute oder morgen", "4.3.-5.3."),
    ("morgen oder so", "5.3.?"),
    ("am Morgen", ""),
    # weekdays
    ("Freitag", "6.3."),
    ("bis Freitag", "6.3."),
    ("Am Montag", "9.3."),
    ("bis spätestens Freitag", "6.3."),
    ("Freitag spätestens", "6.3."),
    ("Freitagmorgen", "6.3."),
    ("bis Fr.", "6.3."),
    ("Mittwoch", "11.3."),
    ("diesen Freitag", "6.3."),
    ("kommenden Freitag", "6.3."),
    ("nächsten Freitag", "6.3.-13.3.?"),
    ("nächsten Montag", "9.3."),
    ("übernächsten Freitag", "13.3.-20.3.?"),
    ("Freitag in einer Woche", "13.3."),
    ("Montag in zwei Wochen", "23.3."),
    ("Montag in acht Tagen", "16.3."),
    ("am Freitag, dem 13.", "13.3."),
    ("Sonntag, den 31.", "31.5."),
    ("am Dienstag nach Ostern", "7.4."),
    ("Freitag vor Pfingsten", "22.5."),
    ("Mittwoch in einer Woche", "11.3.-18.3.?"),
    ("nächste Woche Freitag", "13.3."),
    ("Freitag nächster Woche", "13.3."),
    ("Montag oder Dienstag", "9.3.-10.3."),
    ("Montag bis Mittwoch", "9.3.-11.3."),
    # counting
    ("in zwei Wochen", "18.3."),
    ("in 14 Tagen", "18.3."),
    ("in acht Tagen", "11.3.-12.3.?"),
    ("heute in acht Tagen", "11.3."),
    ("in zwei, drei Wochen", "18.3.-25.3."),
    ("in zwei bis drei Tagen", "6.3.-7.3."),
    ("in etwa zwei Wochen", "15.3.-21.3."),
    ("in drei Monaten", "4.6."),
    ("in genau einem Monat", "4.4."),
    ("in anderthalb Wochen", "14.3.-15.3."),
    ("in spätestens drei Tagen", "4.3.-7.3."),
    ("in einem halben Jahr", "4.9."),
    ("in den nächsten drei Tagen", "4.3.-7.3."),
    ("innerhalb von drei Arbeitstagen", "4.3.-9.3."),
    ("innerhalb von drei Werktagen", "4.3.-9.3.?"),
    ("in ein paar Tagen", ""),
    # weeks
    ("diese Woche", "4.3.-6.3."),
    ("noch diese Woche", "4.3.-6.3."),
    ("im Laufe der Woche", "4.3.-6.3."),
    ("Anfang der Woche drauf", "9.3.-10.3."),
    ("in der Woche vom 9. März", "9.3.-13.3."),
    ("im Laufe der nächsten Woche", "9.3.-13.3."),
    ("nächste Woche", "9.3.-13.3."),
    ("übernächste Woche", "16.3.-20.3."),
    ("Ende der Woche", "5.3.-6.3."),
    ("Mitte nächster Woche", "10.3.-12.3."),
    ("bis Mitte nächster Woche", "11.3."),
    ("bis Ende nächster Woche", "13.3."),
    ("am Wochenende", "7.3.-8.3."),
    ("bis zum Wochenende", "6.3.-8.3.?"),
    ("nach dem Wochenende", "9.3.-"),
    ("KW 23", "1.6.-5.6."),
    ("in der 23. KW", "1.6.-5.6."),
    ("Ende KW 12", "19.3.-20.3."),
    ("in KW 14 oder 15", "30.3.-10.4."),
    ("bis KW 12", "16.3.-20.3.?"),
    ("KW 9", "1.3.27-5.3.27"),
    # days of the month
    ("1.9.", "1.9."),
    ("bis 1.9.2027", "1.9.27"),
    ("2026-09-01", "1.9."),
    ("15. März", "15.3."),
    ("am 15.", "15.3."),
    ("bis zum 15.", "15.3."),
    ("am dritten", "3.4."),
    ("so um den 20. rum", "17.3.-23.3."),
    ("am 1. des nächsten Monats", "1.4."),
    ("zum Monatsersten", "1.4."),
    ("am ersten", "1.4."),
    ("am einunddreißigsten", "31.3."),
    ("zum Ersten des Monats", "1.4."),
    ("vom 3. bis 5. Mai", "3.5.-5.5."),
    ("zwischen dem 3. Mai und dem 5. Juni", "3.5.-5.6."),
    ("Montag, den 15. Juni", "15.6."),
    ("Freitag, den 15. Juni", "6.3.-15.6.?"),
    ("ersten Montag im Mai", "4.5."),
    ("nach dem ersten Juli", "2.7.-"),
    ("ab 1. April", "1.4.-"),
    ("vor dem 15.", "-14.3."),
    ("vor Freitag", "-5.3."),
    ("31. Juni", ""),
    # months, quarters, years
    ("im Juni", "1.6.-30.6."),
    ("bis Juni", "1.6.-30.6.?"),
    ("Anfang Juni", "1.6.-10.6."),
    ("Mitte März", "11.3.-20.3."),
    ("bis Mitte März", "15.3."),
    ("Ende des Monats", "21.3.-31.3."),
    ("bis Ende des Monats", "31.3."),
    ("bis Monatsende", "31.3."),
    ("Anfang des nächsten Monats", "1.4.-10.4."),
    ("nächsten März", "4.3.-31.3.27?"),
    ("in der zweiten Augustwoche", "3.8.-14.8.?"),
    ("zweite Junihälfte", "16.6.-30.6."),
    ("Q2", "1.4.-30.6."),
    ("im zweiten Quartal", "1.4.-30.6."),
    ("Ende zweites Quartal", "1.6.-30.6."),
    ("bis Ende Q2", "30.6."),
    ("erstes Halbjahr", "4.3.-30.6."),
    ("noch im März", "4.3.-31.3."),
    ("im neuen Jahr", "1.1.27-28.2.27?"),
    ("am letzten Tag des Monats", "31.3."),
    ("bis zur Monatsmitte", "15.3."),
    ("Monatsende", "21.3.-31.3."),
    ("bis Jahresende", "31.12."),
    ("Anfang nächsten Jahres", "1.1.27-28.2.27"),
    # feasts
    ("vor Weihnachten", "-23.12."),
    ("Karfreitag", "3.4."),
    ("nach Ostern", "7.4.-"),
    ("bis Ostern", "3.4.-6.4.?"),
    ("zwischen den Jahren", "27.12.-30.12."),
    # nobody said a day
    ("vor den Ferien", ""),
    ("nach dem Urlaub", ""),
    ("nach Muttertag", ""),
    ("irgendwann", ""),
    ("demnächst", ""),
    ("wenn die Ernte rein ist", ""),
    ("", ""),
]

ENGLISH = [
    ("today", "4.3."),
    ("tonight", "4.3."),
    ("close of play", "4.3."),
    ("by five, your time", "4.3."),
    ("by half eight", "4.3."),
    ("around one", "4.3."),
    ("in half an hour", "4.3."),
    ("tomorrow", "5.3."),
    ("the morn", "5.3."),
    ("day after tomorrow", "6.3."),
    ("within 48 hours", "4.3.-6.3."),
    ("by Friday", "6.3."),
    ("by EOD Thursday", "5.3."),
    ("by end of business Friday", "6.3."),
    ("first thing Monday", "9.3."),
    ("Wednesday, nine in the morning", "11.3."),
    ("by Tuesday noon", "10.3."),
    ("Friday at the latest", "6.3."),
    ("this Saturday", "7.3."),
    ("next Tuesday", "10.3."),
    ("next Friday", "6.3.-13.3.?"),
    ("Friday next week", "13.3."),
    ("Friday week", "13.3."),
    ("a week on Friday", "13.3."),
    ("Monday or Tuesday", "9.3.-10.3."),
    ("Monday to Wednesday", "9.3.-11.3."),
    ("in two weeks", "18.3."),
    ("in two weeks' time", "18.3."),
    ("two weeks from today", "18.3."),
    ("a week tomorrow", "12.3."),
    ("in a fortnight", "18.3."),
    ("in five to six days", "9.3.-10.3."),
    ("in a couple of days", "6.3.-7.3.?"),
    ("inside a week", "4.3.-11.3."),
    ("within two to three weeks", "4.3.-25.3."),
    ("the 3rd of next month", "3.4."),
    ("within five working days", "4.3.-11.3."),
    ("in six months", "4.9."),
    ("this week", "4.3.-6.3."),
    ("sometime next week", "9.3.-13.3."),
    ("early next week", "9.3.-10.3."),
    ("by the end of next week", "13.3."),
    ("the week after next", "16.3.-20.3."),
    ("over the weekend", "7.3.-8.3."),
    ("by the weekend", "6.3.-8.3.?"),
    ("week 23", "1.6.-5.6."),
    ("the 3rd", "3.4."),
    ("by the 19th", "19.3."),
    ("by the fifteenth", "15.3."),
    ("the twenty-first", "21.3."),
    ("by 9 January", "9.1.27"),
    ("June 3rd, 2027", "3.6.27"),
    ("3/4", "4.3.-3.4.?"),
    ("13/4", "13.4."),
    ("4/13/2026", "13.4."),
    ("between the 3rd and the 5th of May", "3.5.-5.5."),
    ("first Monday in May", "4.5."),
    ("second week of August", "3.8.-14.8.?"),
    ("after 1 July", "2.7.-"),
    ("from May", "1.5.-"),
    ("end of the month", "21.3.-31.3."),
    ("by the end of the month", "31.3."),
    ("mid-April", "11.4.-20.4."),
    ("late March", "21.3.-31.3."),
    ("by March", "1.3.-31.3.?"),
    ("Q2", "1.4.-30.6."),
    ("by the end of the second quarter", "30.6."),
    ("year end", "1.11.-31.12."),
    ("by year-end", "31.12."),
    ("in the new year", "1.1.27-28.2.27?"),
    ("before noon", "4.3."),
    ("Tuesday the 10th", "10.3."),
    ("week commencing 9 March", "9.3.-13.3."),
    ("before Christmas", "-23.12."),
    ("after Easter", "7.4.-"),
    ("on the 31st of June", ""),
    ("after the summer", ""),
    ("before the holidays", ""),
    ("soon", ""),
    ("as soon as the harvest is in", ""),
]


@pytest.mark.parametrize(("words", "days"), GERMAN)
def test_german_words_become_days(words: str, days: str) -> None:
    assert meant(words, WEDNESDAY, "de") == days_in(days)


@pytest.mark.parametrize(("words", "days"), ENGLISH)
def test_english_words_become_days(words: str, days: str) -> None:
    assert meant(words, WEDNESDAY, "en") == days_in(days)


@pytest.mark.parametrize(
    ("words", "said_on", "days"),
    [
        ("Freitag", date(2026, 3, 6), "13.3."),  # on a Friday, "Freitag" is in seven days
        ("nächsten Freitag", date(2026, 3, 6), "13.3."),  # and nothing is ambiguous
        ("diese Woche", date(2026, 3, 7), "7.3.-8.3."),  # said on Saturday: the weekend is left
        ("bis Monatsende", date(2026, 2, 27), "28.2."),
        ("in einem Monat", date(2026, 1, 31), "28.2."),  # section 188 (3) BGB
        ("am 31.", date(2026, 4, 2), "31.5."),  # April has none
        ("innerhalb von drei Werktagen", date(2026, 4, 2), "2.4.-9.4.?"),  # Good Friday and Easter Monday between
        ("innerhalb von zwei Werktagen", date(2026, 3, 5), "5.3.-9.3.?"),  # a Saturday between
        ("KW 1", date(2026, 12, 30), "4.1.27-8.1.27"),
        ("bis Silvester", date(2026, 12, 31), "31.12."),
    ],
)
def test_the_day_of_saying_counts(words: str, said_on: date, days: str) -> None:
    assert meant(words, said_on, "de") == days_in(days)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("bis Freitag", ""),
        ("am 15.", ""),
        ("1.9.2027", "1.9.27"),
        ("KW 53 2027", ""),  # 2027 has 52 weeks
        ("KW 53 2026", "28.12.-1.1.27"),
        ("Ende März 2027", "21.3.27-31.3.27"),
    ],
)
def test_without_a_day_of_saying_only_whole_dates_resolve(words: str, days: str) -> None:
    assert meant(words, None, "de") == days_in(days)


def test_other_languages_try_both() -> None:
    assert meant("bis Freitag", WEDNESDAY, "mixed") == days_in("6.3.")
    assert meant("by Friday", WEDNESDAY, "unknown") == days_in("6.3.")


def test_of_two_languages_the_longer_words_hold() -> None:
    """November is a month in both; only English knows the day."""
    assert meant("by the twenty-eighth of November", WEDNESDAY, "mixed") == days_in("28.11.")


def test_the_place_of_a_date_in_a_line_is_known() -> None:
    line = "Angebot bis spätestens Freitag schicken"

    reading = read_date(line, WEDNESDAY, "de")

    assert reading is not None
    assert line[reading.start : reading.end] == "bis spätestens Freitag"


@pytest.mark.parametrize(
    ("words", "named", "latest", "bounded"),
    [
        ("bis Anfang Mai", "1.5.", "10.5.", True),
        ("bis Mitte März", "15.3.", "20.3.", True),
        ("bis März", "1.3.-31.3.?", "31.3.", True),
        ("vor März 2027", "-28.2.27", "28.2.27", True),
        ("Ende Mai", "21.5.-31.5.", "31.5.", False),
        ("innerhalb von drei Tagen", "4.3.-7.3.", "7.3.", True),
        ("zwischen Montag und Mittwoch", "9.3.-11.3.", "11.3.", False),
        ("nach dem ersten Juli", "2.7.-", None, False),
    ],
)
def test_the_most_generous_reading_is_known_beside_the_named_day(
    words: str, named: str, latest: str | None, bounded: bool
) -> None:
    reading = read_date(words, WEDNESDAY, "de")

    assert reading is not None
    assert (reading.first, reading.last, reading.ambiguous) == days_in(named)
    assert (reading.latest, reading.bounded) == (None if latest is None else d(latest), bounded)


@given(st.sets(st.text("ab -'", min_size=1, max_size=5).filter(str.strip), min_size=1), st.text("ab -'", max_size=5))
def test_one_of_matches_its_words_and_no_other(words: set[str], other: str) -> None:
    pattern = re.compile(one_of(words))

    assert [word for word in words if not pattern.fullmatch(word)] == []
    blanks = {re.sub(" +", " ", word) for word in words}
    assert bool(pattern.fullmatch(other)) <= (re.sub(" +", " ", other) in blanks)


def test_one_of_takes_the_longest() -> None:
    found = re.match(one_of(["ein", "einundzwanzig", "eins"]), "einundzwanzig Tage")

    assert found is not None
    assert found.group() == "einundzwanzig"


def test_several_dates_of_a_sentence_are_read_in_their_order() -> None:
    line = "Bis Freitag die Zahlen, am 15. September die Offerte, Ende Oktober läuft der Vertrag aus."

    found = read_dates(line, WEDNESDAY, "de")

    assert [line[one.start : one.end] for one in found] == ["Bis Freitag", "am 15. September", "Ende Oktober"]
    assert [one.last for one in found] == [d("6.3."), d("15.9."), d("31.10.")]


@pytest.mark.parametrize(
    ("words", "language", "days"),
    [
        ("it may rain", "en", ""),
        ("in may", "en", "1.5.-31.5."),
        ("May", "en", "1.5.-31.5."),
        ("May I ask you something?", "en", ""),
        ("we march on", "en", ""),
        ("by march", "en", "1.3.-31.3.?"),
        ("Jan schickt das", "de", ""),
        ("bis Ende Jan", "de", "31.1.27"),
        ("Das steht fest", "de", ""),
        ("vor dem Fest", "de", "-23.12."),
    ],
)
def test_words_that_are_more_often_something_else_need_a_word_before_them(words: str, language: str, days: str) -> None:
    assert meant(words, WEDNESDAY, language) == days_in(days)


@pytest.mark.parametrize(
    ("words", "days"),
    [("am neun und zwanzigsten mai", "29.5."), ("bis zum fünf zehnten", "15.3."), ("am ein und dreißigsten", "31.3.")],
)
def test_ordinals_that_speech_recognition_writes_apart_are_read(words: str, days: str) -> None:
    assert meant(words, WEDNESDAY, "de") == days_in(days)


@given(st.text(max_size=60), st.dates(), st.sampled_from(["de", "en", "mixed"]))
def test_any_words_are_fine(words: str, said_on: date, language: str) -> None:
    first, last, _ = meant(words, said_on, language)

    assert first is None or last is None or first <= last
    for reading in read_dates(words, said_on, language):
        assert 0 <= reading.start < reading.end <= len(words)


@given(
    st.lists(
        st.sampled_from("bis ende nächsten freitag in zwei wochen der 31. februar kw 53 morgen oder q2 am".split())
    )
)
def test_any_row_of_date_words_is_fine(words: list[str]) -> None:
    for said_on in (date.min, WEDNESDAY, date.max, None):
        first, last, _ = meant(" ".join(words), said_on, "de")
        assert first is None or last is None or first <= last
