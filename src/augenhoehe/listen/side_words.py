"""How much somebody's words sound like the adviser's or the customer's side: weighed words and pairs of words.

The weights stand in `side_words.tsv`, learned from the project's own talks by `python -m training.sides` and readable
line by line: language, word or pair, weight (above nought: adviser). Case and punctuation play no part, so raw speech
recognition is read like clean text. Weak on fewer than forty words and on trades no talk of the corpus touches.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from augenhoehe.speech.conversation import Language

FILE = Path(__file__).with_name("side_words.tsv")
STEADY = 20
"""Words added to the length of what somebody said: few words lean little."""
LONGEST = 120
"""Characters of a quote at most."""
QUOTES = 4
"""Quotes of either side at most."""
_MOST_WORDS = 4_000
_TELLING = 0.02
"""A word is quoted as a reason from this share of a lean on."""
_PAIR_READS_BETTER = 2.0
_SPEAKING = 6
"""Letters from which a word says something to a reader; of the shorter ones only those for people do."""
_PERSONS = frozenset(
    "ich wir sie ihnen ihr ihre ihrem ihren ihrer uns unser unsere mir mein meine du dir dich euch euer "
    "i i'll i'd i've we we'll we've you you'll your my our us me".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lean:
    """The lean of somebody's words: above nought to the adviser's side; the words that tell most for either side."""

    points: float
    adviser: tuple[str, ...]
    customer: tuple[str, ...]


@lru_cache(maxsize=1)
def learned() -> Mapping[Language, Weights]:
    """The weights of the file, by language."""
    weights: dict[Language, dict[str, float]] = {Language.GERMAN: {}, Language.ENGLISH: {}}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, words, weight = line.split("\t")
            weights[Language(language)][words] = float(weight)
    return weights


def of_language(weights: Mapping[Language, Weights], language: Language) -> Weights:
    """The weights of one language; of both where the talk is mixed or too short to tell."""
    if language in weights:
        return weights[language]
    german, english = weights[Language.GERMAN], weights[Language.ENGLISH]
    return {word: german.get(word, 0.0) + english.get(word, 0.0) for word in (*german, *english)}


def counted(text: str) -> tuple[Counter[str], int]:
    """How often each word and each pair of neighbouring words occurs, in small letters, and the number of words."""
    return _counted(_small(found.group() for found in _found(text)))


def lean(text: str, weights: Weights) -> Lean:
    """The lean of a text under these weights."""
    found = _found(text)
    words = _small(each.group() for each in found)
    counts, length = _counted(words)
    root = math.sqrt(length + STEADY)
    shares = [(weights[each] * math.log1p(count) / root, each) for each, count in counts.items() if each in weights]
    return Lean(
        math.fsum(share for share, _ in shares),
        _quotes(text, found, words, [(share, each) for share, each in shares if share >= _TELLING]),
        _quotes(text, found, words, [(-share, each) for share, each in shares if -share >= _TELLING]),
    )


def _found(text: str) -> list[re.Match[str]]:
    found = []
    for match in _WORD.finditer(text):
        found.append(match)
        if len(found) == _MOST_WORDS:
            break
    return found


def _small(words: Iterable[str]) -> list[str]:
    return [word.lower().replace("’", "'") for word in words]


def _counted(words: Sequence[str]) -> tuple[Counter[str], int]:
    counts = Counter(words)
    counts.update(map(" ".join, pairwise(words)))
    return counts, len(words)


def _quotes(
    text: str, found: Sequence[re.Match[str]], words: Sequence[str], telling: Sequence[tuple[float, str]]
) -> tuple[str, ...]:
    """The strongest words as they stand in the text, pairs before single words, none of them twice."""
    ranked = sorted(telling, key=lambda each: (-each[0] * (_PAIR_READS_BETTER if " " in each[1] else 1.0), each[1]))
    quotes: list[str] = []
    used: set[str] = set()
    for _, each in ranked:
        parts = each.split()
        if not used.isdisjoint(parts) or not any(part in _PERSONS or len(part) >= _SPEAKING for part in parts):
            continue
        first, last = _place(text, found, words, parts)
        if first == last:
            continue
        used.update(words[first : last + 1])
        quotes.append(" ".join(text[found[first].start() : found[last].end()].split())[:LONGEST])
        if len(quotes) == QUOTES:
            break
    return tuple(quotes)


def _place(text: str, found: Sequence[re.Match[str]], words: Sequence[str], parts: Sequence[str]) -> tuple[int, int]:
    """First and last of the words to quote: those of `parts` and their neighbours, three in all within one clause."""
    size = len(parts)
    first = next(at for at in range(len(words)) if list(words[at : at + size]) == list(parts))
    last = first + size - 1
    if last + 1 < len(found) and text[found[last].end() : found[last + 1].start()].isspace():
        last += 1
    if last - first < 2 and first > 0 and text[found[first - 1].end() : found[first].start()].isspace():
        first -= 1
    return first, last
