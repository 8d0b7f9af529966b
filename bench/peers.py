"""Our reader beside others, on talks none of them learned: python bench/peers.py --marker FOLDER [--only NAME …]

FOLDER is the output of `python -m training.train --fold 0 --folds 4 --out FOLDER`. Needs the environment that
`bench/requirements.txt` describes. Prints a table in Markdown; `--json FILE` writes all figures. A quarter of
an hour on two cores, most of it the embeddings; `--kept FOLDER` keeps what was learned for the next time.

Every other reader learns from the same talks and scenes, sentence by sentence (`bench/beside`). Kinds that a side
cannot say are left out for all readers alike. What was learned is then read by a new process on one core, where start,
speed and memory are measured: start to the first turn read and words a second, both in processor time, so that a busy
machine changes little. Whole talks are read one after another.

Our reader's F1 is that of the network in FOLDER, which did not learn these talks; its start, speed and memory are those
of the network in the package.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NAMES: Mapping[str, str] = {
    "polite": "ConvoKit's politeness strategies, linear head (English)",
    "rules": "our rules alone",
    "categorised": "spaCy blank: sentencizer, text categoriser",
    "parsed": "spaCy `en_core_web_sm`: lemmas and parse, linear head (English)",
    "words": "bag of words, linear head",
    "e5": "frozen e5 embeddings (4 bits), linear head",
    "model": "**our reader**",
    "free": "our reader, judging kinds as free to speak as the others'",
}
OURS = ("rules", "model")
READERS = tuple(name for name in NAMES if name != "free")
SINGLE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
SCORES = ("micro", "macro", "de", "en", "raw")
Figures = dict[str, Any]


def step(module: str, *arguments: str, core: int | None = None) -> Figures:
    """One step in a process of its own, on one core where one is given; its last line is JSON."""
    paths = [*os.environ.get("PYTHONPATH", "").split(os.pathsep), str(ROOT), str(ROOT / "src")]
    environment = {**os.environ, **SINGLE, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    call = [sys.executable, "-m", f"bench.beside.{module}", *arguments]
    if core is not None:
        call = ["taskset", "--cpu-list", str(core), *call]
    if module == "measuring":
        call.append(repr(time.time()))
    done = subprocess.run(call, env=environment, stdout=subprocess.PIPE, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    told = {name: value for name, value in figures.items() if name not in ("kinds", "free")}
    print(f"{time.strftime('%H:%M:%S')} {module} {arguments[0]}: {json.dumps(told)}", file=sys.stderr, flush=True)
    return figures


def learn(names: Sequence[str], marker: Path | None, folder: Path, few: list[str]) -> Figures:
    """Learn the other readers on all cores and score the network; the score, where there is a network."""
    cores = sorted(os.sched_getaffinity(0))
    waiting = [name for name in names if name not in OURS and not (folder / f"{name}.pickle").exists()]
    with ThreadPoolExecutor(len(cores)) as pool:
        judged = pool.submit(step, "judging", str(marker), str(folder)) if marker else None
        single = [name for name in waiting if name != "e5"]
        list(pool.map(lambda name: step("learning", name, str(folder), *few), single))
        score = judged.result() if judged else {}
    if "e5" in waiting:
        step("learning", "e5", str(folder), *few, "--processes", str(len(cores)))
    return score


def compare(names: Sequence[str], marker: Path | None, folder: Path, few: list[str]) -> dict[str, Figures]:
    """All figures by reader."""
    step("material", str(folder), *few)
    judged = learn(names, marker if "model" in names else None, folder, few)
    core = max(os.sched_getaffinity(0))
    rows = {name: step("measuring", name, str(folder), core=core) for name in names}
    for name, row in rows.items():
        row |= judged if name == "model" else step("scoring", name, str(folder))
    if "free" in judged:
        measured = ("words a second", "start, processor", "memory")
        rows["free"] = {**judged["free"], **{figure: rows["model"][figure] for figure in measured}}
    return rows


def table(rows: Mapping[str, Figures]) -> str:
    """The figures as a table in Markdown, the weakest F1 first."""
    heads = ("reader", "micro-F1", "macro-F1", "German", "English", "raw speech", "judging kinds: precision, recall",
             "words a second", "start", "memory")  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for name, row in sorted(rows.items(), key=lambda one: float(one[1].get("micro", 0.0))):
        scores = [f"{row[figure]:.2f}" if figure in row else "–" for figure in SCORES]
        scores.append(f"{row['judging']:.2f}, {row['judging, recall']:.2f}" if "judging" in row else "–")
        speed = [f"{row['words a second']:,}", f"{row['start, processor']:.1f} s", f"{row['memory']} MB"]
        lines.append(f"| {' | '.join([NAMES[name], *scores, *speed])} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--marker", type=Path, help="a network that did not learn the talks held back")
    parser.add_argument("--only", nargs="+", choices=READERS, default=READERS, metavar="NAME")
    parser.add_argument("--few", type=int, default=0, help="so many talks a language, to try it out")
    parser.add_argument("--kept", type=Path, help="keep here what is learned, and use what is there already")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    few = ["--few", str(options.few)] if options.few else []
    with tempfile.TemporaryDirectory() as made:
        folder = options.kept or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        rows = compare(options.only, options.marker, folder, few)
    print(table(rows))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
