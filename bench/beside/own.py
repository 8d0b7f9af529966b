"""What the built-in rules, or the reader in the package, find in a talk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.examining import by_rules, examine
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import prepare

Found = list[tuple[int, int, str]]
NUMBERS = {kind: number for number, kind in enumerate(Kind)}


def finder(name: str, folder: Path) -> tuple[tuple[str, ...], Callable[[dict[str, Any]], Found]]:
    """The languages, and what is found in a talk."""

    def find(talk: dict[str, Any]) -> Found:
        turns = tuple(Turn(turn["id"], turn["speaker"], Role(turn["role"]), turn["text"]) for turn in talk["turns"])
        conversation = Conversation(talk["id"], Language(talk["lang"]), Channel(talk["channel"]), (), turns)
        findings = by_rules(prepare(conversation)) if name == "rules" else examine(conversation)
        return [(one.evidence.turn.id, NUMBERS[one.kind], one.evidence.quote) for one in findings]

    return ("de", "en"), find
