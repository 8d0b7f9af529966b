"""Correct what was read: who is on which side, when it was, how people talked, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from augenhoehe.listen.transcript import RoleProposal, Transcript
from augenhoehe.speech.conversation import Channel, Language, Role
from augenhoehe.speech.messages import Message


def corrected(
    transcript: Transcript,
    *,
    roles: Mapping[str, Role] | None = None,
    title: str | None = None,
    held_on: date | None = None,
    channel: Channel | None = None,
    language: Language | None = None,
) -> Transcript:
    """The transcript as a person says it is; what is None stays. Names that nobody bears are ignored.

    A role that differs from the proposal is kept as stated; one that agrees with it keeps its reason.
    """
    sides = dict(roles or {})
    held = transcript.conversation
    conversation = replace(
        held,
        people=tuple(replace(party, role=sides.get(party.name, party.role)) for party in held.people),
        turns=tuple(replace(turn, role=sides.get(turn.speaker, turn.role)) for turn in held.turns),
        title=held.title if title is None else title,
        held_on=held_on or held.held_on,
        channel=channel or held.channel,
        language=language or held.language,
    )
    proposals = tuple(_said(proposal, sides.get(proposal.name)) for proposal in transcript.roles)
    return replace(transcript, conversation=conversation, roles=proposals)


def _said(proposal: RoleProposal, role: Role | None) -> RoleProposal:
    if role is None or role is proposal.role:
        return proposal
    return RoleProposal(proposal.name, role, Message.of("listen.role.given"), stated=True)
