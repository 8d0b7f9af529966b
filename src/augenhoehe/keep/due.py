"""When something is due: the words of a promise and the days they mean. A date that cannot be resolved stays as it was
said."""

from __future__ import annotations

from datetime import date

from augenhoehe.keep.promises import Due
from augenhoehe.understand.dates.reading import read_date


def resolve(words: str, said_on: date | None, language: str) -> Due:
    """The days that `words` mean when said on a day; only the words where they cannot be resolved.

    `language` is "de" or "en"; anything else ("mixed", "unknown") tries both. With `said_on` None only dates with their
    year can be resolved. Half-open dates have one side: "vor dem 15." no `first`, "nach dem ersten Juli" no `last`.
    """
    reading = read_date(words, said_on, language)
    if reading is None:
        return Due(words)
    return Due(words, reading.first, reading.last, reading.ambiguous)
