"""A sentence before it is said: a key of the wording catalogue and the values that fill it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Union

from augenhoehe.speech.money import Money

Value = Union[str, int, float, Decimal, date, Money, "Message"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence key with its values; `wording` turns it into German or English.

    Rooms never hold finished sentences: the same finding is read by a German adviser and an English one. A value may
    be a message itself (a reason inside a reason).
    """

    key: str
    values: tuple[tuple[str, Value], ...] = field(default=())

    @classmethod
    def of(cls, key: str, /, **values: Value) -> Message:
        """Build a message; values are kept in the order of their names so that equal messages are equal."""
        return cls(key, tuple(sorted(values.items())))

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        return iter(self.values)

    @property
    def by_name(self) -> Mapping[str, Value]:
        """The values by name."""
        return dict(self.values)
