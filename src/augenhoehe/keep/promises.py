"""Promises: who owes what to whom by when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenhoehe.speech.evidence import Evidence


class Side(StrEnum):
    """Whose promise it is."""

    OURS = "ours"
    THEIRS = "theirs"


class PromiseState(StrEnum):
    """What became of a promise. Only a person says so; a passed date alone makes it `late`, never `broken`."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    RENEGOTIATED = "renegotiated"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: the words as said, and the range of days they mean (None where they cannot be resolved).

    `ambiguous` is true where the words have more than one reading; `first` and `last` then span all of them.
    """

    words: str
    first: date | None = None
    last: date | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. Who and when are never invented: `owner` is the speaker's name or blank, `due` None where not said.

    `what` are the words of the promise. `firm` is false where it was hedged ("ich versuche"), `condition` are the words
    it hangs on ("wenn die Daten da sind"), blank where it hangs on nothing.
    """

    id: str
    side: Side
    owner: str
    what: str
    due: Due | None
    firm: bool
    made_on: date | None
    state: PromiseState = PromiseState.OPEN
    evidence: Evidence | None = None
    settled_on: date | None = None
    note: str = ""
    condition: str = ""
