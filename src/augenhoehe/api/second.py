"""Have a language model read the same conversation again: its further proposals, and how far both readers agree.

    from augenhoehe.outside.language_model import ChatModel, endpoint
    model = ChatModel(endpoint("http://localhost:11434/v1", "qwen2.5:7b"))
    second = read_again(reading, model)

Nothing here asks anybody unless a model is handed in. What the built-in reader found stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from augenhoehe.api.reading import Reading, Second
from augenhoehe.understand.engines import reading as engine
from augenhoehe.understand.engines.agreeing import compare
from augenhoehe.understand.engines.model import Kept, LanguageModel
from augenhoehe.understand.engines.prompting import parts


def read_again(
    reading: Reading, model: LanguageModel, *, also_hide: Iterable[str] = (), kept: Kept | None = None
) -> Reading:
    """The reading with a second one beside it. `also_hide` are names to mask besides those of the people in it.

    `kept` remembers answers, so that repeats are equal and ask nobody. Raises NoAnswerError (an InputRefusedError)
    where the model gives no usable answer; then there is no second reading, not half of one.
    """
    second = engine.read_again(reading.conversation, model, also_hide=also_hide, kept=kept)
    return replace(reading, second=Second(second, compare(reading.findings, second.findings)))


def what_leaves(reading: Reading, also_hide: Iterable[str] = ()) -> tuple[str, ...]:
    """The texts that would be sent, word for word, one a part; the instructions go with each."""
    return tuple(part.question for part in parts(reading.conversation, also_hide))
