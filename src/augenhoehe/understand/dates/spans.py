"""Stretches of days in the calendar: days, weeks, months, quarters, their parts, and working days.

The parts of a month follow section 192 BGB where a day is meant ("bis Mitte März" is 15 March) and everyday thirds
where a stretch is meant ("Mitte März" is 11 to 20 March). Weeks are ISO weeks; the working week is Monday to Friday.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY = 0, 2, 4, 5, 6


class Unit(StrEnum):
    """How long a stretch is by its nature, which decides what its beginning, middle and end are."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FEAST = "feast"
    STRETCH = "stretch"


class Part(StrEnum):
    """A part of a stretch."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last` (both included). `ambiguous` where the words have several readings, all inside."""

    first: date
    last: date
    unit: Unit = Unit.DAY
    ambiguous: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span cannot end before it starts: {self.first} > {self.last}")

    def shifted(self, days: int) -> Span:
        """The same stretch some days later."""
        return replace(self, first=self.first + timedelta(days), last=self.last + timedelta(days))


def day(on: date) -> Span:
    """One day."""
    return Span(on, on)


def either(*days: date) -> Span:
    """From the earliest to the latest of several readings; ambiguous where they differ."""
    return Span(min(days), max(days), ambiguous=len(set(days)) > 1)


def week(any_day: date) -> Span:
    """Monday to Friday of the ISO week of a day."""
    monday = any_day - timedelta(any_day.weekday())
    return Span(monday, monday + timedelta(FRIDAY), Unit.WEEK)


def weekend(any_day: date) -> Span:
    """Saturday and Sunday of the ISO week of a day."""
    monday = any_day - timedelta(any_day.weekday())
    return Span(monday + timedelta(SATURDAY), monday + timedelta(SUNDAY), Unit.WEEKEND)


def calendar_week(number: int, year: int) -> Span:
    """Monday to Friday of ISO week `number`. Raises ValueError where the year has none of that number."""
    return week(date.fromisocalendar(year, number, 1))


def months(year: int, first: int, count: int, unit: Unit) -> Span:
    """`count` whole months from month `first` of a year on; months beyond December run into the next year."""
    start = add_months(date(year, 1, 1), first - 1)
    return Span(start, add_months(start, count) - timedelta(1), unit)


def month(year: int, number: int) -> Span:
    """One whole month."""
    return months(year, number, 1, Unit.MONTH)


def quarter(year: int, number: int) -> Span:
    """One whole quarter."""
    return months(year, 3 * number - 2, 3, Unit.QUARTER)


def half(year: int, number: int) -> Span:
    """One half of a year."""
    return months(year, 6 * number - 5, 6, Unit.HALF)


def whole_year(year: int) -> Span:
    """One whole year."""
    return months(year, 1, 12, Unit.YEAR)


def add_months(on: date, count: int) -> date:
    """The same day of the month `count` months later, or the month's last day (section 188 (3) BGB)."""
    years, index = divmod(on.year * 12 + on.month - 1 + count, 12)
    return date(years, index + 1, min(on.day, monthrange(years, index + 1)[1]))


def coming_weekday(said_on: date, weekday: int) -> date:
    """The nearest such day after `said_on`; a weekday named on that very weekday is the one in seven days."""
    return said_on + timedelta((weekday - said_on.weekday() - 1) % 7 + 1)


