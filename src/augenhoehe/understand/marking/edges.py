"""Move the ends of a stretch to where a reader would have set the pencil: to a sentence or clause, when one is near.

The network marks piece by piece and often misses the last word of a clause or takes the first of the next. Where
nothing ends nearby, as in raw speech, the words stay as they were marked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from augenhoehe.understand.talk import Said

OUTWARDS, INWARDS = 3, 2
"""Words by which an end may move to reach the edge of a sentence or clause."""
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[.!?…]+[\"»“”«')\]]*\s+|\n+")
_CLAUSE = re.compile(r"[,;:]+[\"»“”«')\]]*\s+|\s+[–—-]+\s+|\s*[–—]\s*")


class Edges:
    """The words of a turn, and before which of them a sentence or a clause begins."""

    def __init__(self, said: Said) -> None:
        text = self.text = said.turn.text
        found = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        passages = {self._word_at(said.words.starts[spot.passage.first]) for spot in said.spots}
        sentences = {self._word_at(match.end()) for match in _SENTENCE.finditer(text)} | {0, len(found)}
        self.sentences = sorted(sentences)
        self.breaks = (sentences, passages | {self._word_at(match.end()) for match in _CLAUSE.finditer(text)})

    def _word_at(self, place: int) -> int:
        """The number of the word that holds a character, or of the next word."""
        return bisect_right(self.ends, place)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a character."""
        return bisect_right(self.sentences, self._word_at(place))

    def snap(self, start: int, end: int) -> tuple[int, int]:
        """The characters of a stretch, moved to whole words and to the nearest edges."""
        first = min(self._word_at(start), len(self.starts) - 1)
        after = max(first + 1, min(bisect_left(self.ends, end) + 1, len(self.starts)))
        inwards = min(INWARDS, (after - first - 1) // 2)
        return (
            self.starts[self._nearest(first, first - OUTWARDS, first + inwards, outwards=-1)],
            self._closed(self.ends[self._nearest(after, after - inwards, after + OUTWARDS, outwards=1) - 1]),
        )

    def _closed(self, end: int) -> int:
        """The end without the mark of a pause: a quote does not close with a comma."""
        while end > 1 and self.text[end - 1] in ",;:–—-" and not self.text[end - 2].isspace():
            end -= 1
        return end

    def _nearest(self, place: int, lowest: int, highest: int, *, outwards: int) -> int:
        """The nearest edge from `lowest` to `highest`, a clause counting as one word farther; else the place itself."""
        sentences, clauses = self.breaks
        cost = {one: 2 * abs(one - place) + (0 if one in sentences else 2) - (outwards * (one - place) > 0)
                for one in range(lowest, highest + 1) if one in sentences or one in clauses}  # fmt: skip
        if place in cost or not cost:
            return place
        return min(cost, key=lambda one: (cost[one], one))
