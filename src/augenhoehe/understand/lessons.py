"""Lessons: what the network considered in a conversation, and what a person made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Marked, pair

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of a turn that may bear a kind; `usual` where it is likely enough to be proposed without any lesson.

    `odds` are the calibrated log-odds, `begins` those that a finding begins here, `rival` those of the likeliest other
    kind on the same words, `own` the plain ones of this kind; `pieces` is the length as the network counts.
    """

    kind: Kind
    turn: int
    start: int
    end: int
    usual: bool
    odds: float
    begins: float
    rival: float
    own: float
    pieces: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """One conversation that a person looked through to its end.

    `right[i]` tells whether `guesses[i]` is a finding for them; None where they were never asked. `kept` and `dropped`
    are words (see `plain`) that they let stand or added, and words that they rejected, each with its kind.
    """

    guesses: tuple[Guess, ...]
    right: tuple[bool | None, ...]
    kept: tuple[tuple[Kind, str], ...] = ()
    dropped: tuple[tuple[Kind, str], ...] = ()

    def __post_init__(self) -> None:
        if len(self.guesses) != len(self.right):
            raise ValueError("every guess needs its answer")


def lesson(guesses: Sequence[tuple[Guess, str]], kept: Sequence[Marked], dropped: Sequence[Marked]) -> Lesson:
    """The lesson of a conversation from its guesses (each with its quote), what stands in the end, and what fell.

    A usual guess that is in neither was not shown: it teaches nothing. One that is not usual and was not added is none,
    for the person read the words and let them pass.
    """
    marks = [Marked(guess.turn, guess.kind, quote) for guess, quote in guesses]
    stands = {id(mark) for _, mark in pair(kept, marks)}
    falls = {id(mark) for _, mark in pair(dropped, marks)}
    right = tuple(
        True if id(mark) in stands else False if id(mark) in falls or not guess.usual else None
        for (guess, _), mark in zip(guesses, marks, strict=True)
    )
    return Lesson(
        tuple(guess for guess, _ in guesses),
        right,
        tuple((mark.kind, plain(mark.quote)) for mark in kept),
        tuple((mark.kind, plain(mark.quote)) for mark in dropped),
    )


def plain(quote: str) -> str:
    """The words of a quote in lower case without signs: what makes two quotes the same words."""
    return " ".join(_WORD.findall(quote.lower()))
