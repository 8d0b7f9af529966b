"""The shipped network: pieces of a window in, probabilities out.

The network was trained on the project's own corpus (`training/`) from the first layers of multilingual-e5-small and is
kept with whole numbers of 8 bits. It runs on one thread, one window at a time, so that what is found in a talk never
depends on what else is read beside it. On another processor the last digits of a probability may differ.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import onnxruntime

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.calibration import Calibration
from augenhoehe.understand.marking.heads import Answer
from augenhoehe.understand.marking.pieces import Cutter
from augenhoehe.understand.marking.windows import Alphabet, Window

FOLDER = Path(__file__).resolve().parent / "shipped"


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded network with its alphabet, the threshold of each kind and the calibration of its scores."""

    session: onnxruntime.InferenceSession
    alphabet: Alphabet
    thresholds: Mapping[Kind, float]
    calibration: Calibration

    def answer(self, window: Window) -> Answer:
        """Probabilities for the pieces of one window."""
        found = self.session.run(None, {"ids": window.ids[None], "hints": window.hints[None]})
        return Answer(*(part[0] for part in found))


@lru_cache(maxsize=1)
def shipped() -> Network:
    """The network that comes with the package; loaded once."""
    return load(FOLDER)


def load(folder: Path) -> Network:
    """A network from a folder that holds marker.onnx, pieces.tsv and settings.json."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(folder / "marker.onnx"), options, providers=["CPUExecutionProvider"])
    settings: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return Network(
        session,
        _alphabet(folder / "pieces.tsv", settings),
        {kind: float(settings["thresholds"][kind]) for kind in Kind},
        Calibration.of(settings["calibration"]),
    )


def _alphabet(path: Path, settings: Mapping[str, Any]) -> Alphabet:
    pieces: list[str] = []
    scores: list[float] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        piece, separator, score = line.rpartition("\t")
        if separator:
            pieces.append(piece)
            scores.append(float(score))
    cutter = Cutter.of(pieces, scores, settings["letters"], settings["unknown"])
    return Alphabet(cutter, settings["begin"], settings["end"], len(pieces))
