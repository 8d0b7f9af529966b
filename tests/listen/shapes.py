"""What tests of the room share: turns as (speaker, text) and files beside them."""

from __future__ import annotations

from pathlib import Path

from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.errors import InputRefusedError

FILES = Path(__file__).parent / "files"


def read_file(name: str) -> Transcript:
    """Read one of the files of the tests."""
    return read_conversation((FILES / name).read_bytes(), name)


def read_text(text: str, name: str = "talk.txt", **options: str) -> Transcript:
    """Read a text as a file."""
    return read_conversation(text.encode(), name, format=options.get("format"))


def said(transcript: Transcript) -> list[tuple[str, str]]:
    """Who said what."""
    return [(turn.speaker, turn.text) for turn in transcript.conversation.turns]


def timed(transcript: Transcript) -> list[tuple[str, float | None, float | None, str]]:
    """Who said what from when to when."""
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in transcript.conversation.turns]


def refusal(data: bytes, name: str = "talk.txt", format: str | None = None) -> str:
    """The key of the sentence with which a file is refused."""
    try:
        read_conversation(data, name, format=format)
    except InputRefusedError as error:
        return error.message.key
    return ""
