"""Examine: what a conversation means, proposed with its proof, and what can be measured in it."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.journey.ports import Conversations, Findings
from augenhoehe.speech.conversation import Conversation
from augenhoehe.understand.examining import examine as find
from augenhoehe.understand.findings import Finding
from augenhoehe.understand.measures import Measure, measure


@dataclass(frozen=True, slots=True)
class Examined:
    """One conversation with the findings proposed in it and its measures."""

    conversation: Conversation
    findings: tuple[Finding, ...]
    measures: tuple[Measure, ...]


def examine(conversations: Conversations, findings: Findings, conversation: str) -> Examined:
    """Propose findings in a conversation and measure it. What a person ruled earlier stays."""
    held = conversations.one(conversation)
    found = find(held)
    findings.propose(conversation, found)
    return Examined(held, found, measure(held, found))
