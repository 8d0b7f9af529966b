"""Clock times and dates as transcripts write them."""

from __future__ import annotations

import re
from datetime import date

CLOCK = r"\d{1,3}:(?:\d{1,2}:\d{1,2}|\d{2})(?:[.,]\d{1,3})?"
"""A time from the beginning: 0:03, 00:12:05, 01:02:03.450."""

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?")
_NUMBERED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NAMED = re.compile(r"\b(\d{1,2})(?:\.|st|nd|rd|th)?\s+([A-Za-zäÄ]{3,9})\.?,?\s+(\d{4})\b")
_NAMED_US = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            ("januar", "january", "jan", "jänner"),
            ("februar", "february", "feb"),
            ("märz", "march", "mar", "mär", "mrz"),
            ("april", "apr"),
            ("mai", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("dezember", "december", "dez", "dec"),
        ),
        start=1,
    )
    for word in words
}


def seconds(clock: str) -> float | None:
    """Seconds of a clock time such as 0:03, 00:12:05 or 1:02:03,450; None where it is none."""
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        return None
    hours, minutes, rest, fraction = match.groups()
    parts = int(fraction.ljust(3, "0")) / 1000 if fraction else 0.0
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(rest) + parts


def first_date(text: str) -> date | None:
    """The first date in a line: 12.03.2026, 2026-03-12, 12. März 2026, March 12, 2026; None without one.

    Day before month where points separate them; dates with slashes are left alone, their order is not known.
    """
    for pattern, order in ((_ISO, "ymd"), (_NUMBERED, "dmy"), (_NAMED, "dmy"), (_NAMED_US, "mdy")):
        match = pattern.search(text)
        if match is not None:
            found = _made(dict(zip(order, match.groups(), strict=True)))
            if found is not None:
                return found
    return None


def _made(parts: dict[str, str]) -> date | None:
    month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS.get(parts["m"].lower(), 0)
    year = int(parts["y"])
    return day(year + 2000 if year < 100 else year, month, int(parts["d"]))


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None
