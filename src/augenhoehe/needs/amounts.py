"""Amounts of money out of spoken or written words: "20.000", "fünfzehntausend", "twelve grand", "anderthalbtausend".

An amount is found only where the words give it. A bare small number ("bei mir hört's bei fünf auf") is no amount: it
may mean five thousand or five people, and which one is for a person to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from augenhoehe.needs.lexicon import CURRENCY_WORDS
from augenhoehe.understand.topics import fold

_UNITS = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "einen": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "funf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "dreizehn": 13,
    "vierzehn": 14, "funfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundert": Decimal(100), "hundred": Decimal(100),
    "tausend": Decimal(1000), "thousand": Decimal(1000), "grand": Decimal(1000), "k": Decimal(1000),
    "tsd": Decimal(1000), "mille": Decimal(1000), "teuro": Decimal(1000), "riesen": Decimal(1000),
    "mio": Decimal(1_000_000), "million": Decimal(1_000_000), "millionen": Decimal(1_000_000), "m": Decimal(1_000_000),
}  # fmt: skip
_HALVES = {"anderthalb": Decimal("1.5"), "eineinhalb": Decimal("1.5")}
_ALIKE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_CURRENCY = "|".join(sorted((re.escape(word) for word in CURRENCY_WORDS), key=len, reverse=True))
_DIGITS = re.compile(
    rf"(?P<before>[€£$]|\b(?:chf|eur|usd|gbp)\b)?\s*"
    rf"(?P<number>\d{{1,3}}(?:[.,'’  ]\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?)(?:,-|,–|\.-)?"
    rf"\s*(?P<scale>tausend|tsd\.?|k|grand|thousand|million(?:en)?|mio\.?|mille|m(?=\b))?(?![\w.]*\d)"
    rf"\s*(?P<after>{_CURRENCY})?(?!\w)",
    re.IGNORECASE,
)
_NOT_MONEY = re.compile(
    r"^\s*(?:%|prozent|percent|uhr|o'clock|am\b|pm\b|mann|leute|people|personen|tage?n?\b|days?|wochen?|weeks?|stunden?|hours?|"
    r"monate?n?\b|months?|jahre?n?\b|years?|minuten?|minutes?|stück|plätze|arbeitsplätze|seats|users|nutzer|meter|cm|mm|kg|"
    r"\.\s*(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|\d)|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
_WORDY = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
LEAST_BARE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at its place; `currency` is None where the words name none."""

    value: Decimal
    currency: str | None
    start: int
    end: int


def number_word(word: str) -> Decimal | None:
    """The number a single German or English number word means, or None: "fünfzehntausend" → 15000, "twelve" → 12."""
    text = fold(word).translate(_ALIKE)
    if text in _HALVES:
        return _HALVES[text]
    if text in _UNITS:
        return Decimal(_UNITS[text])
    if text in _TENS:
        return Decimal(_TENS[text])
    return _composed(text)


def _composed(text: str) -> Decimal | None:
    """German numbers written in one word, by their largest scale first; None where any part is no number."""
    for scale, factor in (("millionen", 1_000_000), ("million", 1_000_000), ("tausend", 1000), ("hundert", 100)):
        if scale in text:
            left, _, right = text.partition(scale)
            right = right.removeprefix("und") if right not in ("", "und") else right
            many = Decimal(1) if not left else number_word(left)
            rest = Decimal(0) if not right else number_word(right)
            return None if many is None or rest is None else many * factor + rest
    if text.endswith("einhalb"):
        whole = number_word(text.removesuffix("einhalb").removesuffix("und"))
        return None if whole is None else whole + Decimal("0.5")
    unit, und, ten = text.partition("und")
    if und and unit in _UNITS and ten in _TENS:
        return Decimal(_TENS[ten] + _UNITS[unit])
    return None


def _digits(text: str) -> list[Amount]:
    found = []
    for hit in _DIGITS.finditer(text):
        if hit.start("number") and (text[hit.start("number") - 1].isalnum() or text[hit.start("number") - 1] in ".-"):
            continue
        value = _read_digits(hit.group("number"))
        scale = (hit.group("scale") or "").casefold().rstrip(".")
        currency = _currency(hit.group("before") or hit.group("after"))
        if scale == "m" and currency is None:
            continue
        if not scale and currency is None and (value < LEAST_BARE or _NOT_MONEY.match(text[hit.end("number") :])):
            continue
        if not scale and currency is None and _looks_like_year(hit.group("number"), text[: hit.start()]):
            continue
        end = max(hit.end(name) for name in ("number", "scale", "after"))
        start = hit.start("before") if hit.group("before") else hit.start("number")
        found.append(Amount(value * _SCALES.get(scale, Decimal(1)), currency, start, end))
    return found


