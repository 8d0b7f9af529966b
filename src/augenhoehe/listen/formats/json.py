"""JSON: annotated conversations, Whisper and WhisperX segments, HubSpot utterances and their relatives.

Turn ids and texts of a conversation (`{"turns": [{"id", "speaker", "text", …}]}`) stay as they are; annotations are not
read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date

from augenhoehe.listen import sides
from augenhoehe.listen.format import Content, Source, Utterance
from augenhoehe.speech.conversation import Channel, Party, Role
from augenhoehe.speech.errors import InputRefusedError

_LISTS = (
    "turns",
    "segments",
    "utterances",
    "transcript",
    "transcription",
    "results",
    "monologues",
    "sentences",
    "messages",
)
_TEXTS = ("text", "transcript", "content", "sentence", "words", "message", "body")
_SPEAKERS = ("speaker", "speaker_name", "speakerName", "speaker_label", "name", "from", "participant", "author", "role")
_STARTS = ("start", "start_time", "startTime", "begin", "from", "start_timestamp")
_ENDS = ("end", "end_time", "endTime", "stop", "to", "end_timestamp")
_DEEPEST = 4


class Json:
    """Transcripts of programs, by the names of their fields."""

    name = "json"

    def likelihood(self, source: Source) -> float:
        """Sure for a file that calls itself JSON, a broken one too, and for a text that begins and ends like one."""
        text = source.text.strip()
        if text and source.name.lower().endswith(".json"):
            return 1.0
        if not text or text[0] not in "{[" or text[-1] not in "}]":
            return 0.0
        return 0.96 if any(f'"{name}"' in text for name in (*_LISTS, *_TEXTS)) else 0.0

    def read(self, source: Source) -> Content:
        """Read the turns. Raises InputRefusedError with the place of what cannot be used."""
        try:
            whole = json.loads(source.text)
        except (json.JSONDecodeError, RecursionError, ValueError) as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            raise InputRefusedError.of("listen.refused.json_broken", file=source.name, line=str(line)) from None
        items, where = _turns(whole)
        if items is None:
            raise InputRefusedError.of("listen.refused.json_shape", file=source.name)
        head: Mapping[str, object] = whole if isinstance(whole, Mapping) else {}
        turns = where == "turns"
        spoken = tuple(
            utterance
            for number, item in enumerate(items)
            if (utterance := _utterance(item, f"{where}[{number}]", source.name, turns)) is not None
        )
        if turns:
            _check_ids(spoken, source.name)
        stated = _language(head)
        identity = head.get("id")
        return Content(
            spoken,
            channel=_channel(head.get("channel")),
            people=_people(head, items),
            title=_words(head.get("title")),
            held_on=_date(head.get("date")),
            language=stated,
            id=str(identity) if isinstance(identity, str | int) and str(identity).strip() else None,
            verbatim=turns,
        )


def _turns(whole: object, depth: int = 0) -> tuple[Sequence[object] | None, str]:
    """The list of turns and the name it stands under."""
    if isinstance(whole, list):
        return (whole, "turns" if _are_turns(whole) else "") if _are_said(whole) else (None, "")
    if not isinstance(whole, Mapping) or depth > _DEEPEST:
        return None, ""
    for name in _LISTS:
        value = whole.get(name)
        if isinstance(value, list) and (_are_said(value) or (name == "turns" and not value)):
            return value, name
    for name in (*_LISTS, "data", "result", "conversation", "call"):
        value = whole.get(name)
        if isinstance(value, Mapping):
            found, where = _turns(value, depth + 1)
            if found is not None:
                return found, where
    if isinstance(whole.get("text"), str) and "segments" in whole:
        return [{"text": whole["text"]}], "text"
    return None, ""


def _are_said(items: Sequence[object]) -> bool:
    return bool(items) and any(
        isinstance(item, Mapping) and any(name in item for name in _TEXTS) for item in items[:20]
    )


def _are_turns(items: Sequence[object]) -> bool:
    first = items[0]
    return isinstance(first, Mapping) and {"id", "speaker", "text"} <= first.keys()


def _utterance(item: object, where: str, file: str, turns: bool) -> Utterance | None:
    if not isinstance(item, Mapping):
        raise InputRefusedError.of("listen.refused.json_turn", file=file, place=where)
    text = next((item[name] for name in _TEXTS if isinstance(item.get(name), str)), None)
    if text is None:
        raise InputRefusedError.of("listen.refused.json_text", file=file, place=where)
    text = _writable(text)
    if not text.strip() and not turns:
        return None
    start, end = _span(item)
    identity = item.get("id")
    number = identity if turns and isinstance(identity, int) and not isinstance(identity, bool) else None
    said_on = _date(item.get("said_on", item.get("date")))
    words = text if turns else text.strip()
    return Utterance(words, _speaker(item), start, end, whole=turns or said_on is not None, id=number, said_on=said_on)


def _writable(text: str) -> str:
    """Without what no database and no file can hold: NUL and halves of characters."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _speaker(item: Mapping[str, object]) -> str | None:
    for name in _SPEAKERS:
        value = item.get(name)
        if isinstance(value, Mapping):
            value = next((value[field] for field in ("name", "email", "id") if value.get(field)), None)
        if isinstance(value, int) and not isinstance(value, bool):
            return f"Speaker {value}" if abs(value) < 1_000_000 else None
        if isinstance(value, str) and value.strip():
            return " ".join(_writable(value).split())[:120] or None
    return None


