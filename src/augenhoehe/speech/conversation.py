"""A conversation: who took part and what was said, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """The side somebody speaks for. `UNKNOWN` is said as such and never guessed away."""

    ADVISER = "adviser"
    CUSTOMER = "customer"
    OTHER = "other"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """How people talked."""

    PHONE = "phone"
    MEETING = "meeting"
    VIDEO = "video"
    EMAIL = "email"
    CHAT = "chat"
    NOTES = "notes"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """The language of a conversation; `MIXED` where both carry a good part of it."""

    GERMAN = "de"
    ENGLISH = "en"
    MIXED = "mixed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part. The name is as it stands in the source ("Sprecher 1" included)."""

    name: str
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said in one go.

    `start` and `end` are seconds from the beginning, or None where the source has no times. `said_on` is the turn's own
    day where the source gives one, as mails and chats of several days do.
    """

    id: int
    speaker: str
    role: Role
    text: str
    start: float | None = None
    end: float | None = None
    said_on: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.start < 0:
            raise ValueError(f"turn {self.id} starts before the conversation: {self.start}")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"turn {self.id} ends before it starts: {self.start} > {self.end}")


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns in order, with the people who took part. Turn ids are unique within it."""

    id: str
    language: Language
    channel: Channel
    people: tuple[Party, ...]
    turns: tuple[Turn, ...]
    title: str = ""
    held_on: date | None = None

    def __post_init__(self) -> None:
        ids = [turn.id for turn in self.turns]
        if len(set(ids)) != len(ids):
            raise ValueError("turn ids must be unique within a conversation")

    def day_of(self, turn: Turn) -> date | None:
        """The day from which the words of a turn count their dates: its own, else the conversation's."""
        return turn.said_on or self.held_on

    def turn(self, turn_id: int) -> Turn:
        """The turn with this id. Raises KeyError where there is none."""
        for turn in self.turns:
            if turn.id == turn_id:
                return turn
        raise KeyError(turn_id)
