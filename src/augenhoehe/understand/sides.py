"""Turns as measures need them: neighbouring turns of one side together, listener words left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.listen.turns import is_back_channel
from augenhoehe.speech.conversation import Conversation, Role, Turn
from augenhoehe.speech.evidence import Evidence

WORDS_A_MINUTE = 150
"""Speed of speech by which a length is estimated where a source has no times."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Turns of one side that follow each other."""

    role: Role
    turns: tuple[Turn, ...]

    @property
    def words(self) -> int:
        """How many words were said."""
        return sum(len(turn.text.split()) for turn in self.turns)

    @property
    def start(self) -> float | None:
        """Second at which it begins, or None where the source has no times."""
        return self.turns[0].start

    @property
    def end(self) -> float | None:
        """Second at which it ends, or None."""
        return self.turns[-1].end

    @property
    def seconds(self) -> float | None:
        """Seconds spoken, or None where one turn has no times."""
        total = 0.0
        for turn in self.turns:
            if turn.start is None or turn.end is None:
                return None
            total += turn.end - turn.start
        return total


def stretches(conversation: Conversation) -> tuple[Stretch, ...]:
    """The conversation side by side: adviser, customer, adviser … Empty turns and back-channels are left out."""
    groups: list[list[Turn]] = []
    for turn in conversation.turns:
        if not turn.text.strip() or is_back_channel(turn.text):
            continue
        if groups and groups[-1][0].role is turn.role:
            groups[-1].append(turn)
        else:
            groups.append([turn])
    return tuple(Stretch(group[0].role, tuple(group)) for group in groups)


def is_timed(row: Sequence[Stretch]) -> bool:
    """Whether all of these have times."""
    return bool(row) and all(stretch.seconds is not None for stretch in row)


def evidence_of(conversation: Conversation, stretch: Stretch) -> tuple[Evidence, ...]:
    """The turns of a stretch as evidence, whole."""
    return tuple(Evidence(conversation.id, turn, 0, len(turn.text)) for turn in stretch.turns if turn.text.strip())
