"""Words of a text with their stems, so that inflected and compound words meet.

Stems are made by rule: after CISTEM (Weissweiler and Fraser 2017) for German, by light suffix stripping for English. A
dictionary of lemmas would be more exact on irregular verbs but takes a second and a half to load, longer than reading
a whole conversation; docs/decisions has the figures. Weak spots: irregular verbs ("ging", "gegangen") and very short
words, which therefore match only as they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from augenhoehe.understand.stopwords import STOPWORDS

WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
SHORT = 3
COMPOUND_PART = 5
HEAD_PART = 5
_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "’": "'"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place, folded (casefold, umlauts opened) and stemmed the German and the English way."""

    text: str
    start: int
    end: int
    folded: str
    german: str
    english: str

    @property
    def topical(self) -> bool:
        """Whether it can stand for a topic: no stopword, no lone letter."""
        return len(self.folded) > 1 and self.folded not in STOPWORDS and self.text.casefold() not in STOPWORDS


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Casefolded, umlauts and sharp s opened (ä → a, ae stays): the form in which spellings are compared."""
    return word.casefold().translate(_FOLD)


@lru_cache(maxsize=20_000)
def german_stem(word: str) -> str:
    """The stem of a German word after CISTEM, case-insensitive: "Prüfern", "Prüfer" → "pruf"."""
    stem = fold(word)
    stem = re.sub(r"^ge(.{4,})", r"\1", stem)
    stem = stem.replace("sch", "$").replace("ei", "%").replace("ie", "&")
    stem = re.sub(r"(.)\1", r"\1*", stem)
    while len(stem) > SHORT:
        if len(stem) > COMPOUND_PART and re.search(r"(?:e[mr]|nd)$", stem):
            stem = stem[:-2]
        elif stem[-1] in "tesn":
            stem = stem[:-1]
        else:
            break
    stem = re.sub(r"(.)\*", r"\1\1", stem)
    return stem.replace("%", "ei").replace("&", "ie").replace("$", "sch")


@lru_cache(maxsize=20_000)
def english_stem(word: str) -> str:
    """The stem of an English word by its commonest endings: "reports", "reporting", "reported" → "report"."""
    stem = fold(word)
    for ending, least, instead in (
        ("ations", 4, "ate"),
        ("ation", 4, "ate"),
        ("ings", 4, ""),
        ("ing", 4, ""),
        ("ies", 3, "y"),
        ("ied", 3, "y"),
        ("edly", 4, ""),
        ("ed", 4, ""),
        ("ers", 4, ""),
        ("er", 5, ""),
        ("es", 4, ""),
        ("ly", 4, ""),
        ("s", 3, ""),
    ):
        if stem.endswith(ending) and len(stem) - len(ending) >= least and not stem.endswith("ss"):
            stem = stem[: len(stem) - len(ending)] + instead
            break
    if len(stem) > SHORT and stem[-1] == stem[-2] and stem[-1] not in "aeiousl":
        stem = stem[:-1]
    return stem[:-1] if len(stem) > SHORT + 1 and stem.endswith("e") else stem


def words(text: str) -> tuple[Word, ...]:
    """All words and numbers of a text in order; hyphens part words ("Parallel-Toolbox" is two)."""
    found = []
    for hit in WORD.finditer(text):
        word = hit.group()
        found.append(Word(word, hit.start(), hit.end(), fold(word), german_stem(word), english_stem(word)))
    return tuple(found)


def topics(text: str) -> tuple[Word, ...]:
    """The words of a text that can stand for a topic."""
    return tuple(word for word in words(text) if word.topical)


def likeness(sign: Word, said: Word) -> float:
    """How surely (0 to 1) `said` is the word `sign`: 1 same word or stem, 0.8 a compound that carries it
    ("Lagerschaden" for "Schaden"), 0.7 its head alone ("Schaden" for "Lagerschaden"), 0 otherwise.
    """
    if sign.folded == said.folded:
        return 1.0
    if min(len(sign.folded), len(said.folded)) <= SHORT:
        return 0.0
    if sign.german == said.german or sign.english == said.english:
        return 1.0
    for part, whole in ((sign.german, said.german), (sign.folded, said.folded)):
        if len(part) >= COMPOUND_PART and len(whole) > len(part) and (whole.startswith(part) or whole.endswith(part)):
            return 0.8
    if len(said.german) >= HEAD_PART and len(sign.german) > len(said.german) and sign.german.endswith(said.german):
        return 0.7
    return 0.0


def shared(one: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[str, ...]:
    """The words of `one` that `other` has too, as `one` writes them."""
    return tuple(word.text for word in one if any(max(likeness(word, o), likeness(o, word)) >= 0.7 for o in other))


def traces(some: tuple[Word, ...]) -> frozenset[str]:
    """What two rows of words must have in common to share a word: a quick test before `shared`.

    Forms and stems, and their first and last letters, by which compounds meet.
    """
    found: set[str] = set()
    for word in some:
        for form in (word.folded, word.german, word.english):
            found.update((form, f"{form[:COMPOUND_PART]}-", f"-{form[-COMPOUND_PART:]}"))
    return frozenset(found)
