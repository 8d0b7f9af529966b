"""Match what customers say to the needs a catalogue names, with the words that made the match.

A sign matches where all its topical words are said within one finding, inflected or as part of a compound. Where the
finding's own words match nothing, the sentence around it is looked at, and the evidence grows to the words that
matched. Weak spots: irony, and signs so general ("Zeit") that they match everything: the check of a catalogue warns of
those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.topics import Word, likeness, topics, words

LEAST = 0.5
OF_ITS_BEST = 0.75
BY_SIZE = {1: 0.75, 2: 0.9}
NAME_FACTOR = 0.8
CONTEXT_FACTOR = 0.7
GAP = 2
_SENTENCE_END = re.compile(r"[.!?…]+[\"“”»]?\s+|\n+")


@dataclass(frozen=True, slots=True)
class Match:
    """A need meant by some words: how surely (0 to 1), which words made it, and the evidence they stand in."""

    need: str
    strength: float
    words: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a need taken apart. A name is a sign too, but needs only most of its words and counts less.

    `phrase` is the whole sign where only one of its words carries a topic ("von Hand", "find our things"): then all of
    it must be said in this order, or the one word would match everything.
    """

    words: tuple[Word, ...]
    is_name: bool
    phrase: tuple[Word, ...] = ()


@lru_cache(maxsize=2_000)
def _signs(need: NamedNeed) -> tuple[Sign, ...]:
    signs = [_sign_of(text) for text in need.signs]
    names = [Sign(topics(text), True) for _, text in need.names]
    return tuple(sign for sign in [*signs, *names] if sign.words)


def _sign_of(text: str) -> Sign:
    telling, every = topics(text), words(text)
    return Sign(telling or every, False, every if len(telling) < 2 <= len(every) else ())


def match(evidence: Evidence, named: Sequence[NamedNeed]) -> tuple[Match, ...]:
    """The needs an evidence speaks of, surest first; none where nothing reaches the least strength."""
    own = _matches(words(evidence.quote), evidence, named, 1.0)
    if own:
        return own
    wider = sentence_around(evidence)
    return _matches(words(wider.quote), wider, named, CONTEXT_FACTOR) if wider != evidence else ()


def _matches(
    said: tuple[Word, ...], evidence: Evidence, named: Sequence[NamedNeed], factor: float
) -> tuple[Match, ...]:
    found = []
    for need in named:
        missed = 1.0
        hits: list[str] = []
        for sign in _signs(need):
            strength, matched = _sign(sign, said)
            if strength > 0:
                missed *= 1 - strength
                hits.extend(word for word in matched if word not in hits)
        strength = factor * (1 - missed)
        if strength >= LEAST * factor:
            found.append(Match(need.id, round(strength, 4), tuple(hits), evidence))
    found.sort(key=lambda hit: -hit.strength)
    return tuple(hit for hit in found if hit.strength >= OF_ITS_BEST * found[0].strength)


def _sign(sign: Sign, said: tuple[Word, ...]) -> tuple[float, tuple[str, ...]]:
    """How surely a sign is said, and by which words: the product of its words' likenesses, scaled by how many they
    are.
    """
    if sign.phrase and not _in_order(sign.phrase, said):
        return 0.0, ()
    product, hits = 1.0, []
    for word in sign.words:
        best, by = max(((likeness(word, other), -place) for place, other in enumerate(said)), default=(0.0, 0))
        if best == 0.0:
            if not sign.is_name:
                return 0.0, ()
            continue
        product *= best
        hits.append(said[-by].text)
    if sign.is_name and (len(hits) < 2 or len(hits) < 0.6 * len(sign.words)) and len(hits) < len(sign.words):
        return 0.0, ()
    if not hits:
        return 0.0, ()
    size = BY_SIZE.get(len(hits), 0.95)
    return product * size * (NAME_FACTOR if sign.is_name else 1.0), tuple(hits)


def _in_order(phrase: tuple[Word, ...], said: tuple[Word, ...]) -> bool:
    """Whether all words of a phrase are said one after the other, with at most two others in between each."""
    for start, word in enumerate(said):
        if likeness(phrase[0], word) == 0.0:
            continue
        place = start
        for wanted in phrase[1:]:
            near = (at for at in range(place + 1, min(place + 2 + GAP, len(said))) if likeness(wanted, said[at]) > 0)
            following = next(near, None)
            if following is None:
                break
            place = following
        else:
            return True
    return False


def sentence_around(evidence: Evidence) -> Evidence:
    """The evidence grown to the whole sentences it stands in."""
    text = evidence.turn.text
    start = max((hit.end() for hit in _SENTENCE_END.finditer(text) if hit.end() <= evidence.start), default=0)
    end = next((hit.start() + 1 for hit in _SENTENCE_END.finditer(text) if hit.start() >= evidence.end - 1), len(text))
    return Evidence(evidence.conversation, evidence.turn, min(start, evidence.start), max(end, evidence.end))
