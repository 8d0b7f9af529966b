"""The language of the lexicon's patterns, and finding them quickly.

A pattern is a row of words as they stand in `words`:

    ich würde … weglassen      … is a gap of up to five words, …… of up to twelve
    ich|wir brauch*            one of several words; a word with any ending
    would like (a|to order)    one of several rows of words
    *preis *kosten*            any beginning; anywhere inside (compounds)
    [wirklich] gern            may be there or not
    <number> prozent           a class of words from words.toml (number, money, day, month, time, unit …)
    ^ wir suchen               only at the beginning of a passage (and, also, ja, well … may go before)
    weiß ich nicht $           only at the end of a passage

Spoken short forms may be written as one likes ("hab", "don't"): they are written out as the text is. Fillers of
words.toml (ähm, mal, doch, just, really …) may stand between the words of a pattern in the text.

Matching walks from the rarest word of a pattern outwards; there is no backtracking beyond its gaps, so its time is
bounded by the length of the pattern and never explodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from augenhoehe.understand.words import Vocabulary, written

GAP, LONG_GAP = 5, 12


class PatternError(ValueError):
    """A pattern in the lexicon cannot be read: a defect of the data, caught by the tests."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: a gap, an edge, or a word that one of the tests accepts."""

    literals: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    infixes: tuple[str, ...] = ()
    numbers: bool = False
    optional: bool = False
    gap: int = 0
    edge: str = ""

    def accepts(self, word: str, known: Vocabulary) -> bool:
        """Whether a word may stand here."""
        return (
            word in self.literals
            or (bool(self.prefixes) and word.startswith(self.prefixes))
            or (bool(self.suffixes) and word.endswith(self.suffixes))
            or (bool(self.infixes) and any(part in word for part in self.infixes))
            or (self.numbers and known.is_number(word))
        )


def _slot(piece: str, known: Vocabulary) -> Slot:
    if piece == "…":
        return Slot(gap=GAP)
    if piece == "……":
        return Slot(gap=LONG_GAP)
    if piece in "^$":
        return Slot(edge=piece)
    optional = piece.startswith("[") and piece.endswith("]")
    literals: set[str] = set()
    prefixes, suffixes, infixes = [], [], []
    numbers = False
    for word in (piece[1:-1] if optional else piece).split("|"):
        if word == "<number>":
            numbers = True
        elif word.startswith("<") and word.endswith(">"):
            if word[1:-1] not in known.classes:
                raise PatternError(f"no such class of words: {word}")
            literals |= known.classes[word[1:-1]]
        elif word.startswith("*") and word.endswith("*") and len(word) > 4:
            infixes.append(word[1:-1])
        elif word.endswith("*") and len(word) > 2:
            prefixes.append(word[:-1])
        elif word.startswith("*") and len(word) > 1:
            suffixes.append(word[1:])
        elif not word or "*" in word or (not word.replace("-", "").replace("'", "").isalnum() and word not in "%€$£?"):
            raise PatternError(f"cannot read {piece!r}")
        else:
            full = written(word, known)
            literals.add(full[0] if len(full) == 1 else word)
    return Slot(
        literals=frozenset(literals),
        prefixes=tuple(prefixes),
        suffixes=tuple(suffixes),
        infixes=tuple(infixes),
        numbers=numbers,
        optional=optional,
    )


def slots(pattern: str, known: Vocabulary) -> tuple[Slot, ...]:
    """Read a pattern. Raises PatternError where it cannot be read."""
    pieces = [word for piece in pattern.split() for word in (written(piece, known) if piece.strip("'") else [piece])]
    read = tuple(_slot(piece, known) for piece in pieces)
    if not any(not (slot.gap or slot.edge or slot.optional) for slot in read):
        raise PatternError(f"{pattern!r} asks for no word")
    return read


def _cost(slot: Slot, common: frozenset[str]) -> float:
    """How often a slot will fit, roughly: what a pattern should not be looked up by."""
    if slot.gap or slot.edge or slot.optional:
        return 1e9
    cost = sum(20.0 if word in common else 1.0 for word in slot.literals)
    cost += sum(60.0 / len(prefix) for prefix in slot.prefixes)
    return cost + 400.0 * (len(slot.suffixes) + len(slot.infixes)) + (80.0 if slot.numbers else 0.0)


_GROUP = re.compile(r"\(([^()]*)\)")


