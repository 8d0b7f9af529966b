"""Signs of success, and the later looks at what was advised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Use(StrEnum):
    """What became of something that was advised. Unknown stays unknown."""

    IN_USE = "in_use"
    PARTLY = "partly"
    SHELF = "shelf"
    GIVEN_BACK = "given_back"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SignOfSuccess:
    """By what the customer will see that it helped: their words, today's value and the hoped-for value where agreed."""

    words: str
    today: str = ""
    hoped: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A later look at one offer: planned for `on`; `use` and `words` once asked (`asked_on`)."""

    on: date
    offer: str = ""
    use: Use = Use.UNKNOWN
    words: str = ""
    asked_on: date | None = None
