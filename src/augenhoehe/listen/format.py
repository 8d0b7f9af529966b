"""The contract of a format: say how surely a file is of this format, and read it into utterances."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from augenhoehe.speech.conversation import Channel, Party
from augenhoehe.speech.messages import Message


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its name (for its ending and for error messages) and its bytes, with the text decoded once.

    `text` is the decoded text with line ends as \\n and without a byte order mark; empty for binary formats.
    `known` are names of people the caller gave: a word before a colon that is one of them is a speaker.
    """

    name: str
    data: bytes
    text: str
    encoding: str
    known: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said in one segment, before neighbouring segments are joined. `speaker` is None where unknown.

    `whole` says that the source itself ends the turn here (a chat message, a mail), so that it is never joined.
    `id` is set where the source numbers its turns, `said_on` where it gives each its own day.
    """

    text: str
    speaker: str | None = None
    start: float | None = None
    end: float | None = None
    whole: bool = False
    id: int | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a format found in a file. `people` carries roles only where the file itself states them.

    `addresses` maps names to mail addresses. `verbatim` keeps texts to the character (the source numbers its turns and
    others refer to them); otherwise white space is tidied.
    """

    utterances: tuple[Utterance, ...]
    channel: Channel = Channel.UNKNOWN
    people: tuple[Party, ...] = field(default=())
    title: str = ""
    held_on: date | None = None
    language: str | None = None
    id: str | None = None
    notes: tuple[Message, ...] = field(default=())
    addresses: tuple[tuple[str, str], ...] = field(default=())
    verbatim: bool = False


class Format(Protocol):
    """One format a file; registered by one line in `listen/formats/__init__.py`."""

    name: str

    def likelihood(self, source: Source) -> float:
        """How surely (0 to 1) this is the format of the file; 0 where reading it would fail. Never raises."""
        ...

    def read(self, source: Source) -> Content:
        """Read the file. Raises InputRefusedError with what, where and what to do; never anything else."""
        ...
