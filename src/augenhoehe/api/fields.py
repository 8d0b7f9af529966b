"""Read fields of a hand-written file, each wrong one refused with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of a file: `file` and `place` ("conversations[2].") say where it stands."""

    file: str
    place: str
    values: Mapping[str, Any]

    def refuse(self, name: str, wanted: str) -> InputRefusedError:
        """The refusal of one field; `wanted` is the key of what should stand there."""
        return InputRefusedError.of(
            "api.case.field", file=self.file, field=self.place + name, wanted=Message.of(wanted)
        )

    def only(self, *known: str) -> None:
        """Refuse a field that nobody reads: it would be a slip of the pen that is silently lost."""
        for name in self.values:
            if name not in known:
                raise InputRefusedError.of(
                    "api.case.unknown_field", file=self.file, field=self.place + str(name), known=", ".join(known)
                )

    def text(self, name: str, default: str | None = "") -> str:
        """A text; required where the default is None."""
        value = self.values.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.refuse(name, "api.case.wanted_text")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where the field is missing."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.refuse(name, "api.case.wanted_texts")
        return tuple(value)

    def count(self, name: str) -> int | None:
        """A whole number from 1, None where the field is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        if type(value) is not int or value < 1:
            raise self.refuse(name, "api.case.wanted_count")
        return value

    def day(self, name: str) -> date | None:
        """A day as TOML has it or as ISO 8601 writes it, None where the field is missing."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if type(value) is date:
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.refuse(name, "api.case.wanted_day") from None

    def choice(self, name: str, kind: type[E], default: E | None) -> E:
        """One word of a closed list; required where the default is None."""
        value = self.values.get(name, default)
        try:
            return kind(value)
        except ValueError:
            raise InputRefusedError.of(
                "api.case.choice", file=self.file, field=self.place + name, choices=", ".join(kind)
            ) from None

    def money(self, name: str) -> Money | None:
        """`{amount = "12000", currency = "EUR"}` or a plain number in euros, None where the field is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        amount, currency = (
            (value.get("amount"), value.get("currency", "EUR")) if isinstance(value, dict) else (value, "EUR")
        )
        if isinstance(amount, bool) or not isinstance(amount, str | int | float):
            raise self.refuse(name, "api.case.wanted_money")
        try:
            money = Money(Decimal(str(amount)), currency)
        except (InvalidOperation, ValueError, TypeError, AttributeError):
            raise self.refuse(name, "api.case.wanted_money") from None
        if money.amount < 0:
            raise self.refuse(name, "api.case.wanted_money")
        return money

    def table(self, name: str) -> Fields | None:
        """A table inside, None where the field is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.refuse(name, "api.case.wanted_table")
        return Fields(self.file, f"{self.place}{name}.", value)

    def tables(self, name: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """A list of tables, each read by `read`; empty where the field is missing. Places count from 1."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.refuse(name, "api.case.wanted_tables")
        return tuple(
            read(Fields(self.file, f"{self.place}{name}[{number}].", each))
            for number, each in enumerate(value, start=1)
        )
