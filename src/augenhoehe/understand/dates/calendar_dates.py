"""Dates of the calendar: a day of a month, a calendar week, a quarter; without a year the next one that is not over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from augenhoehe.understand.dates.said import NotADateError, Said
from augenhoehe.understand.dates.spans import (
    FRIDAY,
    Part,
    Span,
    Unit,
    calendar_week,
    day,
    either,
    half,
    month,
    part_of,
    quarter,
    week,
)


def in_next_year(made: Callable[[int], Span], said: Said) -> Span:
    """The stretch in the year that was said, or in the next year in which it is not over."""
    if said.year is not None:
        return made(said.year)
    this_year = made(said.day_said.year)
    return this_year if this_year.last >= said.day_said else made(said.day_said.year + 1)


def _iso(said: Said) -> Span:
    return day(date(int(said.get("year") or 0), int(said.get("month") or 0), said.day))


def _numeric(said: Said) -> Span:
    number = int(said.get("month") or 0)
    return in_next_year(lambda year: day(date(year, number, said.day)), said)


def _slashed(said: Said) -> Span:
    one, other = said.day, int(said.get("month") or 0)
    days = [_in_month(said, on, number) for on, number in ((one, other), (other, one)) if 1 <= number <= 12]
    if not days:
        raise NotADateError
    return either(*days)


def _in_month(said: Said, on: int, number: int) -> date:
    return in_next_year(lambda year: day(date(year, number, on)), said).first


def day_of_month(said: Said) -> Span:
    return in_next_year(lambda year: day(date(year, said.month, said.day)), said)


def _days_of_month(said: Said) -> Span:
    last = int(said.get("last") or 0)
    return in_next_year(
        lambda year: Span(date(year, said.month, said.day), date(year, said.month, last), Unit.STRETCH), said
    )


def _weekday_of_month(said: Said) -> Span:
    def made(year: int) -> Span:
        first = date(year, said.month, 1)
        on = first + timedelta((said.weekday() - first.weekday()) % 7 + 7 * (said.ordinal - 1))
        if on.month != said.month:
            raise ValueError(f"{said.hit.group()}: no such day")
        return day(on)

    return in_next_year(made, said)


def _week_of_month(said: Said) -> Span:
    def made(year: int) -> Span:
        whole = month(year, said.month)
        if said.ordinal == -1:
            return replace(whole, first=whole.last - timedelta(6), unit=Unit.STRETCH, ambiguous=True)
        start = date(year, said.month, 7 * (said.ordinal - 1) + 1)
        monday = start + timedelta(-start.weekday() % 7)
        first = min(week(start).first, monday) if said.ordinal > 1 else start
        return Span(first, max(week(start).last, monday + timedelta(FRIDAY)), Unit.STRETCH, ambiguous=first != monday)

    return in_next_year(made, said)


def _half_of_month(said: Said) -> Span:
    part = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF}.get(said.ordinal)
    if part is None:
        raise NotADateError
    return in_next_year(lambda year: part_of(month(year, said.month), part), said)


def _calendar_week(said: Said) -> Span:
    number = int(said.get("week") or 0)
    if said.year is not None:
        return calendar_week(number, said.year)
    year = said.day_said.isocalendar().year
    this_year = calendar_week(number, year)
    return this_year if this_year.last >= said.day_said else calendar_week(number, year + 1)


def _calendar_weeks(said: Said) -> Span:
    one = _calendar_week(said)
    other = calendar_week(int(said.get("last") or 0), one.first.isocalendar().year)
    return Span(one.first, other.last, Unit.STRETCH)


def _counted(said: Said, most: int) -> int:
    digits = said.get("count")
    number = int(digits) if digits else said.ordinal
    number = most if number == -1 else number
    if not 1 <= number <= most:
        raise NotADateError
    return number


def _quarter(said: Said) -> Span:
    return in_next_year(lambda year: quarter(year, _counted(said, 4)), said)


def _half_year(said: Said) -> Span:
    return in_next_year(lambda year: half(year, _counted(said, 2)), said)


CALENDAR_READERS: Mapping[str, Callable[[Said], Span]] = {
    "iso": _iso,
    "numeric": _numeric,
    "slashed": _slashed,
    "day_of_month": day_of_month,
    "days_of_month": _days_of_month,
    "weekday_of_month": _weekday_of_month,
    "week_of_month": _week_of_month,
    "half_of_month": _half_of_month,
    "calendar_week": _calendar_week,
    "calendar_weeks": _calendar_weeks,
    "quarter": _quarter,
    "half_year": _half_year,
}
