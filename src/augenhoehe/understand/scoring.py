"""Score found findings against annotated conversations.

A finding agrees with an annotated one when turn and kind are the same and the two quotes share at least half of the
words of the shorter one; each annotated finding agrees with at most one found, best overlap first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from augenhoehe.understand.findings import ATTRIBUTES, Attribute, Kind

LEAST_ANNOTATED = 5
"""Annotated findings from which a kind counts into the macro figure."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding as a scorer sees it: annotated or found."""

    turn: int
    kind: Kind
    quote: str
    attrs: tuple[tuple[str, Attribute], ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """One annotated conversation and what was found in it."""

    language: str
    annotated: tuple[Marked, ...]
    found: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """Counts of agreement and the figures that follow."""

    annotated: int = 0
    found: int = 0
    agreeing: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that agree (0 where nothing was found)."""
        return self.agreeing / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that were found."""
        return self.agreeing / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.annotated + other.annotated, self.found + other.found, self.agreeing + other.agreeing)


@dataclass(frozen=True, slots=True)
class Score:
    """How well findings agree with annotations."""

    micro: Rate
    kinds: Mapping[Kind, Rate]
    languages: Mapping[str, Rate]
    attributes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def macro_f1(self) -> float:
        """Mean F1 over kinds with at least five annotated findings (0 where there is none)."""
        scored = [rate.f1 for rate in self.kinds.values() if rate.annotated >= LEAST_ANNOTATED]
        return sum(scored) / len(scored) if scored else 0.0


def overlap(one: str, other: str) -> float:
    """Share of the shorter quote's words that both quotes have, 0 to 1."""
    mine, theirs = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(other.lower()))
    shorter = min(mine.total(), theirs.total())
    return (mine & theirs).total() / shorter if shorter else 0.0


def pair(annotated: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Agreeing (annotated, found) pairs of one conversation, one to one, best overlap first."""
    candidates = sorted(
        (-overlap(mark.quote, other.quote), i, j)
        for i, mark in enumerate(annotated)
        for j, other in enumerate(found)
        if mark.turn == other.turn and mark.kind is other.kind
    )
    pairs = []
    taken_annotated: set[int] = set()
    taken_found: set[int] = set()
    for shared, i, j in candidates:
        if -shared >= 0.5 and i not in taken_annotated and j not in taken_found:
            taken_annotated.add(i)
            taken_found.add(j)
            pairs.append((annotated[i], found[j]))
    return pairs


def score(conversations: Iterable[Answered]) -> Score:
    """The score over some conversations."""
    kinds: dict[Kind, Rate] = {}
    languages: dict[str, Rate] = {}
    attributes: dict[str, tuple[int, int]] = {}
    for one in conversations:
        for mark in one.annotated:
            _count(kinds, languages, one.language, mark.kind, Rate(annotated=1))
        for mark in one.found:
            _count(kinds, languages, one.language, mark.kind, Rate(found=1))
        for mark, other in pair(one.annotated, one.found):
            _count(kinds, languages, one.language, mark.kind, Rate(agreeing=1))
            for name in ATTRIBUTES.get(mark.kind, {}):
                right, whole = attributes.get(f"{mark.kind}.{name}", (0, 0))
                same = _comparable(dict(mark.attrs).get(name)) == _comparable(dict(other.attrs).get(name))
                attributes[f"{mark.kind}.{name}"] = (right + same, whole + 1)
    micro = sum(kinds.values(), Rate())
    return Score(
        micro,
        {kind: kinds[kind] for kind in sorted(kinds)},
        dict(sorted(languages.items())),
        dict(sorted(attributes.items())),
    )


def _comparable(value: Attribute) -> Attribute:
    """A value as it is compared: words without regard to capitals and white space, no words as none."""
    return (" ".join(value.casefold().split()) or None) if isinstance(value, str) else value


def _count(kinds: dict[Kind, Rate], languages: dict[str, Rate], language: str, kind: Kind, rate: Rate) -> None:
    kinds[kind] = kinds.get(kind, Rate()) + rate
    languages[language] = languages.get(language, Rate()) + rate
