"""Evidence: the words a statement rests on, at their place."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.speech.conversation import Role, Turn


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters `start` to `end` (end excluded) of the original text of one turn of one conversation.

    The quote is cut from the turn itself, so an evidence whose quote differs from its place cannot exist.
    """

    conversation: str
    turn: Turn
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.turn.text):
            raise ValueError(
                f"no such place in turn {self.turn.id}: {self.start} to {self.end} of {len(self.turn.text)}"
            )
        if not self.quote.strip():
            raise ValueError(f"evidence in turn {self.turn.id} quotes only white space")

    @classmethod
    def locate(cls, conversation: str, turn: Turn, quote: str) -> Evidence:
        """Evidence for the first place where `quote` stands in the turn. Raises ValueError where it does not."""
        start = turn.text.find(quote)
        if start < 0 or not quote:
            raise ValueError(f"turn {turn.id} does not contain {quote!r}")
        return cls(conversation, turn, start, start + len(quote))

    @property
    def quote(self) -> str:
        """The words, exactly as they stand in the turn."""
        return self.turn.text[self.start : self.end]

    @property
    def speaker(self) -> str:
        """Who said it."""
        return self.turn.speaker

    @property
    def role(self) -> Role:
        """The side that said it."""
        return self.turn.role