def spread(pattern: str) -> list[str]:
    """A pattern with (groups) as the patterns without groups it stands for."""
    group = _GROUP.search(pattern)
    if group is None:
        return [pattern]
    return [
        whole
        for choice in group.group(1).split("|")
        for whole in spread(pattern[: group.start()] + choice + pattern[group.end() :])
    ]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to be matched; `anchor` is the slot it is looked up by, `number` its place in the lexicon.

    Of each set in `also` one word must stand in the text too, which settles most cases before any walk.
    """

    number: int
    slots: tuple[Slot, ...]
    anchor: int
    also: tuple[frozenset[str], ...]
    specificity: float

    @classmethod
    def read(cls, number: int, text: str, known: Vocabulary) -> Pattern:
        """Read a pattern. Raises PatternError where it cannot be read."""
        row = slots(text, known)
        costs = [_cost(slot, known.common) for slot in row]
        anchor = costs.index(min(costs))
        others = [
            (cost, slot.literals)
            for place, (cost, slot) in enumerate(zip(costs, row, strict=True))
            if place != anchor and cost < 1e9 and not (slot.prefixes or slot.suffixes or slot.infixes or slot.numbers)
        ]
        also = tuple(literals for _, literals in sorted(others, key=lambda pair: pair[0]))
        return cls(number, row, anchor, also, _specificity(row, known.common))


def _specificity(row: Sequence[Slot], common: frozenset[str]) -> float:
    """How much a pattern asks for: one for each telling word, less for common words and open endings."""
    total = 0.0
    for slot in row:
        if slot.gap or slot.optional:
            continue
        if slot.edge:
            total += 0.3
        elif slot.literals and not slot.literals.isdisjoint(common):
            total += 0.5
        else:
            total += 1.0 if slot.literals else 0.7
    return total


class Matcher:
    """Finds all patterns of a lexicon in a row of words."""

    __slots__ = ("_by_word", "_literal", "_prefixed", "_wild", "known", "patterns")

    def __init__(self, texts: Iterable[str], known: Vocabulary) -> None:
        self.known = known
        self.patterns = tuple(Pattern.read(number, text, known) for number, text in enumerate(texts))
        self._by_word: dict[str, tuple[Pattern, ...]] = {}
        self._literal: dict[str, list[Pattern]] = {}
        self._prefixed: dict[str, list[tuple[str, Pattern]]] = {}
        self._wild: list[Pattern] = []
        for pattern in self.patterns:
            self._index(pattern)

    def _index(self, pattern: Pattern) -> None:
        anchor = pattern.slots[pattern.anchor]
        if anchor.suffixes or anchor.infixes or anchor.numbers or any(len(prefix) < 2 for prefix in anchor.prefixes):
            self._wild.append(pattern)
            return
        for word in anchor.literals:
            self._literal.setdefault(word, []).append(pattern)
        for prefix in anchor.prefixes:
            self._prefixed.setdefault(prefix[:2], []).append((prefix, pattern))

    def _candidates(self, word: str) -> tuple[Pattern, ...]:
        found = list(self._literal.get(word, ()))
        found += [pattern for prefix, pattern in self._prefixed.get(word[:2], ()) if word.startswith(prefix)]
        found += [pattern for pattern in self._wild if pattern.slots[pattern.anchor].accepts(word, self.known)]
        return tuple({pattern.number: pattern for pattern in found}.values())

    def find(
        self, words: Sequence[str], first: int, last: int, edge: Callable[[int, str], bool]
    ) -> list[tuple[int, int, int]]:
        """All matches within words `first` to `last` (excluded): (pattern number, first word, last word).

        `edge(position, "^")` says whether a passage begins at a word, `edge(position, "$")` whether one ends before it.
        """
        hits: list[tuple[int, int, int]] = []
        walk = _Walk(self.known, words, first, last, edge)
        by_word = self._by_word
        present = frozenset(words[first:last])
        for position in range(first, last):
            word = words[position]
            candidates = by_word.get(word)
            if candidates is None:
                if len(by_word) > 60_000:
                    by_word.clear()
                candidates = by_word[word] = self._candidates(word)
            for pattern in candidates:
                if any(literals.isdisjoint(present) for literals in pattern.also):
                    continue
                begin = walk.run(pattern.slots, pattern.anchor - 1, -1, position - 1)
                if begin is None:
                    continue
                end = walk.run(pattern.slots, pattern.anchor + 1, 1, position + 1)
                if end is not None:
                    hits.append((pattern.number, begin, end))
        return hits


class _Walk:
    """One walk from the anchor of a pattern to one of its ends."""

    __slots__ = ("edge", "first", "known", "last", "words")

    def __init__(
        self, known: Vocabulary, words: Sequence[str], first: int, last: int, edge: Callable[[int, str], bool]
    ) -> None:
        self.known, self.words, self.first, self.last, self.edge = known, words, first, last, edge

    def run(self, row: tuple[Slot, ...], place: int, step: int, position: int) -> int | None:
        """The outermost word of the match in this direction, or None where the pattern does not fit."""
        while 0 <= place < len(row):
            slot = row[place]
            if slot.gap:
                for skipped in range(slot.gap + 1):
                    if not self.first <= position - step < self.last:
                        return None
                    end = self.run(row, place + step, step, position + step * skipped)
                    if end is not None:
                        return end
                return None
            if slot.edge:
                at = position + 1 if step < 0 else position
                if not self.edge(at, slot.edge):
                    return None
            elif self.first <= position < self.last and slot.accepts(self.words[position], self.known):
                position += step
            elif self.first <= position < self.last and self.words[position] in self.known.fillers:
                position += step
                continue
            elif not slot.optional:
                return None
            place += step
        return position - step
