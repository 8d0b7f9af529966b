"""Cut a turn into words: lower case, spoken short forms written out, each with its place in the original text.

Patterns are written against these words, so one pattern serves clean minutes, chat and raw speech recognition alike:
"hab ich's" and "habe ich es" are the same three words, "don't" and "do not" the same two. Several words may share one
place (the "es" of "geht's" points at the whole of "geht's").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LEXICON_FOLDER = Path(__file__).resolve().parent / "lexicon"

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*|[^\W_]+(?:[-'’`´‑][^\W_]+)*['’]?|['’](?:ne|n|nen|nem|ner|s|m|em|cause|til)\b|[%€$£]"
)
_APOSTROPHES = str.maketrans({"’": "'", "`": "'", "´": "'", "‑": "-"})
_ENGLISH_ENDS = {
    "'s": ("is",),
    "'ll": ("will",),
    "'d": ("would",),
    "'ve": ("have",),
    "'re": ("are",),
    "'m": ("am",),
    "n't": ("not",),
}
_GERMAN_ENDS = {"'s": ("es",), "'n": ("einen",), "'ne": ("eine",), "'nen": ("einen",), "'m": ("dem",), "'em": ("dem",)}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language's `words.toml` holds: written-out forms, fillers that patterns may skip, classes of words."""

    language: str
    written: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    common: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    number: re.Pattern[str]
    ends: Mapping[str, tuple[str, ...]]

    def is_number(self, word: str) -> bool:
        """Whether a word is a number in digits or letters ("15.000", "fünfundvierzig", "twenty-six")."""
        return word[0].isdigit() or self.number.fullmatch(word) is not None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one turn with their places: `texts[i]` stands at `starts[i]` to `ends[i]` of the turn's text."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)


@lru_cache(maxsize=4)
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of "de" or "en". Raises FileNotFoundError for another language."""
    with (LEXICON_FOLDER / language / "words.toml").open("rb") as file:
        data = tomllib.load(file)
    return Vocabulary(
        language=language,
        written={short: tuple(full.split()) for short, full in data["written"].items()},
        fillers=frozenset(data["fillers"]),
        common=frozenset(data["common"]),
        classes={name: frozenset(words) for name, words in data["classes"].items()},
        number=re.compile(f"(?:{'|'.join(sorted(data['number_parts'], key=len, reverse=True))})+"),
        ends=_GERMAN_ENDS if language == "de" else _ENGLISH_ENDS,
    )


def written(raw: str, known: Vocabulary) -> tuple[str, ...]:
    """The written-out words of one spoken form."""
    if raw in known.written:
        return known.written[raw]
    bare = raw.strip("'")
    if "'" in bare:
        for end, full in known.ends.items():
            if bare.endswith(end) and len(bare) > len(end):
                stem = bare[: -len(end)]
                return (*known.written.get(stem, (stem,)), *full)
        bare = bare.replace("'", "")
    return known.written.get(bare, (bare,))


class Speller:
    """Writes spoken forms out and remembers what it has seen; one a language, shared by all conversations."""

    __slots__ = ("_seen", "vocabulary")

    def __init__(self, known: Vocabulary) -> None:
        self.vocabulary = known
        self._seen: dict[str, tuple[str, ...]] = {}

    def words(self, text: str) -> Words:
        """The words of a text. Arbitrary text is fine; text without words gives none."""
        texts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        seen = self._seen
        for found in _WORD.finditer(text):
            token = found.group()
            full = seen.get(token)
            if full is None:
                if len(seen) > 60_000:
                    seen.clear()
                full = seen[token] = written(token.translate(_APOSTROPHES).lower(), self.vocabulary)
            start, end = found.span()
            for word in full:
                texts.append(word)
                starts.append(start)
                ends.append(end)
        return Words(tuple(texts), tuple(starts), tuple(ends))


@lru_cache(maxsize=4)
def speller(language: str) -> Speller:
    """The speller of "de" or "en"."""
    return Speller(vocabulary(language))
