"""Say a message in German (Sie or du) or English.

The catalogue is written as one gettext file a room in each language (`locale/de/<room>.po`) and compiled into one
`locale/<language>/LC_MESSAGES/augenhoehe.mo` by `tools/messages.py`. The msgid is the key of the sentence, German and
English are both full texts. A German text that differs for du has a second entry with `msgctxt "du"`; without one, the
Sie text serves both. Placeholders are Python format fields: `{quote}`, `{price}`.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Protocol, runtime_checkable

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "augenhoehe"
LANGUAGES = ("de", "en")


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


class UnknownSentenceError(KeyError):
    """The catalogue of a language has no text for a key: a defect of the program, caught by the house tests."""


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.GNUTranslations:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


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
        template = self._template(key)
        return template.format(**{name: self.word(value) for name, value in values.items()}) if values else template

    def _template(self, key: str) -> str:
        catalogue = _catalogue(self.language)
        if self.address is Address.DU:
            informal = catalogue.pgettext("du", key)
            if informal != key:
                return informal
        template = catalogue.gettext(key)
        if template == key:
            raise UnknownSentenceError(f"{key} ({self.language})")
        return template

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

    def number(self, value: int | float | Decimal) -> str:
        """A number with the language's separators, at most two decimals."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - slow start

        return format_decimal(value, format="#,##0.##", locale=self.language)

    def percent(self, share: float) -> str:
        """A share (0 to 1) in whole percent."""
        from babel.numbers import format_percent  # noqa: PLC0415 - slow start

        return format_percent(share, format="#,##0 %" if self.language == "de" else "#,##0%", locale=self.language)

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
