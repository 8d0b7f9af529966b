"""Who addresses whom, as far as it tells who sits together: "Herr Kolb" goes across the table, a shared name does not.

First names tell only from people who say Herr or Frau to somebody else: among people who all say du (or in English)
everybody is called by the first name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ACROSS = -0.25
"""The tie between two people of whom one says Herr or Frau and the name to the other."""
TOGETHER = 0.25
"""The tie between people of one surname, or on first-name terms beside somebody with Herr or Frau."""
_TITLES = re.compile(r"\b(?:herrn?|frau|mr|mrs|ms)\b\.? (?:(?:dr|doktor|prof)\.? )?([^\W\d_]+(?:-[^\W\d_]+)*)")
_NO_NAMES = frozenset("herr frau mr mrs ms dr prof dr. prof. mr. mrs. ms.".split())


@dataclass(frozen=True, slots=True)
class Addressed:
    """Ties between groups of people, and who says Herr or Frau to whom: (group, name, the other's group)."""

    ties: Mapping[tuple[str, str], float]
    opposite: tuple[tuple[str, str, str], ...]


def addressed(people: Mapping[str, Sequence[str]], texts: Mapping[str, str]) -> Addressed:
    """The ties between groups of people (by key their names, and what they say)."""
    parts = {key: [_name(name) for name in names] for key, names in people.items()}
    ties: dict[tuple[str, str], float] = {}
    opposite = []
    for speaker, text in texts.items():
        folded = text.lower()
        titled = set(_TITLES.findall(folded))
        others = [key for key in people if key != speaker]
        formal = {key for key in others if any(words and words[-1] in titled for words in parts[key])}
        for other in others:
            if other in formal and not _share(parts[speaker], parts[other]):
                name = next(
                    name
                    for name, words in zip(people[other], parts[other], strict=True)
                    if words and words[-1] in titled
                )
                opposite.append((speaker, name, other))
                _tie(ties, speaker, other, ACROSS)
            elif _share(parts[speaker], parts[other]) or (formal and _by_first_name(folded, parts[other])):
                _tie(ties, speaker, other, TOGETHER)
    return Addressed(ties, tuple(opposite))


def _name(name: str) -> list[str]:
    return [word for word in name.lower().split() if word not in _NO_NAMES]


def _share(some: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> bool:
    """Whether two people bear one surname."""
    last = {words[-1] for words in some if len(words) > 1}
    return any(len(words) > 1 and words[-1] in last for words in others)


def _by_first_name(folded: str, names: Sequence[Sequence[str]]) -> bool:
    return any(
        len(words) > 1 and re.search(rf"\b{re.escape(words[0])}\b(?! {re.escape(words[-1])})", folded)
        for words in names
    )


def _tie(ties: dict[tuple[str, str], float], one: str, other: str, tie: float) -> None:
    """Ties of both directions count together, on the pair in the order of their names."""
    pair = (one, other) if one < other else (other, one)
    ties[pair] = ties.get(pair, 0.0) + tie
