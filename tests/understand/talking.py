"""Small talks for the tests: "A:" is the adviser, "C:" the customer, "O:" somebody else."""

from __future__ import annotations

from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.examining import by_rules
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.talk import prepare

ROLES = {"A": Role.ADVISER, "C": Role.CUSTOMER, "O": Role.OTHER, "U": Role.UNKNOWN}


def talk(language: str, script: str, channel: Channel = Channel.PHONE) -> Conversation:
    """A conversation out of lines like "A: Was stört Sie?"."""
    turns = []
    for number, line in enumerate((line.strip() for line in script.strip().splitlines()), start=1):
        who, _, text = line.partition(": ")
        turns.append(Turn(number, who, ROLES[who], text))
    return Conversation("t", Language(language), channel, (), tuple(turns))


def found(language: str, script: str) -> tuple[Finding, ...]:
    """What the rules find in the last turn of a script."""
    conversation = talk(language, script)
    last = conversation.turns[-1].id
    return tuple(finding for finding in by_rules(prepare(conversation)) if finding.evidence.turn.id == last)


def of_kind(kind: Kind, language: str, script: str) -> list[dict[str, object]]:
    """The attributes of the findings of one kind in the last turn."""
    return [dict(finding.attrs) for finding in found(language, script) if finding.kind is kind]
