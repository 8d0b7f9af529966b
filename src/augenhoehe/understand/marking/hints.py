"""What the rules see, as figures the network reads beside the words.

For each passage: how certain each detector is (0 where nothing speaks for its kind), which marks of the lexicon stand
there, and where passages and sentences begin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.leaning import MARKS
from augenhoehe.understand.talk import Said, Spot

KINDS = tuple(Kind)
HINTS = len(KINDS) + len(MARKS) + 2
"""Figures a piece: certainty of the rules for each kind, marks, begins a passage, begins a sentence."""

Certainties = Mapping[Kind, float]


def hints(said: Said, places: Sequence[tuple[int, int]], seen: Sequence[Certainties]) -> npt.NDArray[np.float32]:
    """Pieces × HINTS for pieces of a turn at these characters; `seen[i]` belongs to passage i of the turn."""
    rows = np.zeros((len(places), HINTS), dtype=np.float32)
    starts = [said.words.starts[spot.passage.first] for spot in said.spots]
    vectors = [_vector(spot, one) for spot, one in zip(said.spots, seen, strict=True)]
    number, last = 0, -1
    for row, (start, _) in enumerate(places):
        while number + 1 < len(starts) and starts[number + 1] <= start:
            number += 1
        if not vectors:
            break
        rows[row, : len(vectors[number])] = vectors[number]
        if number != last:
            rows[row, -2] = 1.0
            before = said.spots[last].passage.sentence if last >= 0 else -1
            rows[row, -1] = float(said.spots[number].passage.sentence != before)
            last = number
    return rows


def _vector(spot: Spot, seen: Certainties) -> npt.NDArray[np.float32]:
    return np.array(
        [*(seen.get(kind, 0.0) for kind in KINDS), *(float(mark in spot.marks) for mark in MARKS)], dtype=np.float32
    )
