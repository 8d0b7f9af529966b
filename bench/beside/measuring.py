"""Start, speed and memory of one reader: python -m bench.beside.measuring NAME FOLDER BEGUN

BEGUN is the clock when Python was called. Each talk is read once; what was found is kept for `scoring`.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    name, folder, begun = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    held = json.loads((folder / "held.json").read_text(encoding="utf-8"))
    reading = importlib.import_module("bench.beside.own" if name in ("rules", "model") else "bench.beside.learned")
    languages, find = reading.finder(name, folder)
    held = [talk for talk in held if talk["lang"] in languages]
    find({**held[0], "turns": held[0]["turns"][:1]})
    start, processor = time.time() - begun, time.process_time()
    found = [find(talk) for talk in held]
    spent = time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    words = sum(len(turn["text"].split()) for talk in held for turn in talk["turns"])
    (folder / f"{name}.found.json").write_text(
        json.dumps({talk["id"]: here for talk, here in zip(held, found, strict=True)}), encoding="utf-8"
    )
    figures = {
        "start": round(start, 2),
        "start, processor": round(processor, 2),
        "words": words,
        "words a second": round(words / spent),
        "memory": round(memory / 1024),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
