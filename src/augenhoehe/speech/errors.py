"""What can go wrong with what people give us, said in one sentence: what, where, what to do."""

from __future__ import annotations

from typing import Self

from augenhoehe.speech.messages import Message, Value


class InputRefusedError(Exception):
    """An input that cannot be used. Doors say `message` in the user's language; exit status 2, or a 4xx page.

    The message names what is wrong, where (file, line, field) and what to do about it.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.key, *(f"{name}={value}" for name, value in message.values))
        self.message = message

    @classmethod
    def of(cls, key: str, /, **values: Value) -> Self:
        """Refuse with the sentence `key` of the wording catalogue."""
        return cls(Message.of(key, **values))
