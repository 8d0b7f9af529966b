"""Findings written down by kind and quote, for tests that need no reader."""

from __future__ import annotations

from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import ATTRIBUTES, Attribute, Finding, Kind


def marked(conversation: Conversation, *rows: tuple[Kind, int, str], **attrs: Attribute) -> tuple[Finding, ...]:
    """Findings by kind, turn and quote; attributes not given take the first value allowed."""
    found = []
    for number, (kind, turn, quote) in enumerate(rows, start=1):
        filled = tuple(
            (name, attrs.get(name, allowed[0] if allowed else None))
            for name, allowed in ATTRIBUTES.get(kind, {}).items()
        )
        evidence = Evidence.locate(conversation.id, conversation.turn(turn), quote)
        found.append(Finding(f"f{number}", kind, evidence, 1.0, Message.of("test"), "person", filled))
    return tuple(found)
