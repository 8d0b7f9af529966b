"""Try a language model out on invented lines, before any conversation goes to it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.understand.engines.model import LanguageModel
from augenhoehe.understand.engines.reading import SecondReading, read_again


def try_out(model: LanguageModel) -> SecondReading:
    """What the model sees in the invented lines; always asked anew. Raises NoAnswerError where it gives no answer."""
    return read_again(invented(), model)


def invented() -> Conversation:
    """The invented lines."""
    told = tomllib.loads((files("augenhoehe.understand.engines") / "trial.toml").read_text(encoding="utf-8"))
    turns = tuple(Turn(number, side, Role(side), words) for number, (side, words) in enumerate(told["lines"], start=1))
    people = tuple(Party(str(role), role) for role in (Role.CUSTOMER, Role.ADVISER))
    return Conversation("trial", Language(told["language"]), Channel.MEETING, people, turns)
