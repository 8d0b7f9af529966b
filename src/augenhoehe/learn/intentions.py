"""One intention for the next talk with the same customer: shown before it, looked at after it. Private to its owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Kept(StrEnum):
    """What became of an intention, in one's own judgement."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Intention:
    """What I will do differently next time. `moment` is the id of the moment it came from, blank where it came from
    none; `id` is its keeper's, blank where nobody keeps it."""

    words: str
    made_on: date
    customer: str = ""
    moment: str = ""
    looked_at_on: date | None = None
    kept: Kept | None = None
    id: str = ""

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise ValueError("an intention has words")
        if (self.looked_at_on is None) != (self.kept is None):
            raise ValueError("an intention that was looked at says what became of it, and only such a one")


def for_next_talk(intentions: Iterable[Intention], customer: str) -> Intention | None:
    """The newest intention for a customer that has not been looked at; None where there is none."""
    waiting = [intention for intention in intentions if intention.customer == customer and intention.kept is None]
    return max(waiting, key=lambda intention: intention.made_on, default=None)


def looked_at(intention: Intention, on: date, kept: Kept) -> Intention:
    """The intention after the talk. Raises ValueError where the talk lies before the intention."""
    if on < intention.made_on:
        raise ValueError("an intention is looked at after it was made")
    return replace(intention, looked_at_on=on, kept=kept)
