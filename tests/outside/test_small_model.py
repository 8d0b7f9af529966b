"""A real language model, small enough for a test: SmolLM2 with 135 million parameters, served on this machine.

It is far too small for the task: it repeats the worked example and mends what it quotes. That is what makes it a good
test: what it invents must be dropped, what it copies must be kept, and what it said once must be remembered.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from augenhoehe.api import Reading, read
from augenhoehe.api.second import read_again
from augenhoehe.outside.language_model import ChatModel, endpoint
from augenhoehe.understand.engines.answers import Fault
from augenhoehe.understand.engines.model import Request
from augenhoehe.understand.engines.reading import Remembering
from outside.small_model import weights

pytestmark = [
    pytest.mark.small_model,
    pytest.mark.skipif(
        weights() is None and not os.environ.get("CI"), reason="requirements-model.txt is not installed here"
    ),
]
TALK = """
Tom Baker: I would like a new oven. The old one breaks down every week.
Priya Raman: How many loaves do you bake a day?
Tom Baker: Two hundred. More than 9,000 is not possible.
Priya Raman: I will send you two offers by Friday.
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the small model answers."""
    script = Path(__file__).with_name("small_model.py")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        yield next(line.strip() for line in running.stdout if line.startswith("http"))
        running.stdin.close()
        running.wait(60)


class Deaf:
    """The same model, which nobody may ask again."""

    def __init__(self, model: ChatModel) -> None:
        self.name, self.address = model.name, model.address

    def ask(self, request: Request) -> str:
        raise AssertionError("asked again")


def reading() -> Reading:
    return read(TALK.strip().encode(), "call.txt", advisers=["Priya Raman"])


def test_real_model_is_asked_checked_and_remembered(address: str) -> None:
    model, kept = ChatModel(endpoint(address, "smollm2", seconds=900)), Remembering()
    second = read_again(reading(), model, kept=kept).second
    assert second is not None
    texts = [turn.text for turn in reading().conversation.turns]
    quotes = [finding.evidence.quote for finding in second.reading.findings]
    assert quotes != []
    assert [quote for quote in quotes if not any(quote in text for text in texts)] == []
    assert dict(second.reading.dropped).keys() <= set(Fault)
    assert read_again(reading(), Deaf(model), kept=kept).second == second
