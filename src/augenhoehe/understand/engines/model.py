"""The contract of a language model: one question as text, one answer as text. Who keeps it lives outside the rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from augenhoehe.speech.errors import InputRefusedError


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: instructions, a worked example as question and answer, the question, and the answer's JSON Schema.

    `most_tokens` bounds the answer.
    """

    system: str
    example: tuple[tuple[str, str], ...]
    question: str
    schema: dict[str, Any]
    most_tokens: int


class NoAnswerError(InputRefusedError):
    """The model gave nothing that can be used; the message says why and what helps. Nothing was kept."""


class LanguageModel(Protocol):
    """A model somewhere. `name` and `address` tell it from others: another one is another reader."""

    @property
    def name(self) -> str:
        """What the model is called there."""
        ...

    @property
    def address(self) -> str:
        """Where it is."""
        ...

    def ask(self, request: Request) -> str:
        """Its answer as it came. Raises NoAnswerError where there is none, or only half of one."""
        ...


class Kept(Protocol):
    """Answers that are remembered, so that the same question is asked once and answered alike ever after."""

    def get(self, digest: str) -> str | None:
        """What was kept under this digest, None where nothing was."""
        ...

    def keep(self, digest: str, answer: str) -> None:
        """Keep an answer that was read whole."""
        ...
