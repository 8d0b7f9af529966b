"""Feasts that people date things by, as days of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.easter import easter

from augenhoehe.understand.dates.spans import Span, Unit, day

FEASTS: Mapping[str, Callable[[int], Span]] = {
    "christmas": lambda year: Span(date(year, 12, 24), date(year, 12, 26), Unit.FEAST),
    "new_years_eve": lambda year: day(date(year, 12, 31)),
    "new_year": lambda year: day(date(year, 1, 1)),
    "turn_of_year": lambda year: Span(date(year, 12, 31), date(year + 1, 1, 1), Unit.FEAST),
    "easter": lambda year: Span(easter(year) - timedelta(2), easter(year) + timedelta(1), Unit.FEAST),
    "good_friday": lambda year: day(easter(year) - timedelta(2)),
    "easter_monday": lambda year: day(easter(year) + timedelta(1)),
    "ascension": lambda year: day(easter(year) + timedelta(39)),
    "whit_monday": lambda year: day(easter(year) + timedelta(50)),
    "pentecost": lambda year: Span(easter(year) + timedelta(49), easter(year) + timedelta(50), Unit.FEAST),
}
