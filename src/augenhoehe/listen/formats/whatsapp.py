"""WhatsApp exports, German and English: iPhone (`[12.03.26, 14:05:33] Name: …`), Android (`12.03.26, 14:05 - …`).

Messages of the program itself and left-out media are counted, not read. An iPhone exports a ZIP with the chat in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from augenhoehe.listen.decoding import BINARY, LARGEST, decode_text
from augenhoehe.listen.format import Content, Source, Utterance
from augenhoehe.speech.conversation import Channel
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
_DATE = r"(\d{1,4})([./-])(\d{1,2})[./-](\d{2,4})"
_TIME = r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[\s\u202f\u00a0]?([AaPp])\.?[\s\u202f\u00a0]?[Mm]\.?)?"
_START = re.compile(rf"^(?:\[{_DATE},?\s{_TIME}\]\s|{_DATE},?\s{_TIME}\s[-–]\s)(.*)$")
_PROGRAM = re.compile(
    r"Ende-zu-Ende-verschlüsselt|end-to-end encrypted|Sicherheitsnummer|security code|hat die Gruppe|"
    r"created (?:the )?group|"
    r"hat dich hinzugefügt|added you|hat den Betreff|changed the subject|hat die Nummer gewechselt|"
    r"changed (?:their|to)|"
    r"Verpasster (?:Sprach|Video)anruf|Missed (?:voice|video) call|^(?:Sprach|Video)anruf|^(?:Voice|Video) call",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"<(?:Medien ausgeschlossen|Media omitted|Anhang: [^<>]{1,200}|attached: [^<>]{1,200})>|"
    r"(?:Bild|Video|Audio|GIF|Sticker|Dokument|Kontaktkarte|Videonachricht) weggelassen|"
    r"(?:image|video|audio|GIF|sticker|document|Contact card|Video note) omitted|"
    r"[^\n]{1,200} \((?:Datei angehängt|file attached)\)|"
    r"Diese Nachricht wurde gelöscht\.?|This message was deleted\.?|Du hast diese Nachricht gelöscht\.?|"
    r"You deleted this message\.?|null",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<(?:Diese Nachricht wurde bearbeitet\.?|This message was edited)>")


@dataclass(slots=True)
class _Sent:
    date: tuple[int, str, int, int]
    clock: tuple[int, int, int, str]
    name: str
    lines: list[str] = field(default_factory=list)


class WhatsApp:
    """A chat as the telephone exports it; each message is a turn."""

    name = "whatsapp"

    def likelihood(self, source: Source) -> float:
        """Sure where the first lines begin with a date, a time and a name."""
        if source.encoding == BINARY:
            return 0.9 if b".txt" in source.data and b"word/" not in source.data else 0.0
        lines = [line.translate(_MARKS) for line in source.text[:20_000].split("\n") if line.strip()][:40]
        begun = sum(1 for line in lines if _START.match(line))
        if not lines or not begun or not _START.match(lines[0]):
            return 0.0
        return 0.97 if begun >= 2 or len(lines) == 1 else 0.7

    def read(self, source: Source) -> Content:
        """Read the messages. Raises InputRefusedError where none has a sender and words."""
        text = _unpacked(source) if source.encoding == BINARY else source.text
        messages, skipped = _messages(text)
        month_first = _month_first(messages)
        spoken: list[Utterance] = []
        first: datetime | None = None
        for message in messages:
            words = _words(message)
            if not words:
                skipped += 1
                continue
            when = _when(message, month_first)
            first = first or when
            since = (when - first).total_seconds() if when is not None and first is not None else None
            start = since if since is None or since >= 0 else None
            said_on = when.date() if when is not None else None
            spoken.append(Utterance(words, message.name, start, whole=True, said_on=said_on))
        if not spoken:
            raise InputRefusedError.of("listen.refused.no_chat", file=source.name)
        notes = (Message.of("listen.note.chat_skipped", messages=skipped),) if skipped else ()
        return Content(tuple(spoken), channel=Channel.CHAT, held_on=first.date() if first else None, notes=notes)


def _messages(text: str) -> tuple[list[_Sent], int]:
    """Messages with a sender, and how many the program wrote itself."""
    messages: list[_Sent] = []
    program = 0
    ignoring = False
    for raw in text.split("\n"):
        line = raw.translate(_MARKS)
        match = _START.match(line)
        if match is None:
            if messages and not ignoring:
                messages[-1].lines.append(line)
            continue
        groups = match.groups()
        parts = groups[:8] if groups[0] is not None else groups[8:16]
        name, colon, words = groups[16].partition(":")
        ignoring = not colon or len(name) > 60 or "„" in name or '"' in name or (words != "" and words[0] not in " \t")
        if ignoring or _PROGRAM.search(words[:200]):
            program += 1
            ignoring = True
            continue
        day, separator, month, year, hour, minute, second, half = parts
        sent = _Sent(
            (int(day), separator, int(month), int(year)),
            (int(hour), int(minute), int(second or 0), (half or "").lower()),
            " ".join(name.split()).removeprefix("~ "),
            [words.strip()],
        )
        messages.append(sent)
    return messages, program


def _words(message: _Sent) -> str:
    text = "\n".join(line.rstrip() for line in message.lines).strip()
    text = _EDITED.sub("", text)
    lines = [line for line in text.split("\n") if not _MEDIA.fullmatch(line.strip())]
    return "\n".join(lines).strip()


def _month_first(messages: Sequence[_Sent]) -> bool:
    """Whether 3/12/26 means March 12: told by a number above 12, by the order of the dates, else by am and pm."""
    slashed = [message for message in messages if message.date[1] == "/"]
    if not slashed or any(message.date[0] > 12 for message in slashed):
        return False
    if any(message.date[2] > 12 for message in slashed):
        return True
    if len({message.date for message in slashed}) > 1:
        rising = {order: _is_rising(slashed, order) for order in (False, True)}
        if rising[True] != rising[False]:
            return rising[True]
    return any(message.clock[3] for message in slashed)


def _is_rising(messages: Sequence[_Sent], month_first: bool) -> bool:
    days = [when for message in messages if (when := _when(message, month_first)) is not None]
    return all(first <= second for first, second in itertools.pairwise(days))


def _when(message: _Sent, month_first: bool) -> datetime | None:
    """Date and time as the telephone showed them; None where the calendar has no such day."""
    first, separator, second, third = message.date
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    if separator == "/" and month_first and first <= 31:
        month, day = first, second
    hour, minute, secs, half = message.clock
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        start = datetime(year + 2000 if year < 100 else year, month, day)  # noqa: DTZ001 - the telephone's own clock
        return start + timedelta(hours=hour, minutes=minute, seconds=secs)
    except (ValueError, OverflowError):
        return None


def _unpacked(source: Source) -> str:
    """The chat in the ZIP an iPhone exports, unpacked to the size limit."""
    import io  # noqa: PLC0415 - slow start
    import zipfile  # noqa: PLC0415 - slow start
    import zlib  # noqa: PLC0415 - slow start

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as container:
            names = [name for name in container.namelist() if name.lower().endswith(".txt") and "/" not in name]
            if len(names) != 1:
                raise InputRefusedError.of("listen.refused.container", file=source.name)
            with container.open(names[0]) as member:
                data = member.read(LARGEST + 1)
    except RuntimeError:
        raise InputRefusedError.of("listen.refused.protected", file=source.name) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        OverflowError,
        NotImplementedError,
        KeyError,
    ):
        raise InputRefusedError.of("listen.refused.container", file=source.name) from None
    if len(data) > LARGEST:
        raise InputRefusedError.of("listen.refused.unpacked", file=source.name, limit=LARGEST // (1024 * 1024))
    return decode_text(data, names[0])[0]
