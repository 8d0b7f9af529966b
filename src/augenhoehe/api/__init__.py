"""The library's door: `read` a conversation, `advise` on a case, and give both as JSON.

    from augenhoehe.api import read, to_json
    reading = read(Path("talk.vtt").read_bytes(), "talk.vtt", advisers=["Lena Brandhorst"])
    to_json(reading)["needs"]

Every input that cannot be used raises `augenhoehe.speech.errors.InputRefusedError`. Same input, same result:
nothing here looks at a clock, the network or the environment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from augenhoehe.api.reading import Question, Reading, read
from augenhoehe.api.shapes import dump, to_json
from augenhoehe.speech.money import Money

if TYPE_CHECKING:
    from augenhoehe.advise.catalogue.offers import Catalogue
    from augenhoehe.api.advising import Advised
    from augenhoehe.api.cases import Case

__all__ = ["Question", "Reading", "advise", "dump", "read", "to_json"]


def advise(case: Case, catalogue: Catalogue, *, budget: Money | None = None, language: str = "de") -> Advised:
    """The advice on a case (`api.cases` reads one) from a catalogue; see `api.advising`."""
    from augenhoehe.api import advising  # noqa: PLC0415 - slow start: who only reads needs no solver

    return advising.advise(case, catalogue, budget=budget, language=language)
