"""Make days of the words that say a date: one reader for each way of saying it in `date_rules`.

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

from dateutil.easter import easter

from augenhoehe.keep.date_said import NotADateError, Said, matched
from augenhoehe.keep.date_words import Step, Which
from augenhoehe.keep.spans import (
    FRIDAY,
    SUNDAY,
    Part,
    Span,
    Unit,
    add_months,
    calendar_week,
    coming_weekday,
    day,
    either,
    half,
    month,
    part_of,
    quarter,
    week,
    weekend,
    whole_year,
    working_day,
)

MOST_WORKING_DAYS = 250
_MONTHS_IN = {Step.MONTH: 1, Step.QUARTER: 3, Step.HALF: 6, Step.YEAR: 12}
_ABOUT = {Step.DAY: 1, Step.WEEK: 3, Step.FORTNIGHT: 3, Step.MONTH: 7, Step.QUARTER: 14, Step.HALF: 21, Step.YEAR: 31}
_WEEK_UNITS = ("woche", "wochen", "kalenderwoche", "week", "w")


def _next(made: Callable[[int], Span], said: Said) -> Span:
    """The stretch in the year that was said, or in the next year in which it is not over."""
    if said.year is not None:
        return made(said.year)
    this_year = made(said.day_said.year)
    return this_year if this_year.last >= said.day_said else made(said.day_said.year + 1)


def _iso(said: Said) -> Span:
    return day(date(int(said.get("year") or 0), int(said.get("month") or 0), said.day))


def _numeric(said: Said) -> Span:
    number = int(said.get("month") or 0)
    return _next(lambda year: day(date(year, number, said.day)), said)


def _slashed(said: Said) -> Span:
    one, other = said.day, int(said.get("month") or 0)
    days = [_in_month(said, on, number) for on, number in ((one, other), (other, one)) if 1 <= number <= 12]
    if not days:
        raise NotADateError
    return either(*days)


def _in_month(said: Said, on: int, number: int) -> date:
    return _next(lambda year: day(date(year, number, on)), said).first


def _day_of_month(said: Said) -> Span:
    return _next(lambda year: day(date(year, said.month, said.day)), said)


def _days_of_month(said: Said) -> Span:
    last = int(said.get("last") or 0)
    return _next(lambda year: Span(date(year, said.month, said.day), date(year, said.month, last), Unit.STRETCH), said)


def _weekday_of_month(said: Said) -> Span:
    def made(year: int) -> Span:
        first = date(year, said.month, 1)
        on = first + timedelta((said.weekday() - first.weekday()) % 7 + 7 * (said.ordinal - 1))
        if on.month != said.month:
            raise ValueError(f"{said.hit.group()}: no such day")
        return day(on)

    return _next(made, said)


def _week_of_month(said: Said) -> Span:
    def made(year: int) -> Span:
        whole = month(year, said.month)
        if said.ordinal == -1:
            return replace(whole, first=whole.last - timedelta(6), unit=Unit.STRETCH, ambiguous=True)
        start = date(year, said.month, 7 * (said.ordinal - 1) + 1)
        monday = start + timedelta(-start.weekday() % 7)
        first = min(week(start).first, monday) if said.ordinal > 1 else start
        return Span(first, max(week(start).last, monday + timedelta(FRIDAY)), Unit.STRETCH, ambiguous=first != monday)

    return _next(made, said)


def _half_of_month(said: Said) -> Span:
    part = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF}.get(said.ordinal)
    if part is None:
        raise NotADateError
    return _next(lambda year: part_of(month(year, said.month), part), said)


def _calendar_week(said: Said) -> Span:
    number = int(said.get("week") or 0)
    if said.year is not None:
        return calendar_week(number, said.year)
    year = said.day_said.isocalendar().year
    this_year = calendar_week(number, year)
    return this_year if this_year.last >= said.day_said else calendar_week(number, year + 1)


def _counted(said: Said, most: int) -> int:
    digits = said.get("count")
    number = int(digits) if digits else said.ordinal
    number = most if number == -1 else number
    if not 1 <= number <= most:
        raise NotADateError
    return number


def _quarter(said: Said) -> Span:
    return _next(lambda year: quarter(year, _counted(said, 4)), said)


def _half_year(said: Said) -> Span:
    return _next(lambda year: half(year, _counted(said, 2)), said)


def _weekday_of_week(said: Said) -> Span:
    weeks = {Which.THIS: 0, Which.COMING: 1, Which.NEXT: 1, Which.AFTER_NEXT: 2}[said.which or Which.THIS]
    return day(week(said.day_said).first + timedelta(7 * weeks + said.weekday()))


def _weekday_after(said: Said) -> Span:
    nearest = coming_weekday(said.day_said, said.weekday())
    same_day = nearest - said.day_said == timedelta(7)
    later = [
        _after(start, 1 if said.number() is None else said.number() or 0, said) for start in (nearest, said.day_said)
    ]
    if later[0].unit is not Unit.DAY:
        raise NotADateError
    return either(later[0].first, later[1].first) if same_day else later[0]


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
    count = said.number()
    if count == 8 and said.step is Step.DAY:
        count = 7
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
    if said.get("about") and said.get("about") != "gut":
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
    part = {"anfang": Part.START, "mitte": Part.MIDDLE}.get(said.get("edge") or "", Part.END)
    whole = _whole(said.get("unit") or "", Which.THIS, replace(said, part=part))
    span = part_of(whole, part)
    if span.last < said.day_said:
        span = part_of(_whole(said.get("unit") or "", Which.NEXT, replace(said, part=part)), part)
    return span if part is not Part.END else replace(span, first=span.last, unit=Unit.DAY)


def _which_weekend(said: Said) -> Span:
    this = weekend(said.day_said)
    if said.which is Which.NEXT:
        return Span(this.first, this.last + timedelta(7), Unit.WEEKEND, ambiguous=True)
    if said.which is Which.AFTER_NEXT:
        return this.shifted(14)
    return this if said.day_said <= this.first or said.which is Which.THIS else this.shifted(7)


def _which_month(said: Said) -> Span:
    nearest = _next(lambda year: month(year, said.month), said)
    if said.which is Which.NEXT and nearest.first.year == said.day_said.year:
        return replace(nearest, last=month(nearest.first.year + 1, said.month).last, ambiguous=True, unit=Unit.STRETCH)
    return nearest


def _month(said: Said) -> Span:
    return _next(lambda year: month(year, said.month), said)


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


def _between_years(said: Said) -> Span:
    return _next(lambda year: Span(date(year, 12, 27), date(year, 12, 30), Unit.STRETCH), said)


_FEASTS: Mapping[str, Callable[[int], Span]] = {
    "christmas": lambda year: Span(date(year, 12, 24), date(year, 12, 26), Unit.FEAST),
    "new_years_eve": lambda year: day(date(year, 12, 31)),
    "new_year": lambda year: day(date(year, 1, 1)),
    "turn_of_year": lambda year: Span(date(year, 12, 31), date(year + 1, 1, 1), Unit.FEAST),
    "easter": lambda year: Span(easter(year) - timedelta(2), easter(year) + timedelta(1), Unit.FEAST),
    "pentecost": lambda year: Span(easter(year) + timedelta(49), easter(year) + timedelta(50), Unit.FEAST),
}


def _feast(said: Said) -> Span:
    name = matched(said.words.feasts, said.get("feast"))
    if name is None:
        raise NotADateError
    return _next(_FEASTS[name], said)


def _year(said: Said) -> Span:
    return whole_year(said.year or 0)


def _today(said: Said) -> Span:
    return day(said.day_said)


READERS: Mapping[str, Callable[[Said], Span]] = {
    "iso": _iso,
    "numeric": _numeric,
    "slashed": _slashed,
    "day_of_month": _day_of_month,
    "days_of_month": _days_of_month,
    "weekday_of_month": _weekday_of_month,
    "week_of_month": _week_of_month,
    "half_of_month": _half_of_month,
    "calendar_week": _calendar_week,
    "quarter": _quarter,
    "half_year": _half_year,
    "weekday_of_week": _weekday_of_week,
    "weekday_after": _weekday_after,
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
    "couple": _couple,
    "compound": _compound,
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