def part_of(span: Span, part: Part) -> Span:
    """The beginning, middle, end or half of a stretch."""
    pick = _PARTS.get((span.unit, part))
    if pick is not None:
        first, last = pick(span)
        return replace(span, first=first, last=last, unit=Unit.STRETCH)
    days = (span.last - span.first).days
    if part is Part.FIRST_HALF:
        return replace(span, last=span.first + timedelta(days // 2), unit=Unit.STRETCH)
    if part is Part.SECOND_HALF:
        return replace(span, first=span.first + timedelta(days // 2 + 1) if days else span.first, unit=Unit.STRETCH)
    third = max(days // 3, 0)
    if part is Part.START:
        return replace(span, last=span.first + timedelta(third), unit=Unit.STRETCH)
    if part is Part.END:
        return replace(span, first=span.last - timedelta(third), unit=Unit.STRETCH)
    return replace(span, first=span.first + timedelta(third), last=span.last - timedelta(third), unit=Unit.STRETCH)


def day_of_part(span: Span, part: Part) -> date:
    """The one day that "by the beginning, middle or end of" names (section 192 BGB for months)."""
    if part in (Part.END, Part.SECOND_HALF):
        return span.last
    if part is Part.START:
        return span.first
    if span.unit is Unit.MONTH:
        return span.first.replace(day=15)
    if span.unit is Unit.WEEK:
        return span.first + timedelta(WEDNESDAY)
    return span.first + (span.last - span.first) // 2


def _month_days(first: int, last: int | None) -> Callable[[Span], tuple[date, date]]:
    return lambda span: (span.first.replace(day=first), span.last if last is None else span.first.replace(day=last))


def _week_days(first: int, last: int) -> Callable[[Span], tuple[date, date]]:
    return lambda span: (span.first + timedelta(first), span.first + timedelta(last))


def _months_of(first: int, last: int) -> Callable[[Span], tuple[date, date]]:
    return lambda span: (add_months(span.first, first), add_months(span.first, last) - timedelta(1))


_PARTS: dict[tuple[Unit, Part], Callable[[Span], tuple[date, date]]] = {
    (Unit.WEEK, Part.START): _week_days(0, 1),
    (Unit.WEEK, Part.MIDDLE): _week_days(1, 3),
    (Unit.WEEK, Part.END): _week_days(3, 4),
    (Unit.WEEK, Part.FIRST_HALF): _week_days(0, 2),
    (Unit.WEEK, Part.SECOND_HALF): _week_days(2, 4),
    (Unit.MONTH, Part.START): _month_days(1, 10),
    (Unit.MONTH, Part.MIDDLE): _month_days(11, 20),
    (Unit.MONTH, Part.END): _month_days(21, None),
    (Unit.MONTH, Part.FIRST_HALF): _month_days(1, 15),
    (Unit.MONTH, Part.SECOND_HALF): _month_days(16, None),
    (Unit.QUARTER, Part.START): _months_of(0, 1),
    (Unit.QUARTER, Part.MIDDLE): _months_of(1, 2),
    (Unit.QUARTER, Part.END): _months_of(2, 3),
    (Unit.HALF, Part.START): _months_of(0, 2),
    (Unit.HALF, Part.MIDDLE): _months_of(2, 4),
    (Unit.HALF, Part.END): _months_of(4, 6),
    (Unit.YEAR, Part.START): _months_of(0, 2),
    (Unit.YEAR, Part.MIDDLE): _months_of(5, 7),
    (Unit.YEAR, Part.END): _months_of(10, 12),
    (Unit.YEAR, Part.FIRST_HALF): _months_of(0, 6),
    (Unit.YEAR, Part.SECOND_HALF): _months_of(6, 12),
}


@lru_cache(maxsize=64)
def days_off(country: str, year: int) -> frozenset[date]:
    """The holidays that hold in the whole country (the holidays library); regional ones are not known here."""
    from holidays import country_holidays  # noqa: PLC0415 - slow start: 0.25 s that most dates can do without

    subdivision = "ENG" if country == "GB" else None
    return frozenset(country_holidays(country, subdiv=subdivision, years=year))


def working_day(said_on: date, count: int, country: str, *, saturdays: bool = False) -> date:
    """The `count`th working day after a day, holidays of the country left out."""
    on, left = said_on, count
    while left > 0:
        on += timedelta(1)
        if on.weekday() < (SUNDAY if saturdays else SATURDAY) and on not in days_off(country, on.year):
            left -= 1
    return on
