"""What a learned reader finds in a talk, sentence by sentence."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

Found = list[tuple[int, int, str]]
"""Turn, number of the kind, words."""


def finder(name: str, folder: Path) -> tuple[tuple[str, ...], Callable[[dict[str, Any]], Found]]:
    """The languages of a reader that was kept in a folder, and what it finds in a talk."""
    kept = pickle.loads((folder / f"{name}.pickle").read_bytes())
    reader, thresholds = kept["reader"], np.array(kept["thresholds"])
    may_say = {role: np.array(can) for role, can in kept["may_say"].items()}

    def find(talk: dict[str, Any]) -> Found:
        units = [(turn, unit) for turn in talk["turns"] for unit in reader.units(turn["text"], talk["lang"])]
        if not units:
            return []
        scores = reader.scores([unit.payload for _, unit in units], talk["lang"])
        return [
            (turn["id"], int(kind), turn["text"][unit.start : unit.end])
            for (turn, unit), row in zip(units, scores, strict=True)
            for kind in np.nonzero((row >= thresholds) & may_say[turn["role"]])[0]
        ]

    return reader.languages, find