def _span(item: Mapping[str, object]) -> tuple[float | None, float | None]:
    start = next((_number(item[name]) for name in _STARTS if _number(item.get(name)) is not None), None)
    end = next((_number(item[name]) for name in _ENDS if _number(item.get(name)) is not None), None)
    for name, value in item.items():
        folded = name.lower()
        if folded in {"starttimemillis", "start_ms", "startms", "offset_ms"}:
            start = _thousandth(value)
        if folded in {"endtimemillis", "end_ms", "endms"}:
            end = _thousandth(value)
    if start is not None and end is not None and "confidence" in item and _are_whole(item) and end - start >= 100:
        start, end = start / 1000, end / 1000  # AssemblyAI counts milliseconds
    if start is None or start < 0:
        return None, None
    return start, end if end is not None and end >= start else None


def _are_whole(item: Mapping[str, object]) -> bool:
    return isinstance(item.get("start"), int) and isinstance(item.get("end"), int)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int) and abs(value) > 10**12:
        return None
    return float(value) if math.isfinite(value) and abs(value) < 10**12 else None


def _thousandth(value: object) -> float | None:
    number = _number(value)
    return None if number is None else number / 1000


def _check_ids(spoken: Sequence[Utterance], file: str) -> None:
    seen: set[int] = set()
    for utterance in spoken:
        if utterance.id is not None and utterance.id in seen:
            raise InputRefusedError.of("listen.refused.json_id", file=file, id=str(utterance.id))
        if utterance.id is not None:
            seen.add(utterance.id)


def _people(head: Mapping[str, object], items: Sequence[object]) -> tuple[Party, ...]:
    roles: dict[str, Role] = {}
    stated = head.get("people")
    for person in stated if isinstance(stated, list) else []:
        if isinstance(person, Mapping) and isinstance(person.get("name"), str) and person["name"].strip():
            roles[" ".join(_writable(person["name"]).split())[:120]] = sides.side(_words(person.get("role")))
    for item in items:
        if not isinstance(item, Mapping):
            continue
        speaker = _speaker(item)
        role = sides.side(_words(item.get("role")))
        if speaker and role is not Role.UNKNOWN and roles.get(speaker, Role.UNKNOWN) is Role.UNKNOWN:
            roles[speaker] = role
    return tuple(Party(name, role) for name, role in roles.items())


def _words(value: object) -> str:
    return " ".join(_writable(value).split())[:300] if isinstance(value, str) else ""


def _channel(value: object) -> Channel:
    try:
        return Channel(_words(value))
    except ValueError:
        return Channel.UNKNOWN


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(_words(value)[:10])
    except ValueError:
        return None


def _language(head: Mapping[str, object]) -> str | None:
    for name in ("lang", "language", "languageCode"):
        value = _words(head.get(name)).lower()
        if value[:2] in {"de", "en"}:
            return value[:2]
        if value in {"german", "english", "mixed"}:
            return {"german": "de", "english": "en"}.get(value, value)
    return None
