"""The words dates are said with, German and English: weekdays, months, numbers, ordinals, units. Data."""

# ruff: noqa: E501 - tables read better in rows

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Which(StrEnum):
    """Which one of a row: "diesen", "kommenden", "nächsten", "übernächsten"."""

    THIS = "this"
    COMING = "coming"
    NEXT = "next"
    AFTER_NEXT = "after_next"


class Bound(StrEnum):
    """How a date bounds what is due."""

    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"


class Step(StrEnum):
    """The units one counts in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WORKING_DAY_OR_SATURDAY = "working_day_or_saturday"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Words:
    """The date words of a language; keys are lower case, those of `steps`, `which` and `feasts` are regular
    expressions.

    Ordinals are stems; `ordinal_ending` is a regular expression for what may stand behind them. `doubtful` are words,
    as written, that say a date only behind others (a regular expression): "in may", not "it may".
    """

    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    steps: Mapping[str, Step]
    which: Mapping[str, Which]
    feasts: Mapping[str, str]
    ordinal_ending: str
    country: str
    doubtful: Mapping[str, str]


_GERMAN_UNITS = "ein zwei drei vier fünf sechs sieben acht neun".split()
_GERMAN_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_GERMAN_TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80}
_GERMAN_ORDINAL_STEMS = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt "
    "siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst dreiundzwanzigst vierundzwanzigst "
    "fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst"
).split()
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_ENGLISH_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_ENGLISH_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


def _german_numbers() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate((*_GERMAN_UNITS, *_GERMAN_TEENS), 1)}
    for tens, value in (*_GERMAN_TENS.items(), ("neunzig", 90)):
        numbers[tens] = value
        numbers |= {f"{unit}und{tens}": value + ones for ones, unit in enumerate(_GERMAN_UNITS, 1)}
    numbers |= {word.replace("ß", "ss"): value for word, value in numbers.items()}
    return (
        numbers
        | dict.fromkeys(("eine", "einem", "einen", "einer", "eines", "'ner", "'nem", "ner", "nem"), 1)
        | {"zwo": 2}
    )


def _apart(hit: re.Match[str]) -> str:
    return " ".join(piece for piece in hit.groups() if piece)


def _german_ordinals() -> dict[str, int]:
    stems = {stem: value for value, stem in enumerate(_GERMAN_ORDINAL_STEMS, 1)}
    stems |= {stem.replace("ß", "ss"): value for stem, value in stems.items()} | {"siebent": 7}
    # Speech recognition writes long numbers apart: "neun und zwanzigsten", "fünf zehnten".
    stems |= {
        re.sub(r"^([^\W\d_]+?)(und)?(zehnt|(?:zwanzig|drei(?:ß|ss)ig)st)$", _apart, stem): value
        for stem, value in stems.items()
        if value > 12
    }
    return stems


def _english_numbers() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate(_ENGLISH_SMALL, 1)} | {"a": 1, "an": 1}
    for tens, value in _ENGLISH_TENS.items():
        numbers[tens] = value
        for ones, unit in enumerate(_ENGLISH_SMALL[:9], 1):
            numbers |= {f"{tens}-{unit}": value + ones, f"{tens} {unit}": value + ones}
    return numbers


def _english_ordinals() -> dict[str, int]:
    ordinals = {word: value for value, word in enumerate(_ENGLISH_ORDINALS, 1)}
    return ordinals | {word.replace("-", " "): value for word, value in ordinals.items()}


GERMAN = Words(
    weekdays={
        "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
    },
    short_weekdays={"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6},
    months={
        "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "maerz": 3, "april": 4, "mai": 5, "juni": 6, "juno": 6,
        "juli": 7, "julei": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12, "jan": 1, "feb": 2,
        "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11, "dez": 12,
    },
    numbers=_german_numbers(),
    ordinals=_german_ordinals(),
    steps={
        r"(?:minuten?|min)": Step.MINUTE,
        r"(?:stunden?|std)": Step.HOUR,
        r"(?:arbeits|banken?arbeits|geschäfts|geschaefts|büro)tage?n?": Step.WORKING_DAY,
        r"werktage?n?": Step.WORKING_DAY_OR_SATURDAY,
        r"(?:kalendertage?n?|tage?n?)": Step.DAY,
        r"(?:kalender)?wochen?": Step.WEEK,
        r"monate?n?s?": Step.MONTH,
        r"(?:quartale?n?s?|vierteljahre?n?)": Step.QUARTER,
        r"(?:halbjahre?n?|halbe[nms]?\s+jahre?)": Step.HALF,
        r"jahre?n?s?": Step.YEAR,
    },
    which={
        r"(?:(?:ü|ue)bern(?:ä|ae)chste[rnms]?)": Which.AFTER_NEXT,
        r"(?:n(?:ä|ae)chste[rnms]?|folgende[rnms]?)": Which.NEXT,
        r"(?:kommende[rnms]?)": Which.COMING,
        r"(?:diese[rnms]?|dies|laufende[rnms]?|heutige[rnms]?)": Which.THIS,
    },
    feasts={
        r"karfreitag": "good_friday",
        r"ostermontag": "easter_monday",
        r"(?:christi\s+)?himmelfahrt": "ascension",
        r"pfingstmontag": "whit_monday",
        r"weihnachten|weihnachtsfeiertagen?|heiligabend|fest": "christmas",
        r"silvester": "new_years_eve",
        r"neujahr": "new_year",
        r"jahreswechsel": "turn_of_year",
        r"ostern|osterfeiertagen?": "easter",
        r"pfingsten": "pentecost",
    },
    ordinal_ending=r"e[nrms]?",
    country="DE",
    doubtful=dict.fromkeys(("jan", "Jan"), r"im|bis|ab|seit|vor|nach|zum|anfang|mitte|ende|schluss|[0-3]?\d\.?")
    | {"fest": r"dem|das|zum|beim|vorm|nachm"},
)  # fmt: skip

ENGLISH = Words(
    weekdays={
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "tues": 1, "weds": 2,
        "thurs": 3, "thur": 3,
    },
    short_weekdays={"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6},
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
        "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
        "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    numbers=_english_numbers(),
    ordinals=_english_ordinals(),
    steps={
        r"(?:minutes?|mins?)": Step.MINUTE,
        r"(?:hours?|hrs?)": Step.HOUR,
        r"(?:working|business|work|office)[\s-]days?": Step.WORKING_DAY,
        r"(?:calendar\s+)?days?": Step.DAY,
        r"weeks?": Step.WEEK,
        r"fortnights?": Step.FORTNIGHT,
        r"months?": Step.MONTH,
        r"quarters?": Step.QUARTER,
        r"(?:half[\s-]years?|half\s+a\s+year)": Step.HALF,
        r"years?": Step.YEAR,
    },
    which={
        r"(?:next|following)": Which.NEXT,
        r"(?:coming|upcoming)": Which.COMING,
        r"(?:this\s+coming|this|current)": Which.THIS,
    },
    feasts={
        r"good\s+friday": "good_friday",
        r"easter\s+monday": "easter_monday",
        r"christmas|xmas": "christmas",
        r"new\s+year['’]?s\s+eve": "new_years_eve",
        r"(?:the\s+)?new\s+year(?:['’]?s(?:\s+day)?)?": "new_year",
        r"easter": "easter",
        r"whitsun|pentecost": "pentecost",
    },
    ordinal_ending="",
    country="GB",
    doubtful=dict.fromkeys(
        ("may", "May", "march", "mar", "jan", "Jan"),
        r"in|by|before|after|until|till?|from|since|of|for|this|next|early|mid|late|end|start|middle|beginning|through|to",
    ),
)  # fmt: skip
