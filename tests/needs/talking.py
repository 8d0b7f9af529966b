"""Conversations and findings written down in a few lines, for the tests of this room and the next."""

from __future__ import annotations

from datetime import date

from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import ATTRIBUTES, Attribute, Finding, Kind

ROLES = {"A": Role.ADVISER, "K": Role.CUSTOMER, "L": Role.CUSTOMER}
DEFAULTS: dict[str, Attribute] = {
    "type": "other",
    "polarity": "negative",
    "due": None,
    "form": "open",
    "direction": "for",
    "conditional": False,
}


def talk(text: str, held_on: date | None = date(2026, 2, 11), name: str = "t") -> Conversation:
    """A conversation out of lines "A: …" (adviser), "K: …" and "L: …" (two customers)."""
    lines = [line.strip().split(": ", 1) for line in text.strip().splitlines() if line.strip()]
    turns = tuple(Turn(place, who, ROLES[who], said) for place, (who, said) in enumerate(lines, start=1))
    people = tuple(Party(who, ROLES[who]) for who in dict.fromkeys(turn.speaker for turn in turns))
    english = any(word in f" {text} " for word in (" the ", " and ", " you "))
    return Conversation(
        name, Language.ENGLISH if english else Language.GERMAN, Channel.MEETING, people, turns, "", held_on
    )


def found(
    conversation: Conversation, *rows: tuple[Kind, str], certainty: float = 0.8, **attrs: Attribute
) -> list[Finding]:
    """Findings by kind and quote, in the order of their places; attributes not given take harmless values."""
    findings = []
    for kind, quote in rows:
        turn = next(turn for turn in conversation.turns if quote in turn.text)
        wanted = ATTRIBUTES.get(kind, {})
        filled = tuple(
            sorted(
                (key, attrs.get(key, "price" if kind in CONCEDES and key == "type" else DEFAULTS[key]))
                for key in wanted
            )
        )
        evidence = Evidence.locate(conversation.id, turn, quote)
        findings.append(Finding(f"f{len(findings) + 1}", kind, evidence, certainty, Message.of("test"), attrs=filled))
    return findings


CONCEDES = (Kind.ASK_CONCESSION, Kind.CONCESSION)
