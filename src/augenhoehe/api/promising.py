"""The promises of one conversation, with their days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from augenhoehe.api.shapes import GERMAN, Json, conversation_shape, day, evidence_shape
from augenhoehe.keep.promises import Promise
from augenhoehe.keep.promising import promises_from
from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Conversation
from augenhoehe.understand.examining import examine
from augenhoehe.wording.saying import Voice


@dataclass(frozen=True, slots=True)
class Promised:
    """A conversation and what was promised in it, in the order it was said."""

    conversation: Conversation
    promises: tuple[Promise, ...]


def promises(
    data: bytes,
    name: str,
    *,
    advisers: Sequence[str] = (),
    customers: Sequence[str] = (),
    format: str | None = None,
    held_on: date | None = None,
) -> Promised:
    """The promises of a file; `held_on` is the day of the conversation where the file does not say it.

    Without a day, "bis Freitag" stays words. Raises InputRefusedError as `read` does.
    """
    conversation = read_conversation(data, name, advisers=advisers, customers=customers, format=format).conversation
    if held_on is not None:
        conversation = replace(conversation, held_on=held_on)
    return Promised(conversation, promises_from(conversation, examine(conversation)))


def promises_shape(value: Promised, voice: Voice = GERMAN) -> Json:
    """`augenhoehe.promises/1`: whose promise, what, by when; null where it was not said."""
    about = conversation_shape(value.conversation)
    return {
        "schema": "augenhoehe.promises/1",
        "voice": {"language": voice.language, "address": str(voice.address)},
        "conversation": {name: about[name] for name in ("id", "title", "date", "lang", "channel")},
        "promises": [_promise(each) for each in value.promises],
    }


def _promise(promise: Promise) -> Json:
    due = promise.due
    return {
        "id": promise.id,
        "side": str(promise.side),
        "owner": promise.owner or None,
        "what": promise.what,
        "due": None
        if due is None
        else {"words": due.words, "first": day(due.first), "last": day(due.last), "ambiguous": due.ambiguous},
        "firm": promise.firm,
        "condition": promise.condition or None,
        "made_on": day(promise.made_on),
        "state": str(promise.state),
        "evidence": evidence_shape(promise.evidence) if promise.evidence else None,
    }
