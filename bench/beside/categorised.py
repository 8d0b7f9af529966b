"""spaCy: a blank pipeline a language with its sentencizer and a text categoriser on words and pairs of words."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import spacy
from spacy.training import Example

from bench.beside.linear import Unit

ROUNDS, BATCH, LENGTH = 8, 128, 1 << 17
"""With spaCy's own rate of learning, 0.001, eight rounds gave half the F1; 0.04 gave no more than 0.01."""
MODEL = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "length": LENGTH,
    "ngram_size": 2,
    "no_output_layer": False,
}


def blank(language: str, kinds: int = 0) -> Any:
    """A pipeline with the sentencizer, and with the categoriser where kinds are to be told apart."""
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    if kinds:
        categoriser = pipeline.add_pipe("textcat_multilabel", config={"model": MODEL})
        for kind in range(kinds):
            categoriser.add_label(str(kind))
    return pipeline


@dataclass
class Categorised:
    languages: tuple[str, ...] = ("de", "en")
    strengths: tuple[float, ...] = (0.01,)
    kinds: int = 0
    pipelines: dict[str, Any] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "pipelines": {name: one.to_bytes() for name, one in self.pipelines.items()}}

    def pipeline(self, language: str) -> Any:
        """The pipeline of a language; what was read from a file becomes one at its first use."""
        found = self.pipelines.get(language)
        if found is None:
            found = blank(language)
        elif isinstance(found, bytes):
            found = blank(language, self.kinds).from_bytes(found)
        self.pipelines[language] = found
        return found

    def units(self, text: str, language: str) -> list[Unit]:
        """See Reader."""
        pipeline = self.pipeline(language)
        doc = pipeline.get_pipe("sentencizer")(pipeline.make_doc(text))
        return [Unit(one.start_char, one.end_char, one.text) for one in doc.sents if one.text.strip()]

    def learn(self, payloads: Sequence[str], languages: Sequence[str], marks: np.ndarray, rate: float) -> None:
        """Learn from sentences × kinds, 1 where a sentence bears a kind; each language by itself."""
        self.kinds = marks.shape[1]
        for language in sorted(set(languages)):
            spacy.util.fix_random_seed(0)
            pipeline = blank(language, self.kinds)
            examples = [
                Example.from_dict(pipeline.make_doc(payload), {"cats": {str(k): float(v) for k, v in enumerate(row)}})
                for payload, said_in, row in zip(payloads, languages, marks, strict=True)
                if said_in == language
            ]
            optimizer = pipeline.initialize(lambda examples=examples: examples[:50])
            optimizer.learn_rate = rate
            order = random.Random(0)
            for _ in range(ROUNDS):
                order.shuffle(examples)
                for start in range(0, len(examples), BATCH):
                    pipeline.update(examples[start : start + BATCH], sgd=optimizer)
            self.pipelines[language] = pipeline

    def scores(self, payloads: Sequence[str], language: str) -> np.ndarray:
        """See Reader."""
        pipeline = self.pipeline(language)
        docs = [pipeline.make_doc(payload) for payload in payloads]
        return np.asarray(pipeline.get_pipe("textcat_multilabel").predict(docs))


READER = Categorised
