"""Say a message in German (Sie or du) or English.

The catalogue is written as one gettext file a room in each language (`locale/de/<room>.po`) and compiled into one
`locale/<language>/LC_MESSAGES/augenhoehe.mo` by `tools/messages.py`. The msgid is the key of the sentence, German and
English are both full texts. A German text that differs for du has a second entry with `msgctxt "du"`; without one, the
Sie text serves both. Placeholders are Python format fields: `{quote}`, `{price}`.

Two things a sentence can ask for in the catalogue, so that no room has to:

- `{loss:about}` says an amount as the estimate that it is, rounded and with "rund";
- an entry with `msgid_plural` has a singular (`msgstr[0]`) and a plural; the first number that the plural says decides,
  else the first that it is given.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Protocol, runtime_checkable

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "augenhoehe"
LANGUAGES = ("de", "en")
ABOUT = "about"
"""In a sentence, `{loss:about}` asks for an amount as an estimate."""
TELLING_DIGITS = 3
"""Digits of an estimate that still say something; the model behind it does not know more."""


class Address(StrEnum):
    """How German speaks to the reader."""

    SIE = "sie"
    DU = "du"


@runtime_checkable
class Sayable(Protocol):
    """A key with values, as `speech.messages.Message` is."""

    @property
    def key(self) -> str: ...
    @property
    def values(self) -> tuple[tuple[str, object], ...]: ...


@runtime_checkable
class Priced(Protocol):
    """An amount with its currency, as `speech.money.Money` is."""

    @property
    def amount(self) -> Decimal: ...
    @property
    def currency(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount that this module made of another."""

    amount: Decimal
    currency: str


class UnknownSentenceError(KeyError):
    """The catalogue of a language has no text for a key: a defect of the program, caught by the house tests."""


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.GNUTranslations:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


@lru_cache(maxsize=8192)
def _forms(language: str, context: str | None, key: str) -> tuple[str, str] | None:
    """Singular and plural of a sentence, the same text twice where it has but one; None where nobody wrote it."""
    sentences = _catalogue(language)
    if context is None:
        one, many, only = sentences.ngettext(key, key, 1), sentences.ngettext(key, key, 2), sentences.gettext(key)
    else:
        one, many = sentences.npgettext(context, key, key, 1), sentences.npgettext(context, key, key, 2)
        only = sentences.pgettext(context, key)
    if many != key:
        return one, many
    return None if only == key else (only, only)


def _counted(template: str, values: Mapping[str, object]) -> object:
    """The first number that a sentence says, else the first it was given; None where there is none."""
    said = [values.get(name or "") for _, name, _, _ in Formatter().parse(template)]
    return next((value for value in (*said, *values.values()) if isinstance(value, int | float | Decimal)), None)


class _Saying(Formatter):
    """Fills a sentence with values as a voice says them."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == ABOUT:
            return self.voice.about(value)
        return format(self.voice.word(value), format_spec)


@dataclass(frozen=True, slots=True)
class Voice:
    """A language and, in German, how it speaks to the reader."""

    language: str = "de"
    address: Address = Address.SIE

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"no such language: {self.language!r} (there are {', '.join(LANGUAGES)})")

    def say(self, message: Sayable) -> str:
        """The sentence in this voice, with money, dates and numbers written as the language writes them."""
        return self.text(message.key, **dict(message.values))

    def text(self, key: str, /, **values: object) -> str:
        """The sentence `key` with its values. Raises UnknownSentenceError for a key nobody wrote."""
        template = self._template(key, values)
        return _Saying(self).vformat(template, (), values) if values else template

    def _template(self, key: str, values: Mapping[str, object]) -> str:
        forms = _forms(self.language, "du", key) if self.address is Address.DU else None
        forms = forms or _forms(self.language, None, key)
        if forms is None:
            raise UnknownSentenceError(f"{key} ({self.language})")
        one, many = forms
        return one if one != many and _counted(many, values) == 1 else many

    def word(self, value: object) -> str:
        """One value as the language writes it: a sentence, money, a date, a number or plain text."""
        if isinstance(value, str):
            return value
        if isinstance(value, Sayable):
            return self.say(value)
        if isinstance(value, Priced):
            return self.money(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, bool) or value is None:
            raise TypeError(f"no wording for {value!r}")
        if isinstance(value, int | float | Decimal):
            return self.number(value)
        raise TypeError(f"no wording for a {type(value).__name__}")

    def money(self, value: Priced) -> str:
        """An amount with its currency; cents only where there are some."""
        from babel.core import Locale  # noqa: PLC0415 - slow start: 40 ms that `read` can do without
        from babel.numbers import format_currency, get_currency_symbol  # noqa: PLC0415 - slow start

        pattern = Locale.parse(self.language).currency_formats["standard"].pattern
        if value.amount == value.amount.to_integral_value():
            pattern = pattern.replace(".00", "")
        if get_currency_symbol(value.currency, locale=self.language)[-1].isalpha():
            # A code before the figure keeps its distance: CHF 12.50.
            pattern = pattern.replace("¤#", "¤\u00a0#")
        return format_currency(
            value.amount, value.currency, format=pattern, locale=self.language, currency_digits=False
        )

    def about(self, value: Priced) -> str:
        """An estimated amount: "rund 22.600 €", "about €22,600".

        At most three digits say something; from a hundred on nothing finer than tens, below it whole units. What is
        not nothing is never said as nothing.
        """
        size = abs(value.amount)
        if size == 0:
            return self.money(value)
        digits = TELLING_DIGITS if size >= 1000 else 2 if size >= 10 else 1
        rounded = max(Context(prec=digits, rounding=ROUND_HALF_UP).plus(size), Decimal(1))
        return self.text("wording.about", amount=_Amount(rounded.copy_sign(value.amount), value.currency))

    def number(self, value: int | float | Decimal) -> str:
        """A number with the language's separators, at most two decimals."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - slow start

        return format_decimal(value, format="#,##0.##", locale=self.language)

    def percent(self, share: float) -> str:
        """A share (0 to 1) in whole percent."""
        from babel.numbers import format_percent  # noqa: PLC0415 - slow start

        return format_percent(share, format="#,##0\u00a0%" if self.language == "de" else "#,##0%", locale=self.language)

    def date(self, value: date) -> str:
        """A date in the language's medium form: 3. Nov. 2026, Nov 3, 2026 (British order: 3 Nov 2026)."""
        from babel.dates import format_date  # noqa: PLC0415 - slow start

        return format_date(value, format="d. MMM y" if self.language == "de" else "d MMM y", locale=self.language)

    def listing(self, items: Iterable[str]) -> str:
        """Words in a row: "a, b und c"."""
        from babel.lists import format_list  # noqa: PLC0415 - slow start

        return format_list(list(items), locale=self.language)

    def quoted(self, words: str) -> str:
        """Words between the language's own quotation marks."""
        return f"„{words}“" if self.language == "de" else f"“{words}”"
