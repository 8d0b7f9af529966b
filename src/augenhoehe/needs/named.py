"""Needs that have a name: the vocabulary a catalogue uses to say what its offers serve."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NamedNeed:
    """A need the catalogue names.

    `names` and `questions` are keyed by voice: "de", "en" for names; "sie", "du", "en" for open questions that ask
    after the need without leading. `signs` are words and phrases (any inflection, German or English) by which goals and
    problems are matched to the need. `weight` is its usual importance (0 to 1), `prior` the probability that a customer
    has it before anything was said.
    """

    id: str
    names: tuple[tuple[str, str], ...]
    signs: tuple[str, ...] = field(default=())
    questions: tuple[tuple[str, str], ...] = field(default=())
    weight: float = 0.5
    prior: float = 0.1

    def name(self, language: str) -> str:
        """The name in a language, or in whichever the catalogue has."""
        return dict(self.names).get(language) or self.names[0][1]
