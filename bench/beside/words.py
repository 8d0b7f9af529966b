"""Bag of words: single words and pairs, question and exclamation marks among them, weighed by their rarity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.beside.linear import Linear, Unit, sentences


@dataclass
class Words(Linear):
    counter: Any = None

    def units(self, text: str, language: str) -> list[Unit]:
        """See Reader."""
        return [Unit(start, end, text[start:end]) for start, end in sentences(text)]

    def fitted(self, payloads: Sequence[str]) -> Any:
        """See Linear."""
        self.counter = TfidfVectorizer(
            token_pattern=r"\w+|[?!]", ngram_range=(1, 2), min_df=2, sublinear_tf=True, dtype=np.float32
        )
        return self.counter.fit_transform(payloads)

    def vectors(self, payloads: Sequence[str]) -> Any:
        """See Linear."""
        return self.counter.transform(payloads)


READER = Words
