"""Make days of the words that say a date: one reader for each way of saying it in `rules`.

What is ambiguous in everyday speech stays so, and the span then holds every reading:

- "nächsten Freitag" and "next Friday", said before Friday of the same week, mean this week's Friday to some and next
  week's to others. "Kommenden", "diesen", "this" and "this coming" mean the nearest one.
- "in acht Tagen" is a week in everyday German and eight full days among merchants (section 359 HGB).
- "Werktage" holds Saturdays in law and not in most offices.
- "3/4" in English may be 3 April or March 4.
- "Freitag in einer Woche", said on a Friday, is in one or in two weeks.
- "die zweite Augustwoche" may be the week of the eighth or the second full week.

A weekday named on that very weekday is the one in seven days: for the day itself people say "heute". A day or month
without a year is the next one that is not over. Weak spots: regional holidays are not known, and seasons, school
holidays and "ein paar Tage" are left as words on purpose, since nobody said a day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from augenhoehe.understand.dates.calendar_dates import CALENDAR_READERS, day_of_month, in_next_year
from augenhoehe.understand.dates.feasts import FEASTS
from augenhoehe.understand.dates.said import NotADateError, Said, matched
from augenhoehe.understand.dates.spans import (
    SUNDAY,
    Part,
    Span,
    Unit,
    add_months,
    coming_weekday,
    day,
    either,
    month,
    part_of,
    quarter,
    week,
    weekend,
    whole_year,
    working_day,
)
from augenhoehe.understand.dates.words import Step, Which

MOST_WORKING_DAYS = 250
PARTS = {"anfang": Part.START, "mitte": Part.MIDDLE}
"""The part a compound names; every other one ("ende", "schluss") names the end."""

_MONTHS_IN = {Step.MONTH: 1, Step.QUARTER: 3, Step.HALF: 6, Step.YEAR: 12}
_ABOUT = {Step.DAY: 1, Step.WEEK: 3, Step.FORTNIGHT: 3, Step.MONTH: 7, Step.QUARTER: 14, Step.HALF: 21, Step.YEAR: 31}
_WEEK_UNITS = ("woche", "wochen", "kalenderwoche", "week", "w")


def _weekday_of_week(said: Said) -> Span:
    weeks = {Which.THIS: 0, Which.COMING: 1, Which.NEXT: 1, Which.AFTER_NEXT: 2}[said.which or Which.THIS]
    return day(week(said.day_said).first + timedelta(7 * weeks + said.weekday()))


def _weekday_after(said: Said) -> Span:
    nearest = coming_weekday(said.day_said, said.weekday())
    same_day = nearest - said.day_said == timedelta(7)
    count = _eight_days(said, said.number())
    later = [_after(start, 1 if count is None else count, said) for start in (nearest, said.day_said)]
    if later[0].unit is not Unit.DAY:
        raise NotADateError
    return either(later[0].first, later[1].first) if same_day else later[0]


def _eight_days(said: Said, count: int | None) -> int | None:
    """ "Heute in acht Tagen" and "Montag in acht Tagen" are a week."""
    return 7 if count == 8 and said.step is Step.DAY and said.words.country == "DE" else count


def _weekday_and_day(said: Said) -> Span:
    """ "Freitag, dem 13.": the next month in which both agree."""
    start = said.day_said.replace(day=1)
    for ahead in range(13):
        month_start = add_months(start, ahead)
        on = month_start + timedelta(said.day - 1)
        if on.month == month_start.month and on >= said.day_said and on.weekday() == said.weekday():
            return day(on)
    raise ValueError(f"{said.hit.group()}: no such day")


def _weekday_of_feast(said: Said) -> Span:
    feast = _feast(said)
    if said.get("order") in ("nach", "after"):
        return day(coming_weekday(feast.last, said.weekday()))
    return day(coming_weekday(feast.first - timedelta(8), said.weekday()))


def _weekday_then(said: Said) -> Span:
    about = _after(said.day_said, said.number() or 0, said).first
    return day(week(about).first + timedelta(said.weekday()))


def _weekday_or_weekday(said: Said) -> Span:
    one = coming_weekday(said.day_said, said.weekday())
    other = coming_weekday(said.day_said, said.weekday("other"))
    other = other if other >= one else other + timedelta(7)
    return Span(one, other, Unit.STRETCH)


def _near(said: Said) -> date:
    near = said.get("near") or ""
    if near in ("tomorrow", "tmrw", "the morn", "morgen", "morgn"):
        return said.day_said + timedelta(1)
    if near.endswith("morgen") or "after" in near:
        return said.day_said + timedelta(2)
    return said.day_said


def _near_day(said: Said) -> Span:
    return day(_near(said))


def _near_day_after(said: Said) -> Span:
    count = _eight_days(said, said.number())
    return _after(_near(said), 1 if count is None else count, said)


def _which_weekday(said: Said) -> Span:
    nearest = coming_weekday(said.day_said, said.weekday())
    same_week = week(nearest).first == week(said.day_said).first
    if said.which is Which.NEXT:
        return either(nearest, nearest + timedelta(7 if same_week else 0))
    if said.which is Which.AFTER_NEXT:
        return either(nearest + timedelta(7), nearest + timedelta(14 if same_week else 7))
    return day(nearest)


def _weekday(said: Said) -> Span:
    return day(coming_weekday(said.day_said, said.weekday()))


def _short_weekday(said: Said) -> Span:
    return day(coming_weekday(said.day_said, said.words.short_weekdays[said.get("short") or ""]))


def _after(start: date, count: int, said: Said) -> Span:
    """`count` steps after a day; working days and Werktage by the country's holidays."""
    step, country = said.step, said.words.country
    if step is Step.MINUTE:
        return day(start)
    if step is Step.HOUR:
        return day(start + timedelta(count // 24))
    if step in (Step.WORKING_DAY, Step.WORKING_DAY_OR_SATURDAY):
        if count > MOST_WORKING_DAYS:
            raise NotADateError
        offices = working_day(start, count, country)
        with_saturdays = step is Step.WORKING_DAY_OR_SATURDAY
        return either(offices, working_day(start, count, country, saturdays=True)) if with_saturdays else day(offices)
    if step in _MONTHS_IN:
        return day(add_months(start, count * _MONTHS_IN[step]))
    return day(start + timedelta(count * {Step.WEEK: 7, Step.FORTNIGHT: 14}.get(step, 1)))


def _in(said: Said) -> Span:
    count = said.number()
    count = 1 if count is None else count
    span = _after(said.day_said, count, said)
    if said.get("about") not in (None, "gut", "genau", "exakt"):
        pad = timedelta(_ABOUT.get(said.step, 1))
        return Span(max(span.first - pad, said.day_said), span.last + pad, Unit.STRETCH)
    if said.words.country == "DE" and said.step is Step.DAY and count == 8:
        return either(said.day_said + timedelta(7), said.day_said + timedelta(8))
    return span


def _in_range(said: Said) -> Span:
    spans = [_after(said.day_said, said.number(name) or 0, said) for name in ("number", "other")]
    return Span(spans[0].first, spans[1].last, Unit.STRETCH, any(span.ambiguous for span in spans))


def _within(said: Said) -> Span:
    span = _after(said.day_said, said.number() or 0, said)
    return Span(said.day_said, span.last, Unit.STRETCH, span.ambiguous)


def _within_range(said: Said) -> Span:
    return replace(_in_range(said), first=said.day_said)


def _half_more(said: Said) -> Span:
    """One and a half weeks are ten or eleven days, half a month fifteen days (section 189 BGB)."""
    on = said.day_said
    if said.step is Step.WEEK:
        return Span(on + timedelta(10), on + timedelta(11), Unit.STRETCH)
    if said.step is Step.DAY:
        return Span(on + timedelta(1), on + timedelta(2), Unit.STRETCH)
    if said.step is Step.MONTH:
        return day(add_months(on, 1) + timedelta(15))
    if said.step is Step.YEAR:
        return day(add_months(on, 18))
    raise NotADateError


def _couple(said: Said) -> Span:
    return either(_after(said.day_said, 2, said).first, _after(said.day_said, 3, said).last)


def _whole(unit: str, which: Which, said: Said) -> Span:
    """This, the coming or the next week, month, quarter or year. What remains of the present one starts today."""
    on = said.day_said
    ahead = {Which.THIS: 0, Which.COMING: 1, Which.NEXT: 1, Which.AFTER_NEXT: 2}[which]
    if unit in _WEEK_UNITS:
        span = week(on + timedelta(7 * ahead))
        if span.last < on:
            span = replace(span, last=span.first + timedelta(SUNDAY))
    elif unit.startswith("m"):
        span = month(add_months(on.replace(day=1), ahead).year, add_months(on.replace(day=1), ahead).month)
    elif unit.startswith("q"):
        start = add_months(on.replace(day=1), 3 * ahead)
        span = quarter(start.year, (start.month + 2) // 3)
    else:
        span = whole_year(on.year + ahead)
    return span if said.part or span.first >= on else replace(span, first=on)


def _which_step(said: Said) -> Span:
    return _whole(said.get("unit") or "", said.which or Which.THIS, said)


def _week_after_next(said: Said) -> Span:
    return _whole(said.get("unit") or "", Which.AFTER_NEXT, said)


def _bare_step(said: Said) -> Span:
    if said.part is None:
        raise NotADateError
    return _whole(said.get("unit") or "", Which.THIS, said)


def _bare_week(said: Said) -> Span:
    return _whole("woche", Which.THIS, said)


def _compound(said: Said) -> Span:
    """The whole stretch; `due` takes the part that the compound names ("Monatsende")."""
    unit, part = said.get("unit") or "", PARTS.get(said.get("edge") or "", Part.END)
    whole = _whole(unit, Which.THIS, replace(said, part=part))
    return whole if part_of(whole, part).last >= said.day_said else _whole(unit, Which.NEXT, replace(said, part=part))


def _last_day(said: Said) -> Span:
    return day(_whole(said.get("unit") or "", Which.THIS, said).last)


def _week_later(said: Said) -> Span:
    return _whole("woche", Which.NEXT, said)


def _week_of_day(said: Said) -> Span:
    return week(day_of_month(said).first)


def _new_year_time(said: Said) -> Span:
    return replace(part_of(whole_year(said.day_said.year + 1), Part.START), ambiguous=True)


def _which_weekend(said: Said) -> Span:
    this = weekend(said.day_said)
    if said.which is Which.NEXT:
        return Span(this.first, this.last + timedelta(7), Unit.WEEKEND, ambiguous=True)
    if said.which is Which.AFTER_NEXT:
        return this.shifted(14)
    return this if said.day_said <= this.first or said.which is Which.THIS else this.shifted(7)


def _which_month(said: Said) -> Span:
    nearest = in_next_year(lambda year: month(year, said.month), said)
    if said.which is Which.NEXT and nearest.first.year == said.day_said.year:
        return replace(nearest, last=month(nearest.first.year + 1, said.month).last, ambiguous=True, unit=Unit.STRETCH)
    return nearest


def _month(said: Said) -> Span:
    if said.year is None and said.is_another_word("month"):
        raise NotADateError
    return in_next_year(lambda year: month(year, said.month), said)


def _day_alone(said: Said) -> Span:
    number, start = said.day, said.day_said.replace(day=1)
    for ahead in range(3):
        try:
            on = add_months(start, ahead).replace(day=number)
        except ValueError:
            continue
        if on >= said.day_said:
            return day(on)
    raise NotADateError


def _first_day(said: Said) -> Span:
    return day(add_months(said.day_said.replace(day=1), 0 if said.day_said.day == 1 else 1))


def _around_day(said: Said) -> Span:
    on = _day_alone(said).first
    return Span(max(on - timedelta(3), said.day_said), on + timedelta(3), Unit.STRETCH)


def _day_of_which(said: Said) -> Span:
    return day(_whole("monat", said.which or Which.THIS, replace(said, part=Part.START)).first.replace(day=said.day))


def _between_years(said: Said) -> Span:
    return in_next_year(lambda year: Span(date(year, 12, 27), date(year, 12, 30), Unit.STRETCH), said)


def _feast(said: Said) -> Span:
    name = matched(said.words.feasts, said.get("feast"))
    if name is None or said.is_another_word("feast"):
        raise NotADateError
    return in_next_year(FEASTS[name], said)


def _year(said: Said) -> Span:
    return whole_year(said.year or 0)


def _today(said: Said) -> Span:
    return day(said.day_said)


READERS: Mapping[str, Callable[[Said], Span]] = {
    **CALENDAR_READERS,
    "weekday_of_week": _weekday_of_week,
    "weekday_after": _weekday_after,
    "weekday_and_day": _weekday_and_day,
    "weekday_of_feast": _weekday_of_feast,
    "weekday_then": _weekday_then,
    "weekday_or_weekday": _weekday_or_weekday,
    "near_day": _near_day,
    "near_day_after": _near_day_after,
    "which_weekday": _which_weekday,
    "weekday": _weekday,
    "short_weekday": _short_weekday,
    "within": _within,
    "within_range": _within_range,
    "after": _in,
    "after_range": _in_range,
    "half_more": _half_more,
    "couple": _couple,
    "compound": _compound,
    "first_day": _first_day,
    "last_day": _last_day,
    "around_day": _around_day,
    "day_of_which": _day_of_which,
    "week_later": _week_later,
    "week_of_day": _week_of_day,
    "new_year_time": _new_year_time,
    "which_weekend": _which_weekend,
    "which_step": _which_step,
    "week_after_next": _week_after_next,
    "which_month": _which_month,
    "month": _month,
    "day_alone": _day_alone,
    "bare_step": _bare_step,
    "bare_week": _bare_week,
    "between_years": _between_years,
    "feast": _feast,
    "year": _year,
    "now": _today,
    "clock": _today,
}
EXACT = frozenset({"iso", "numeric", "slashed", "day_of_month", "day_alone"})
"""Ways of saying one day of the calendar: a weekday named beside it must agree, else both are kept."""
