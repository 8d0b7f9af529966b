"""Read a conversation from a file: decode it, find its format, make turns, propose who is who."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from augenhoehe.listen import language, roles, turns
from augenhoehe.listen.decoding import decode
from augenhoehe.listen.format import Content, Format, Source, Utterance
from augenhoehe.listen.formats import FORMATS
from augenhoehe.listen.transcript import RoleProposal, Transcript
from augenhoehe.speech.conversation import Conversation, Language, Party, Role, Turn
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

__all__ = ["FORMATS", "MOST_TURNS", "read_conversation"]

MOST_TURNS = 50_000
"""Turns of the longest conversation that is read."""
_SURE = 0.95
_LONGEST_NAME = 120
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")


def read_conversation(
    data: bytes,
    name: str,
    *,
    advisers: Sequence[str] = (),
    customers: Sequence[str] = (),
    format: str | None = None,
) -> Transcript:
    """The conversation in a file. `advisers` and `customers` are names, mail addresses or mail domains of either side.

    `name` gives the ending and is used in error messages; `format` is one of the names in `FORMATS`, or None to find
    it. Raises InputRefusedError with what is wrong, where, and what to do.
    """
    source = replace(decode(data, name), known=(*advisers, *customers))
    reader = _named(format, name) if format is not None else _likeliest(source)
    content = _tidied(reader.read(source))
    spoken = turns.join(content.utterances)
    if not spoken:
        raise InputRefusedError.of("listen.refused.no_words", file=name)
    if len(spoken) > MOST_TURNS:
        raise InputRefusedError.of("listen.refused.too_many_turns", file=name, turns=len(spoken), limit=MOST_TURNS)
    proposals, notes = roles.propose(_people(spoken, content), content.people, advisers, customers)
    conversation = _conversation(spoken, content, proposals, name)
    if "\ufffd" in source.text:
        notes = (Message.of("listen.note.damaged", count=source.text.count("\ufffd")), *notes)
    return Transcript(conversation, reader.name, source.encoding, proposals, (*content.notes, *notes))


def _named(format: str, file: str) -> Format:
    for reader in FORMATS:
        if reader.name == format:
            return reader
    names = ", ".join(reader.name for reader in FORMATS)
    raise InputRefusedError.of("listen.refused.format_unknown", file=file, format=format, known=names)


def _likeliest(source: Source) -> Format:
    """The format that is surest of the file; the first one where two are equally sure."""
    best: Format | None = None
    most = 0.0
    for reader in FORMATS:
        likelihood = reader.likelihood(source)
        if likelihood > most:
            best, most = reader, likelihood
        if most >= _SURE:
            break
    if best is None:
        raise InputRefusedError.of("listen.refused.container", file=source.name)
    return best


def _tidied(content: Content) -> Content:
    """Utterances with characters composed and white space tidied; empty ones left out, verbatim texts as they are."""
    kept = []
    for utterance in content.utterances:
        text = utterance.text if content.verbatim else _tidy(utterance.text)
        if not text.strip() and not content.verbatim:
            continue
        speaker = (
            " ".join(unicodedata.normalize("NFC", utterance.speaker).split())[:_LONGEST_NAME]
            if utterance.speaker
            else None
        )
        kept.append(replace(utterance, text=text, speaker=speaker or None))
    return replace(content, utterances=tuple(kept))


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\x00", ""))
    if "\n" not in text:
        return _SPACES.sub(" ", text).strip()
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _people(spoken: Sequence[Utterance], content: Content) -> list[roles.Spoken]:
    """Everybody who speaks or is listed by the file as taking part. Whoever is only mentioned is not among them."""
    texts: dict[str, list[str]] = {party.name: [] for party in content.people}
    for utterance in spoken:
        if utterance.speaker:
            texts.setdefault(utterance.speaker, []).append(utterance.text)
    addresses = dict(content.addresses)
    return [roles.Spoken(name, "\n".join(said), addresses.get(name, "")) for name, said in texts.items()]


def _conversation(
    spoken: Sequence[Utterance], content: Content, proposals: Sequence[RoleProposal], file: str
) -> Conversation:
    by_name = {proposal.name: proposal.role for proposal in proposals}
    return Conversation(
        id=content.id or _identity(file),
        language=_language(content, spoken),
        channel=content.channel,
        people=tuple(Party(proposal.name, proposal.role) for proposal in proposals),
        turns=_turns(spoken, by_name),
        title=content.title,
        held_on=content.held_on,
    )


def _turns(spoken: Sequence[Utterance], by_name: dict[str, Role]) -> tuple[Turn, ...]:
    """Turns numbered from 1, or with the source's own ids where all have one."""
    own = all(utterance.id is not None for utterance in spoken)
    made = []
    for number, utterance in enumerate(spoken, start=1):
        start, end = utterance.start, utterance.end
        if start is not None and start < 0:
            start = end = None
        if start is None or (end is not None and end < start):
            end = None
        made.append(
            Turn(
                id=utterance.id if own and utterance.id is not None else number,
                speaker=utterance.speaker or "",
                role=by_name.get(utterance.speaker or "", Role.UNKNOWN),
                text=utterance.text,
                start=start,
                end=end,
                said_on=utterance.said_on,
            )
        )
    return tuple(made)


def _language(content: Content, spoken: Sequence[Utterance]) -> Language:
    """What is spoken, by its words; what the file says where the words do not tell."""
    found = language.of_conversation(utterance.text for utterance in spoken)
    if found is Language.UNKNOWN and content.language in {"de", "en", "mixed"}:
        return Language(content.language)
    return found


def _identity(file: str) -> str:
    """The file's name without folders and ending, in characters that are safe anywhere."""
    stem = file.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", stem)).strip("-")[:80] or "conversation"
