"""What is asked about each conversation before it is kept, and what was answered.

Fields are numbered: `0-origin` is the origin of the first conversation, `0-role-1` the side of its second person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from augenhoehe.listen.consent import WORDING, Consent, ConsentState, ConsentWay, Origin, Scope, obstacles
from augenhoehe.listen.correcting import corrected
from augenhoehe.listen.transcript import RoleProposal, Transcript
from augenhoehe.speech.conversation import Channel, Language, Role, Turn
from augenhoehe.speech.messages import Message
from augenhoehe.web.pages.listen.drafts import Draft

ORIGINS = (Origin.MEMORY, Origin.NOTES, Origin.WRITTEN, Origin.LIVE_TRANSCRIPT, Origin.RECORDING)
ROLES = (Role.ADVISER, Role.CUSTOMER, Role.OTHER, Role.UNKNOWN)
STATES = (ConsentState.UNKNOWN, ConsentState.GIVEN, ConsentState.REFUSED)
WAYS = (ConsentWay.SPOKEN, ConsentWay.WRITTEN, ConsentWay.MEETING_NOTICE)
Choice = TypeVar("Choice", bound=StrEnum)
SHOWN = 6
"""Turns shown before a conversation is kept."""

_ORIGIN_OF_FORMAT = {
    "memory": Origin.MEMORY,
    "markdown": Origin.NOTES,
    "email": Origin.WRITTEN,
    "whatsapp": Origin.WRITTEN,
}


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person as the form asks about them. `name` is blank for whoever the source does not name."""

    number: int
    name: str
    role: Role
    proposal: RoleProposal | None
    state: ConsentState = ConsentState.UNKNOWN
    way: ConsentWay = ConsentWay.SPOKEN
    given_on: date | None = None
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation as the form asks about it, with what was answered and what is wrong with it."""

    number: int
    draft: Draft
    transcript: Transcript
    people: tuple[Somebody, ...]
    origin: Origin
    title: str
    held_on: str
    faults: Mapping[str, Message] = field(default_factory=dict)

    @property
    def first_turns(self) -> tuple[Turn, ...]:
        """The beginning, to see whether it was read rightly."""
        return self.transcript.conversation.turns[:SHOWN]

    @property
    def left(self) -> int:
        """How many turns are not shown."""
        return max(0, len(self.transcript.conversation.turns) - SHOWN)

    @property
    def named(self) -> tuple[Somebody, ...]:
        """People with a name."""
        return tuple(person for person in self.people if person.name)

    @property
    def consents(self) -> tuple[Consent, ...]:
        """What each person agreed to, for an origin that needs it."""
        if self.origin not in {Origin.RECORDING, Origin.LIVE_TRANSCRIPT}:
            return ()
        return tuple(_consent(person) for person in self.people)

    @property
    def is_right(self) -> bool:
        """Whether nothing stands against keeping it."""
        return not self.faults and not any(person.fault for person in self.people)


def first_look(number: int, draft: Draft, transcript: Transcript, way: str) -> Talk:
    """The questions with what the file itself answers."""
    origin = _ORIGIN_OF_FORMAT.get(transcript.format, Origin.UNKNOWN)
    if way == "memory":
        origin = Origin.MEMORY
    held = transcript.conversation
    return Talk(
        number,
        draft,
        transcript,
        _people(transcript),
        origin,
        held.title,
        held.held_on.isoformat() if held.held_on else "",
    )


def answered(number: int, draft: Draft, transcript: Transcript, data: Mapping[str, str]) -> Talk:
    """The questions with what was answered; nothing typed is lost, whatever is wrong with it."""
    faults: dict[str, Message] = {}
    origin = _chosen(Origin, data.get(f"{number}-origin", ""), Origin.UNKNOWN)
    typed = data.get(f"{number}-held_on", "").strip()
    held_on = _day(typed)
    if typed and held_on is None:
        faults["held_on"] = Message.of("web.listen.fault.date")
    people = tuple(_person(number, person, data) for person in _people(transcript))
    made = corrected(
        transcript,
        roles={person.name: person.role for person in people if person.name},
        title=data.get(f"{number}-title", "").strip()[:300],
        held_on=held_on,
        channel=_chosen(Channel, data.get(f"{number}-channel", ""), transcript.conversation.channel),
        language=_chosen(Language, data.get(f"{number}-language", ""), transcript.conversation.language),
    )
    talk = Talk(number, draft, made, people, origin, made.conversation.title, typed, faults)
    against = [found for found in obstacles(origin, _speakers(made), talk.consents) if found.blocks]
    for found in against:
        faults["people" if origin is not Origin.UNKNOWN else "origin"] = found.because
    return talk


def _people(transcript: Transcript) -> tuple[Somebody, ...]:
    proposals = {proposal.name: proposal for proposal in transcript.roles}
    names = [party.name for party in transcript.conversation.people]
    if any(not turn.speaker for turn in transcript.conversation.turns):
        names.append("")
    return tuple(
        Somebody(number, name, proposals[name].role if name in proposals else Role.UNKNOWN, proposals.get(name))
        for number, name in enumerate(names)
    )


def _speakers(transcript: Transcript) -> list[str]:
    return list(dict.fromkeys(turn.speaker for turn in transcript.conversation.turns))


def _person(number: int, person: Somebody, data: Mapping[str, str]) -> Somebody:
    place = person.number
    typed = data.get(f"{number}-given-{place}", "").strip()
    given_on = _day(typed)
    return Somebody(
        place,
        person.name,
        _chosen(Role, data.get(f"{number}-role-{place}", ""), person.role),
        person.proposal,
        _chosen(ConsentState, data.get(f"{number}-consent-{place}", ""), ConsentState.UNKNOWN),
        _chosen(ConsentWay, data.get(f"{number}-way-{place}", ""), ConsentWay.SPOKEN),
        given_on,
        Message.of("web.listen.fault.date") if typed and given_on is None else None,
    )


def _consent(person: Somebody) -> Consent:
    if person.state is not ConsentState.GIVEN:
        state = person.state if person.state is ConsentState.REFUSED else ConsentState.UNKNOWN
        return Consent(person.name, state)
    scope = (Scope.TRANSCRIBE, Scope.ANALYSE)
    return Consent(person.name, ConsentState.GIVEN, person.way, person.given_on, WORDING, scope)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _chosen(kind: type[Choice], word: str, otherwise: Choice) -> Choice:
    try:
        return kind(word)
    except ValueError:
        return otherwise
