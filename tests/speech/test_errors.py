"""A refusal carries the sentence that says it."""

from __future__ import annotations

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message


def test_refusal_carries_its_sentence() -> None:
    refusal = InputRefusedError.of("listen.refused.no_words", file="talk.vtt")
    assert refusal.message == Message.of("listen.refused.no_words", file="talk.vtt")
    assert str(refusal) == "('listen.refused.no_words', 'file=talk.vtt')"
