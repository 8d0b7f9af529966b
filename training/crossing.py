"""Judge a design on talks it did not learn: cross-validation by conversation, thresholds and calibration.

    python -m training.crossing FOLD0 FOLD1 … [--settings FILE] [--figures FILE]

Each folder is one `training.train --fold N --folds M --out FOLDER`. The thresholds with which a fold is scored were
chosen on the other folds; the thresholds and the calibration that are shipped are chosen on all of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy.optimize import minimize

from augenhoehe.understand.findings import ACCUSING, Kind
from augenhoehe.understand.marking.calibration import Calibration, logit
from augenhoehe.understand.marking.guarding import guarded
from augenhoehe.understand.marking.stretches import Stretch, stretches
from augenhoehe.understand.marking.windows import Alphabet
from augenhoehe.understand.scoring import Answered, Marked, Score, pair, score
from training.corpus import talks
from training.examples import cut
from training.marker import Answering, Marker
from training.marks import marked_by_people
from training.spoken import stripped
from training.train import Read, alphabet_of, read
from training.weights import Encoder, unpack, weights_file

GRID = tuple(round(0.2 + 0.025 * step, 3) for step in range(25))
RIDGE = 1.5
BINS = 10
CAREFUL = 0.85
"""The precision that judging kinds must reach to speak at all."""

Thresholds = dict[Kind, float]
Reads = list[Read]


def loaded(folder: Path, encoder: Encoder) -> tuple[Answering, list[int], list[str]]:
    """The marker of a folder, its rows of the vocabulary and the talks it did not learn."""
    kept = torch.load(folder / "marker.pt")
    marker = Marker(encoder, kept["rows"], kept["depth"], hinted=kept.get("hinted", True))
    marker.load_state_dict(kept["state"])
    return Answering(marker.eval()), kept["rows"], kept["held"]


def read_whole(talk: dict[str, Any], answering: Answering, alphabet: Alphabet) -> Read:
    """One talk with what the marker says about all its windows."""
    prepared, windows = cut(talk, alphabet)
    return talk, prepared, [(window, read(answering, window)) for window in windows]


def found_in(one: Read, thresholds: Mapping[Kind, float]) -> list[Stretch]:
    """What is found in one talk, conventions kept."""
    by_turn: dict[int, list[Stretch]] = {}
    for stretch in stretches(one[1], one[2], thresholds):
        by_turn.setdefault(stretch.turn.id, []).append(stretch)
    return [stretch for here in by_turn.values() for stretch in guarded(here)]


def answered(one: Read, thresholds: Mapping[Kind, float]) -> Answered:
    """One talk as annotated and as found."""
    found = tuple(Marked(s.turn.id, s.kind, s.quote, s.attrs) for s in found_in(one, thresholds))
    return Answered(one[0]["lang"], marked_by_people(one[0]), found)


def choose(reads: Sequence[Read]) -> Thresholds:
    """For each kind the threshold with the best F1, its neighbours counted in; ties go to the higher one.

    A kind that judges takes the best of the thresholds with the wanted precision, or the most precise there is.
    """
    curves = {kind: np.zeros((len(GRID), 3)) for kind in Kind}
    for column, threshold in enumerate(GRID):
        got = score(answered(one, dict.fromkeys(Kind, threshold)) for one in reads)
        for kind, rate in got.kinds.items():
            curves[kind][column] = rate.agreeing, rate.found, rate.annotated
    return {kind: _best(curve, careful=kind in ACCUSING) for kind, curve in curves.items()}


def _best(curve: np.ndarray, *, careful: bool) -> float:
    agreeing, found, annotated = curve.T
    f1 = 2 * agreeing / np.maximum(found + annotated, 1)
    smooth = np.convolve(np.pad(f1, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    best = len(GRID) - 1 - int(np.argmax(smooth[::-1]))
    if careful:
        precision = (agreeing + 0.5) / (found + 1)
        good = [i for i in range(len(GRID)) if precision[i] >= CAREFUL]
        best = max(good, key=lambda i: (f1[i], i)) if good else int(np.argmax(precision))
    return GRID[best]


def calibrate(reads: Sequence[Read], thresholds: Thresholds) -> Calibration:
    """Fit the curve of certainty on what is found with these thresholds."""
    cases = [case for one in reads for case in judged(one, thresholds)]
    kinds = list(Kind)
    odds = np.array([logit(stretch.score) for stretch, _ in cases])
    which = np.array([kinds.index(stretch.kind) for stretch, _ in cases])
    right = np.array([agrees for _, agrees in cases], dtype=float)

    def cost(values: np.ndarray) -> float:
        slope, common, offsets = values[0], values[1], values[2:]
        z = slope * odds + common + offsets[which]
        return float(np.sum(np.logaddexp(0, z) - right * z) + RIDGE * np.sum(offsets**2))

    fitted = minimize(cost, np.array([1.0, 0.0, *([0.0] * len(kinds))]), method="L-BFGS-B").x
    offsets = {kind: round(float(fitted[1] + fitted[2 + number]), 4) for number, kind in enumerate(kinds)}
    return Calibration(round(float(fitted[0]), 4), offsets)


def judged(one: Read, thresholds: Mapping[Kind, float]) -> list[tuple[Stretch, bool]]:
    """What is found in one talk, each with whether it agrees with an annotated finding."""
    found = found_in(one, thresholds)
    marks = [Marked(s.turn.id, s.kind, s.quote, s.attrs) for s in found]
    right = {id(mark) for _, mark in pair(marked_by_people(one[0]), marks)}
    return [(stretch, id(mark) in right) for stretch, mark in zip(found, marks, strict=True)]


def calibration_error(cases: Iterable[tuple[float, bool]]) -> tuple[float, list[tuple[int, float, float]]]:
    """Expected calibration error over ten bins of certainty, and (count, mean certainty, share right) of each."""
    cases = list(cases)
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for certainty, right in cases:
        bins[min(BINS - 1, int(certainty * BINS))].append((certainty, right))
    rows = [(len(one), float(np.mean([c for c, _ in one])), float(np.mean([r for _, r in one]))) for one in bins if one]
    return sum(count * abs(sure - share) for count, sure, share in rows) / max(1, len(cases)), rows


def shown(got: Score) -> dict[str, Any]:
    """A score as figures."""
    return {
        "micro": _rate(got.micro), "macro": round(got.macro_f1, 3),
        "kinds": {kind.value: _rate(rate) for kind, rate in got.kinds.items()},
        "languages": {language: _rate(rate) for language, rate in got.languages.items()},
        "attributes": {name: round(right / whole, 3) for name, (right, whole) in got.attributes.items()},
    }  # fmt: skip


def _rate(rate: Any) -> dict[str, Any]:
    return {"precision": round(rate.precision, 3), "recall": round(rate.recall, 3), "f1": round(rate.f1, 3),
            "annotated": rate.annotated}  # fmt: skip


def crossed(folds: Sequence[Reads]) -> tuple[list[Answered], float, Any]:
    """Answer each fold with thresholds and calibration from the others; the calibration error and its table."""
    everything: list[Answered] = []
    cases: list[tuple[float, bool]] = []
    for number, fold in enumerate(folds):
        others = [one for other, reads in enumerate(folds) if other != number for one in reads] or list(fold)
        thresholds = choose(others)
        calibration = calibrate(others, thresholds)
        for one in fold:
            everything.append(answered(one, thresholds))
            cases += [(calibration.certainty(s.kind, s.score), right) for s, right in judged(one, thresholds)]
    return everything, *calibration_error(cases)


def judging(answers: Iterable[Answered], most: int = 2) -> dict[str, Any]:
    """How often the kinds that judge are right: everywhere, and with good advisers (at most `most` such marks)."""
    everything, good, alarms = list(answers), [], 0
    for one in everything:
        if sum(mark.kind in ACCUSING for mark in one.annotated) <= most:
            good.append(one)
            alarms += sum(mark.kind in ACCUSING for mark in one.found)
    return {
        "precision": _precision(everything), "talks of good advisers": len(good), "said of them": alarms,
        "precision of good advisers": _precision(good),
    }  # fmt: skip


def _precision(answers: Iterable[Answered]) -> float:
    kinds = score(answers).kinds
    agreeing = sum(rate.agreeing for kind, rate in kinds.items() if kind in ACCUSING)
    return round(agreeing / max(1, sum(rate.found for kind, rate in kinds.items() if kind in ACCUSING)), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--settings", type=Path, help="write thresholds and calibration here")
    parser.add_argument("--figures", type=Path, help="write all figures here as JSON")
    args = parser.parse_args()
    torch.set_num_threads(1)
    encoder = unpack(weights_file())
    corpus = {talk["id"]: talk for talk in talks()}
    folds: list[Reads] = []
    bare: list[Reads] = []
    for folder in args.folders:
        answering, rows, held = loaded(folder, encoder)
        alphabet = alphabet_of(encoder, rows)
        folds.append([read_whole(corpus[name], answering, alphabet) for name in held])
        written = (corpus[name] for name in held if corpus[name]["form"] != "asr")
        bare.append([read_whole(stripped(talk), answering, alphabet) for talk in written])
    figures: dict[str, Any] = {}
    answers, error, table = crossed(folds)
    figures["all"] = {**shown(score(answers)), "calibration error": round(error, 3), "calibration": table}
    figures["all"]["judging"] = judging(answers)
    written = [[one for one in fold if one[0]["form"] != "asr"] for fold in folds]
    for name, part in (("written", written), ("same, stripped to raw speech", bare)):
        thresholds = [choose([one for k, f in enumerate(folds) if k != n or len(folds) == 1 for one in f])
                      for n in range(len(folds))]  # fmt: skip
        figures[name] = shown(score(answered(one, t) for fold, t in zip(part, thresholds, strict=True) for one in fold))
    everything = [one for fold in folds for one in fold]
    thresholds = choose(everything)
    calibration = calibrate(everything, thresholds)
    if args.settings:
        kept = {"thresholds": thresholds, "calibration": {"slope": calibration.slope, "offsets": calibration.offsets}}
        args.settings.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    if args.figures:
        args.figures.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, one in figures.items():
        print(name, one["micro"], "macro", one["macro"])
    for kind, rate in figures["all"]["kinds"].items():
        print(f"{kind:15}", rate, thresholds[Kind(kind)])
    for name in ("languages", "attributes", "calibration error", "judging"):
        print(name, figures["all"][name])


if __name__ == "__main__":
    main()
