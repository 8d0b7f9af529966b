"""Hear: a file becomes a conversation of a case."""

from __future__ import annotations

from collections.abc import Sequence

from augenhoehe.journey.ports import Conversations
from augenhoehe.journey.record import Origin
from augenhoehe.listen.reading import read_conversation


def hear(
    conversations: Conversations,
    case: str,
    data: bytes,
    name: str,
    *,
    origin: Origin,
    advisers: Sequence[str] = (),
    customers: Sequence[str] = (),
) -> str:
    """Read a file and keep it with its case. Returns the conversation's id. Raises InputRefusedError, then nothing is
    kept."""
    transcript = read_conversation(data, name, advisers=advisers, customers=customers)
    return conversations.add(case, transcript, origin)
