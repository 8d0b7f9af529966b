"""Where a text comes from, and who agreed to what: asked on import and kept with the conversation.

Section 201 StGB protects the spoken word: a recording needs the consent of everybody on it, and not knowing is not
consent. What people wrote themselves and what somebody remembers needs none. Consent is kept person by person with how,
when, which wording, for what, and whether it was withdrawn (Art. 7 GDPR).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from augenhoehe.speech.messages import Message

WORDING = "2026-1"
"""Version of the ready texts for invitation and opening sentence (`listen.consent.*` in the wording catalogue)."""

INVITATION = Message.of("listen.consent.invitation")
"""The paragraph for an invitation."""

OPENING = Message.of("listen.consent.opening")
"""The sentence with which to open the conversation."""


class Origin(StrEnum):
    """Where the text of a conversation comes from (section 201 StGB): asked on import and kept with it."""

    MEMORY = "memory"
    NOTES = "notes"
    LIVE_TRANSCRIPT = "live_transcript"
    RECORDING = "recording"
    WRITTEN = "written"
    UNKNOWN = "unknown"


class ConsentState(StrEnum):
    """What somebody said to it. Not knowing stays unknown."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class ConsentWay(StrEnum):
    """How consent was given."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    MEETING_NOTICE = "meeting_notice"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """What somebody agreed to."""

    TRANSCRIBE = "transcribe"
    ANALYSE = "analyse"
    SHARE_IN_TEAM = "share_in_team"


@dataclass(frozen=True, slots=True)
class Consent:
    """What one participant agreed to: how, when, which version of the wording, for what, and when it was withdrawn."""

    person: str
    state: ConsentState = ConsentState.UNKNOWN
    way: ConsentWay = ConsentWay.UNKNOWN
    given_on: date | None = None
    wording: str = ""
    scope: tuple[Scope, ...] = field(default=())
    withdrawn_on: date | None = None

    def __post_init__(self) -> None:
        if self.state is ConsentState.WITHDRAWN and self.withdrawn_on is None:
            raise ValueError("a withdrawn consent has a day on which it was withdrawn")
        if self.withdrawn_on is not None and self.state is not ConsentState.WITHDRAWN:
            raise ValueError("only a withdrawn consent has a day of withdrawal")
        if self.given_on is not None and self.withdrawn_on is not None and self.withdrawn_on < self.given_on:
            raise ValueError(f"withdrawn on {self.withdrawn_on} before it was given on {self.given_on}")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an import may not go on (`blocks`), or what to think of before it does."""

    because: Message
    blocks: bool = True
    person: str = ""


def obstacles(origin: Origin, people: Iterable[str], consents: Iterable[Consent]) -> tuple[Obstacle, ...]:
    """What stands against an import of a text of this origin in which these people speak.

    A recording is blocked by everybody whose consent is refused, withdrawn or unknown. A live transcript without sound
    is blocked by a refusal or withdrawal; unknown consent is pointed out. Written words, notes and memory need none. An
    origin that nobody gave blocks, because it may be a recording.
    """
    if origin is Origin.UNKNOWN:
        return (Obstacle(Message.of("listen.obstacle.origin")),)
    if origin not in {Origin.RECORDING, Origin.LIVE_TRANSCRIPT}:
        return ()
    given = {consent.person: consent for consent in consents}
    found = []
    for person in dict.fromkeys(people):
        consent = given.get(person, Consent(person))
        if consent.state is ConsentState.GIVEN:
            continue
        name = person or Message.of("listen.person.unnamed")
        because = Message.of(f"listen.obstacle.{consent.state.value}", person=name)
        unknown = consent.state is ConsentState.UNKNOWN
        found.append(Obstacle(because, not (unknown and origin is Origin.LIVE_TRANSCRIPT), person))
    return tuple(found)


def may_import(origin: Origin, people: Iterable[str], consents: Iterable[Consent]) -> bool:
    """Whether nothing blocks the import; `obstacles` says what does."""
    return not any(obstacle.blocks for obstacle in obstacles(origin, people, consents))
