"""Cut words into the encoder's pieces (unigram model, as SentencePiece does), keeping the place of every piece.

Pieces of this vocabulary never cross a space, so each word is cut once by dynamic programming and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SPACE = "▁"
_WORD = re.compile(r"\S+")
_UNKNOWN_PENALTY = 10.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Row `id` of the vocabulary for the characters `start` to `end` of the text."""

    id: int
    start: int
    end: int


@dataclass(slots=True)
class Cutter:
    """Cuts text with a table of pieces (id, score), a normalisation of characters and the id of the unknown piece."""

    table: Mapping[str, tuple[int, float]]
    normal: Mapping[str, str]
    unknown: int
    longest: int
    unknown_score: float
    _known: dict[str, tuple[tuple[int, int, int], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, pieces: Sequence[str], scores: Sequence[float], normal: Mapping[str, str], unknown: int) -> Cutter:
        """A cutter for a vocabulary: piece i has row i."""
        table = {piece: (row, float(score)) for row, (piece, score) in enumerate(zip(pieces, scores, strict=True))}
        lowest = float(min(scores)) - _UNKNOWN_PENALTY
        return cls(table, dict(normal), unknown, max(map(len, pieces)), lowest)

    def cut(self, text: str) -> list[Piece]:
        """The pieces of a text in order, with their places in the original text."""
        found = []
        for match in _WORD.finditer(text):
            word = match[0]
            if word not in self._known:
                self._known[word] = self._cut_word(word)
            found += [Piece(row, match.start() + start, match.start() + end) for row, start, end in self._known[word]]
        return found

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        letters = [(SPACE, 0, 0)]
        for place, letter in enumerate(word):
            letters += [(part, place, place + 1) for part in self.normal.get(letter, letter) if not part.isspace()]
        size = len(letters)
        best = [0.0] + [float("-inf")] * size
        back: list[tuple[int, int]] = [(0, self.unknown)] * (size + 1)
        text = "".join(letter for letter, _, _ in letters)
        for start in range(size):
            for end in range(start + 1, min(size, start + self.longest) + 1):
                row, score = self.table.get(text[start:end], (self.unknown, None))
                if score is None:
                    if end > start + 1:
                        continue
                    score = self.unknown_score
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, row)
        cut: list[tuple[int, int, int]] = []
        end = size
        while end:
            start, row = back[end]
            cut.append((row, letters[start][1], letters[end - 1][2]))
            end = start
        return tuple(reversed(cut))
