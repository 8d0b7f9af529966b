"""The last day that the words of a limit allow: "bis März", "vor dem 1. September", "bis 1.9.", "Ende zweites
Quartal".

A limit shuts offers out, so the most generous reading counts: "bis März" and "before the audit in March" both allow 31
March, only "vor März" ends on the last of February. The year is the next one in which the day lies on or after the day
of the conversation; without that day there is no year, hence no date. Words that give no day ("im Herbst", "bald")
give none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from augenhoehe.needs.amounts import number_word
from augenhoehe.needs.lexicon import MONTHS

_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS if len(name) > 2), key=len, reverse=True))
_NUMERIC = re.compile(r"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.(?:\s?(?P<year>20\d\d|\d\d)\b)?")
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b")
_DAY_MONTH = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d)(?:\.|st|nd|rd|th)?|(?P<word>(?:[^\W\d_]+-)?[^\W\d_]+(?:ten|ter|te|sten|ste|st|nd|rd|th)))\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*(?:uhr|h\b))(?:,?\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    r"(?P<part>\b(?:anfang|mitte|ende|early|mid|late|(?:the )?(?:start|middle|end) of)[\s-]+)?"
    rf"\b(?P<month>{_MONTH})\b(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:q(?P<q>[1-4])|(?P<word>erste[sn]?|zweite[sn]?|dritte[sn]?|vierte[sn]?|first|second|third|fourth|last)\s+(?:quartal|quarter))\b",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    r"\b(?:jahresende|ende (?:des|vom|dieses) jahres?|(?:the )?end of (?:the|this) year|year[- ]end)\b", re.I
)
_WEEK = re.compile(r"\b(?:kw|kalenderwoche)\s*(?P<week>\d{1,2})\b", re.IGNORECASE)
_QUARTER_WORDS = {"erst": 1, "zwei": 2, "drit": 3, "vier": 4, "firs": 1, "seco": 2, "thir": 3, "four": 4, "last": 4}
_BEFORE = re.compile(r"\b(?:vor|before)(?:\s+(?:dem|den|der|the))?\s*$", re.IGNORECASE)
_ORDINALS = {
    "ersten": 1, "erster": 1, "erste": 1, "dritten": 3, "dritter": 3, "dritte": 3, "siebten": 7, "siebter": 7,
    "achten": 8, "achter": 8, "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_LAST_DAY_OF_PART = {"anfang": 10, "early": 10, "start": 10, "mitte": 20, "mid": 20, "middle": 20}


def last_day(text: str, said_on: date | None) -> date | None:
    """The last day the words allow, or None where they give no day or nobody knows when they were said."""
    if said_on is None:
        return None
    for reading in (_iso, _numeric, _named_day, _quarter, _month, _week, _year_end):
        day = reading(text, said_on)
        if day is not None:
            return day
    return None


def _made(year: int | None, month: int, day: int, said_on: date) -> date | None:
    """The date, in the next year it lies ahead where no year was said; None for days that do not exist."""
    try:
        if year is not None:
            return date(year if year > 99 else 2000 + year, month, day)
        made = date(said_on.year, month, day)
        return made if made >= said_on else date(said_on.year + 1, month, day)
    except ValueError:
        return None


def _shifted(day: date | None, text: str, start: int) -> date | None:
    return day - timedelta(days=1) if day is not None and _BEFORE.search(text[:start]) else day


def _iso(text: str, said_on: date) -> date | None:
    hit = _ISO.search(text)
    if not hit:
        return None
    return _shifted(_made(int(hit["year"]), int(hit["month"]), int(hit["day"]), said_on), text, hit.start())


def _numeric(text: str, said_on: date) -> date | None:
    hit = _NUMERIC.search(text)
    if not hit:
        return None
    year = int(hit["year"]) if hit["year"] else None
    return _shifted(_made(year, int(hit["month"]), int(hit["day"]), said_on), text, hit.start())


def _ordinal(word: str) -> int | None:
    word = word.casefold()
    if word in _ORDINALS:
        return _ORDINALS[word]
    tens, hyphen, unit = word.partition("-")
    if hyphen:
        many, few = number_word(tens), _ordinal(unit)
        return int(many) + few if many in (20, 30) and few is not None and few < 10 else None
    for ending in ("sten", "ster", "ste", "ten", "ter", "te", "th"):
        if word.endswith(ending):
            number = number_word(word.removesuffix(ending))
            if number is not None and 1 <= number <= 31:
                return int(number)
    return None


def _named_day(text: str, said_on: date) -> date | None:
    for hit in _DAY_MONTH.finditer(text):
        day = int(hit["day"]) if hit["day"] else _ordinal(hit["word"])
        if day:
            year = int(hit["year"]) if hit["year"] else None
            return _shifted(_made(year, MONTHS[hit["month"].casefold()], day, said_on), text, hit.start())
    english = _MONTH_DAY.search(text)
    if english and not english["month"].islower():
        year = int(english["year"]) if english["year"] else None
        month = MONTHS[english["month"].casefold()]
        return _shifted(_made(year, month, int(english["day"]), said_on), text, english.start())
    return None


def _quarter(text: str, said_on: date) -> date | None:
    hit = _QUARTER.search(text)
    if not hit:
        return None
    quarter = int(hit["q"]) if hit["q"] else _QUARTER_WORDS[hit["word"][:4].casefold()]
    month = quarter * 3
    return _made(None, month, monthrange(said_on.year, month)[1], said_on)


def _month(text: str, said_on: date) -> date | None:
    for hit in _MONTH_ALONE.finditer(text):
        name = hit["month"]
        if name.casefold() in ("may", "march", "mai", "jan", "sun") and name.islower() and name.casefold() != "mai":
            continue
        month = MONTHS[name.casefold()]
        part = (hit["part"] or "").casefold().split()[-2:] or [""]
        words = [word for word in part if word in _LAST_DAY_OF_PART]
        year = int(hit["year"]) if hit["year"] else said_on.year
        ends = monthrange(year, month)[1]
        if _BEFORE.search(text[: hit.start()]) and not hit["part"]:
            first = _made(int(hit["year"]) if hit["year"] else None, month, 1, said_on)
            return first - timedelta(days=1) if first else None
        day = _LAST_DAY_OF_PART[words[0]] if words else ends
        return _made(int(hit["year"]) if hit["year"] else None, month, day, said_on)
    return None


def _week(text: str, said_on: date) -> date | None:
    hit = _WEEK.search(text)
    if not hit or not 1 <= int(hit["week"]) <= 53:
        return None
    try:
        friday = date.fromisocalendar(said_on.year, int(hit["week"]), 5)
        return friday if friday >= said_on else date.fromisocalendar(said_on.year + 1, int(hit["week"]), 5)
    except ValueError:
        return None


def _year_end(text: str, said_on: date) -> date | None:
    return date(said_on.year, 12, 31) if _YEAR_END.search(text) else None
