"""The words that say one date, with the values their groups hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from augenhoehe.understand.dates.spans import Part
from augenhoehe.understand.dates.words import Step, Which, Words

Meaning = TypeVar("Meaning")


class NotADateError(Exception):
    """The words are said otherwise than the rule thought; another rule may read them."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words that say a date (`hit`), when they were said, and whether a part ("Ende") stands before them."""

    hit: re.Match[str]
    on: date | None
    words: Words
    part: Part | None

    def get(self, name: str) -> str | None:
        """The lower-case words of a group, None where the pattern has none or it did not match."""
        found = self.hit.groupdict().get(name)
        return re.sub(r"\s+", " ", found).lower() if found else None

    def is_another_word(self, name: str) -> bool:
        """Whether the words of a group are more likely something else here: "it may rain", "Jan says", "das steht
        fest"."""
        lead = self.words.doubtful.get(self.hit[name])
        if lead is None:
            return False
        text = self.hit.string
        if text.strip() == self.hit[name]:
            return False
        return not re.search(rf"\b(?:{lead})\W+$", text[: self.hit.start()], re.IGNORECASE)

    @property
    def day_said(self) -> date:
        """The day from which relative words count. Raises NotADateError where nobody knows it."""
        if self.on is None:
            raise NotADateError
        return self.on

    def number(self, name: str = "number") -> int | None:
        """A number in digits or words."""
        word = self.get(name)
        if word is None:
            return None
        return int(word) if word.isdecimal() else self.words.numbers.get(word)

    @property
    def year(self) -> int | None:
        """The year that was said, with two digits meaning this century."""
        said = self.get("year")
        return None if said is None else int(said) + (2000 if len(said) == 2 else 0)

    @property
    def day(self) -> int:
        """The day of the month that was said, in digits or as an ordinal."""
        digits = self.get("day")
        return int(digits) if digits else self.ordinal

    @property
    def ordinal(self) -> int:
        """ "ersten" → 1; a pattern's `final` ("letzte") → -1."""
        if self.get("final"):
            return -1
        word = self.get("ordinal")
        if word is None:
            raise NotADateError
        return self.words.ordinals[re.sub(f"{self.words.ordinal_ending}$", "", word)]

    @property
    def month(self) -> int:
        """The month that was named."""
        return self.words.months[self.get("month") or ""]

    def weekday(self, name: str = "weekday") -> int:
        """The weekday that was named, 0 for Monday."""
        return self.words.weekdays[self.get(name) or ""]

    @property
    def which(self) -> Which | None:
        """Which one of a row was meant."""
        if self.get("after_next"):
            return Which.AFTER_NEXT
        return matched(self.words.which, self.get("which"))

    @property
    def step(self) -> Step:
        """The unit that was counted in."""
        said = self.get("step") or ""
        found = matched(self.words.steps, said)
        if found is None:
            found = Step.HALF if said.startswith("halb") else Step.QUARTER
        return found


def matched(table: Mapping[str, Meaning], word: str | None) -> Meaning | None:
    """What the pattern that matches the whole word means; None where none does."""
    return next((value for pattern, value in table.items() if word and re.fullmatch(pattern, word, re.I)), None)
