"""Check a file without working with it: a catalogue, a case or a conversation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from augenhoehe.advise.catalogue.bmecat import is_bmecat, read_bmecat
from augenhoehe.advise.catalogue.building import SCHEMA
from augenhoehe.advise.catalogue.complaints import CatalogueRefusedError
from augenhoehe.advise.catalogue.reading import ENDINGS, locate, read_catalogue
from augenhoehe.advise.catalogue.weak_spots import out_of_date
from augenhoehe.api.cases import is_case, read_case
from augenhoehe.api.shapes import GERMAN, Json
from augenhoehe.listen.decoding import decode
from augenhoehe.listen.reading import FORMATS, read_conversation
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import Voice


class Sort(StrEnum):
    """What a file is taken for."""

    CATALOGUE = "catalogue"
    CASE = "case"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds, what is wrong with it (then it cannot be used) and what is worth knowing about it."""

    file: str
    sort: Sort
    holds: tuple[Message, ...] = field(default=())
    errors: tuple[Message, ...] = field(default=())
    warnings: tuple[Message, ...] = field(default=())


def check(
    data: bytes, name: str, fetch: Callable[[str], bytes], *, sort: Sort | None = None, on: date | None = None
) -> Checked:
    """Check the bytes of a file; `sort` says what it is meant to be. Wrong content is in `errors`, never raised.

    `on` is the day for which a catalogue's dates are looked at; without it they are not.
    """
    sort = sort or sort_of(data, name)
    try:
        if sort is Sort.CATALOGUE:
            return _goods(data, name) if is_bmecat(data, name) else _catalogue(data, name, on)
        return _case(data, name, fetch) if sort is Sort.CASE else _conversation(data, name)
    except CatalogueRefusedError as refusal:
        warnings = tuple(each.message for each in refusal.complaints if each.warning)
        return Checked(name, sort, (), tuple(each.message for each in refusal.complaints if not each.warning), warnings)
    except InputRefusedError as refusal:
        return Checked(name, sort, (), (refusal.message,))


def sort_of(data: bytes, name: str) -> Sort:
    """What a file seems to be. A table is a conversation where its first row names a speaker and a text."""
    if is_case(name, data):
        return Sort.CASE
    if is_bmecat(data, name):
        return Sort.CATALOGUE
    other_json = name.casefold().endswith(".json") and SCHEMA.encode() not in data[:4096]
    if other_json or not name.casefold().endswith(ENDINGS):
        return Sort.CONVERSATION
    if name.casefold().endswith(".csv") and _names_speaker_and_text(data, name):
        return Sort.CONVERSATION
    return Sort.CATALOGUE


def _names_speaker_and_text(data: bytes, name: str) -> bool:
    try:
        # Without its ending, a table is recognised by its first row alone.
        source = replace(decode(data, name), name="")
    except InputRefusedError:
        return False
    return any(reader.likelihood(source) > 0 for reader in FORMATS if reader.name == "csv")


def _goods(data: bytes, name: str) -> Checked:
    """A wholesaler's file is goods, not yet a catalogue: that is said, and what would be left out of it."""
    goods = read_bmecat(data, name)
    holds = (
        Message.of("api.check.goods", articles=len(goods.articles), groups=len(goods.groups)),
        Message.of("catalogue.bmecat.convert", file=name),
    )
    return Checked(name, Sort.CATALOGUE, holds, (), tuple(each.message for each in goods.complaints))


def _catalogue(data: bytes, name: str, on: date | None) -> Checked:
    catalogue = read_catalogue(data, name)
    late = out_of_date(catalogue, locate(data, name), on) if on is not None else ()
    holds = Message.of(
        "api.check.catalogue",
        offers=len(catalogue.offers),
        needs=len(catalogue.needs),
        bundles=len(catalogue.bundles),
    )
    return Checked(name, Sort.CATALOGUE, (holds,), (), (*catalogue.warnings, *(each.message for each in late)))


def _case(data: bytes, name: str, fetch: Callable[[str], bytes]) -> Checked:
    case = read_case(data, name, fetch)
    holds = Message.of(
        "api.check.case", conversations=len(case.talks), findings=sum(len(talk.findings) for talk in case.talks)
    )
    return Checked(name, Sort.CASE, (holds,))


def _conversation(data: bytes, name: str) -> Checked:
    transcript = read_conversation(data, name)
    conversation = transcript.conversation
    holds = Message.of(
        "api.check.conversation",
        format=transcript.format,
        encoding=transcript.encoding,
        turns=len(conversation.turns),
        language=Message.of(f"api.language.{conversation.language}"),
    )
    sides = tuple(
        Message.of("api.check.person", name=each.name, side=Message.of(f"api.role.{each.role}"))
        for each in transcript.roles
    )
    return Checked(name, Sort.CONVERSATION, (holds, *sides), (), transcript.notes)


def check_shape(value: Checked, voice: Voice = GERMAN) -> Json:
    """`augenhoehe.check/1`: whether a file can be used, and every complaint."""

    def said(messages: Sequence[Message]) -> list[str]:
        return [voice.say(each) for each in messages]

    return {
        "schema": "augenhoehe.check/1",
        "voice": {"language": voice.language, "address": str(voice.address)},
        "file": value.file,
        "sort": str(value.sort),
        "usable": not value.errors,
        "holds": said(value.holds),
        "errors": said(value.errors),
        "warnings": said(value.warnings),
    }
