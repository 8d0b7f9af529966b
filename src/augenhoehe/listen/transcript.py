"""A transcript: a conversation as it was read, with how it was read and who is proposed to be who."""

from __future__ import annotations

from dataclasses import dataclass, field

from augenhoehe.speech.conversation import Conversation, Role
from augenhoehe.speech.messages import Message


@dataclass(frozen=True, slots=True)
class RoleProposal:
    """Which side somebody seems to be on, and why. `stated` is true where the file or the user said it."""

    name: str
    role: Role
    because: Message
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation with the format and encoding it was read from, proposals for roles and notes on what was
    cleaned."""

    conversation: Conversation
    format: str
    encoding: str
    roles: tuple[RoleProposal, ...]
    notes: tuple[Message, ...] = field(default=())
