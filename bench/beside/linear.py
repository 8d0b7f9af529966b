"""What readers share: sentences, and a linear head a kind.

A reader is learned from annotated sentences and kept as a file, so that reading can be measured in a process that has
never seen the learning. What is expensive and needs no learning (embeddings, parses) is the `payload` of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"»“”«')\]]*(?=\s)|(?=\n)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence: characters `start` to `end` of its turn, and what the reader sees of it."""

    start: int
    end: int
    payload: Any


class Reader(Protocol):
    """One way to find kinds sentence by sentence. `strengths` are settings to choose from: C, or a rate."""

    languages: tuple[str, ...]
    strengths: tuple[float, ...]

    def units(self, text: str, language: str) -> list[Unit]:
        """The sentences of a turn."""

    def scores(self, payloads: Sequence[Any], language: str) -> np.ndarray:
        """Sentences × kinds: how likely each kind is, 0 to 1."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The places of the sentences of a turn: up to a full stop, question or exclamation mark or the end of a line."""
    return [match.span() for match in SENTENCE.finditer(text)]


@dataclass
class Linear:
    """Logistic regression a kind over the vectors of sentences; `training` fits the heads, reading needs numpy only."""

    languages: tuple[str, ...] = ("de", "en")
    strengths: tuple[float, ...] = (3.0, 10.0, 40.0)
    weights: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))
    offsets: np.ndarray = field(default_factory=lambda: np.zeros(0))

    def fitted(self, payloads: Sequence[Any]) -> Any:
        """The vectors of sentences to learn from; what has to be counted is counted here."""
        raise NotImplementedError

    def vectors(self, payloads: Sequence[Any]) -> Any:
        """The vectors of sentences to read."""
        raise NotImplementedError

    def scores(self, payloads: Sequence[Any], language: str) -> np.ndarray:
        """See Reader."""
        odds = np.asarray(self.vectors(payloads) @ self.weights.T) + self.offsets
        return 1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))


@dataclass
class Frozen(Linear):
    """Vectors that need no learning, brought to the same spread before the linear head."""

    strengths: tuple[float, ...] = (0.003, 0.03)
    mean: np.ndarray = field(default_factory=lambda: np.zeros(0))
    spread: np.ndarray = field(default_factory=lambda: np.zeros(0))

    def fitted(self, payloads: Sequence[np.ndarray]) -> np.ndarray:
        """See Linear."""
        whole = np.stack(payloads)
        self.mean, self.spread = whole.mean(axis=0), whole.std(axis=0) + 1e-6
        return self.vectors(payloads)

    def vectors(self, payloads: Sequence[np.ndarray]) -> np.ndarray:
        """See Linear."""
        return (np.stack(payloads) - self.mean) / self.spread
