"""Learn one reader and keep it with its thresholds: python -m bench.beside.learning NAME FOLDER

On two thirds of the talks and all scenes first, to choose the strength of the head and the threshold of each kind on
the last third; then on all.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.stretches import may_say
from bench.beside.linear import Linear
from bench.beside.material import Row, cut, divided, reader

CHOOSING = 3
FEWEST = 3
"""A kind with fewer sentences to learn from is never found."""
GRID = np.arange(0.04, 0.92, 0.02)
KINDS = list(Kind)
MAY_SAY = {str(role): [may_say(role, kind) for kind in KINDS] for role in Role}


def taught(name: str, rows: Sequence[Row], strength: float) -> Any:
    """A reader that has learned from sentences."""
    found = reader(name)
    payloads, marks = [row.payload for row in rows], marks_of(rows)
    if not isinstance(found, Linear):
        found.learn(payloads, [row.language for row in rows], marks, strength)
        return found
    seen = found.fitted(payloads)
    found.weights = np.zeros((len(KINDS), seen.shape[1]), dtype=np.float32)
    found.offsets = np.full(len(KINDS), -20.0, dtype=np.float32)
    solver = "lbfgs" if isinstance(seen, np.ndarray) else "liblinear"
    for kind in range(len(KINDS)):
        if marks[:, kind].sum() >= FEWEST:
            head = LogisticRegression(C=strength, solver=solver, max_iter=300, tol=1e-3).fit(seen, marks[:, kind])
            found.weights[kind], found.offsets[kind] = head.coef_[0], head.intercept_[0]
    return found


def marks_of(rows: Sequence[Row]) -> np.ndarray:
    """Sentences × kinds, 1 where a sentence bears a kind."""
    return np.array([[kind in row.kinds for kind in KINDS] for row in rows], dtype=np.int8)


def scores_of(learned: Any, rows: Sequence[Row]) -> np.ndarray:
    """The scores of sentences of several languages, in their order; 0 for what a side cannot say."""
    whole = np.zeros((len(rows), len(KINDS)))
    for language in sorted({row.language for row in rows}):
        here = [number for number, row in enumerate(rows) if row.language == language]
        whole[here] = learned.scores([rows[number].payload for number in here], language)
    return whole * np.array([MAY_SAY[row.role] for row in rows])


def choose(seen: np.ndarray, marks: np.ndarray) -> tuple[float, list[float]]:
    """Micro-F1 with the best threshold of each kind (its neighbours counted in, ties to the higher), and those."""
    found = seen[None] >= GRID[:, None, None]
    right = (found & (marks[None] > 0)).sum(axis=1)
    f1 = 2 * right / np.maximum(found.sum(axis=1) + marks.sum(axis=0), 1)
    padded = np.pad(f1, ((2, 2), (0, 0)), mode="edge")
    smooth = sum(padded[shift : shift + len(GRID)] for shift in range(5))
    best = len(GRID) - 1 - np.argmax(smooth[::-1], axis=0)
    columns = np.arange(len(KINDS))
    agreeing, said = right[best, columns].sum(), found.sum(axis=1)[best, columns].sum()
    return 2 * float(agreeing) / max(1.0, float(said + marks.sum())), [float(GRID[place]) for place in best]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--few", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    talks, _, scenes = divided(options.few)
    languages = reader(options.name).languages
    material = [talk for talk in (*talks, *scenes) if talk["lang"] in languages]
    begun = time.perf_counter()
    rows = cut(options.name, material, options.processes)
    seen = time.perf_counter()
    aside = {talk["id"] for talk in talks[CHOOSING - 1 :: CHOOSING]}
    first, last = [row for row in rows if row.talk not in aside], [row for row in rows if row.talk in aside]
    tries = []
    for strength in reader(options.name).strengths:
        trial = taught(options.name, first, strength)
        tries.append((*choose(scores_of(trial, last), marks_of(last)), strength))
    f1, thresholds, strength = max(tries, key=lambda one: one[0])
    whole = taught(options.name, rows, strength)
    kept = {"reader": whole, "thresholds": thresholds, "may_say": MAY_SAY}
    (options.folder / f"{options.name}.pickle").write_bytes(pickle.dumps(kept))
    result = {"sentences": len(rows), "strength": strength, "f1 by sentence where chosen": round(f1, 3),
              "tried": [round(one[0], 3) for one in tries], "cutting": round(seen - begun),
              "learning": round(time.perf_counter() - seen)}  # fmt: skip
    print(json.dumps(result))


if __name__ == "__main__":
    main()