def _looks_like_year(number: str, before: str) -> bool:
    return (
        number.isdigit()
        and 1990 <= int(number) <= 2099
        and not re.search(r"(?:über|unter|mehr als|maximal|over|under|up to|max\.?)\s*$", before)
    )


def _read_digits(number: str) -> Decimal:
    """Digits with thousands marks of either language: a last mark with one or two digits behind it is decimal."""
    last = max(number.rfind("."), number.rfind(","))
    plain = re.sub(r"[^\d]", "", number)
    if last >= 0 and len(number) - last - 1 in (1, 2):
        places = len(number) - last - 1
        return Decimal(f"{plain[:-places]}.{plain[-places:]}")
    return Decimal(plain)


def _currency(word: str | None) -> str | None:
    return CURRENCY_WORDS.get(word.casefold()) if word else None


def _spoken(text: str) -> list[Amount]:
    found = []
    for run in _WORDY.finditer(text):
        parts = [
            (p.group(), run.start() + p.start(), run.start() + p.end()) for p in re.finditer(r"[^\W\d_]+", run.group())
        ]
        at = 0
        while at < len(parts):
            value, used, sure = _run_of_numbers([word for word, _, _ in parts[at:]])
            if value is None:
                at += 1
                continue
            after = parts[at + used][0] if at + used < len(parts) else ""
            tail = text[parts[at + used - 1][2] :].lstrip()
            currency = _currency(after) or _currency(tail[:1])
            small = not sure and currency is None
            if not small and not (currency is None and _NOT_MONEY.match(" " + tail)):
                end = parts[at + used][2] if _currency(after) else parts[at + used - 1][2]
                found.append(Amount(value, currency, parts[at][1], end))
            at += used
    return found


def _run_of_numbers(row: list[str]) -> tuple[Decimal | None, int, bool]:
    """The number at the start of a row of words, how many words it takes, whether it is surely of a money's size."""
    folded = [fold(word) for word in row]
    total, sure = Decimal(0), False
    current, at = _opening_half(folded)
    used = at
    while at < len(row):
        text = folded[at]
        if current is not None and folded[at : at + 3] == ["and", "a", "half"]:
            current += Decimal("0.5")
            at = used = at + 3
            continue
        if (
            text in ("and", "und")
            and current is not None
            and at + 1 < len(row)
            and number_word(row[at + 1]) is not None
        ):
            at += 1
            continue
        if text in _SCALES and text not in ("k", "m") and (current is not None or text in ("hundert", "tausend")):
            current = (current or Decimal(1)) * _SCALES[text]
            sure = True
            if _SCALES[text] >= 1000:
                total, current = total + current, Decimal(0)
            at = used = at + 1
            continue
        number = number_word(row[at])
        if number is None or not _fits(current, number):
            break
        current = (current or Decimal(0)) + number
        sure = sure or number >= LEAST_BARE
        at = used = at + 1
    value = None if current is None else total + current
    return (None, 0, False) if value is None or value == 0 else (value, used, sure)


def _opening_half(folded: list[str]) -> tuple[Decimal | None, int]:
    """Words before a scale ("a thousand", "half a million", "eine halbe Million"), and how many words it takes."""
    for opening, value in (
        (["half", "a"], "0.5"),
        (["a", "half"], "0.5"),
        (["eine", "halbe"], "0.5"),
        (["halbe"], "0.5"),
        (["a"], "1"),
    ):
        size = len(opening)
        if folded[:size] == opening and len(folded) > size and folded[size] in _SCALES:
            return Decimal(value), size
    return None, 0


def _fits(current: Decimal | None, number: Decimal) -> bool:
    """Whether a number word continues the number so far: "forty" + "two", "three hundred" + "fifty", never "five" +
    "six".
    """
    if current is None or current == 0:
        return True
    if current % 100 == 0:
        return number < 100
    return 20 <= current % 100 <= 90 and current % 10 == 0 and number < 10


def amounts(text: str) -> tuple[Amount, ...]:
    """All amounts of money the words give, in order. Overlapping readings keep the longer one."""
    every = sorted([*_digits(text), *_spoken(text)], key=lambda a: (a.start, -(a.end - a.start)))
    kept: list[Amount] = []
    for amount in every:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return tuple(kept)
