"""How long reading takes: python bench/reading.py [--words 9000] [--many 1000]

Without --many: a conversation of an hour (9,000 words), made by repeating the annotated examples turn by turn, read
in a process of its own on one core, German and English apart. Start is from the call of Python to the first turn
examined (import, lexicon and network); analysis is `examine`, the whole reading is from the bytes of a file to JSON.

With --many: so many conversations of the corpus, over and over, on all cores (`augenhoehe batch`); a part of them is
read again in another order and by one process, and has to give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
AGAIN = 60
"""Conversations that are read a second time."""


def hour(language: str, words: int) -> dict[str, Any]:
    """A conversation of at least so many words in one language, as a JSON file has it."""
    read = [json.loads(path.read_bytes()) for path in sorted((ROOT / "examples" / "annotated").glob("*.json"))]
    source = [(talk["people"], turn) for talk in read if talk["lang"] == language for turn in talk["turns"]]
    people = {one["name"]: one for some, _ in source for one in some}
    turns: list[dict[str, Any]] = []
    count = 0
    for _, turn in cycle(source):
        turns.append({"id": len(turns) + 1, "speaker": turn["speaker"], "role": turn["role"], "text": turn["text"]})
        count += len(turn["text"].split())
        if count >= words:
            break
    return {"id": "hour", "lang": language, "channel": "phone", "people": list(people.values()), "turns": turns}


def one(language: str, words: int, begun: float) -> None:
    """Start, analysis, whole reading and memory of this process."""
    from augenhoehe.api import dump, read, to_json  # noqa: PLC0415 - the import is what is measured
    from augenhoehe.understand.examining import examine  # noqa: PLC0415 - the import is what is measured

    data = json.dumps(hour(language, 1), ensure_ascii=False).encode()
    read(data, "first.json", format="json")
    started, processor = time.time() - begun, time.process_time()
    talk = hour(language, words)
    data = json.dumps(talk, ensure_ascii=False).encode()
    conversation = read(data, "hour.json", format="json").conversation
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, worked, whole = [], [], []
    for _ in range(RUNS):
        begin, cpu = time.perf_counter(), time.process_time()
        findings = examine(conversation)
        wall.append(time.perf_counter() - begin)
        worked.append(time.process_time() - cpu)
        cpu = time.process_time()
        dump(to_json(read(data, "hour.json", format="json")))
        whole.append(time.process_time() - cpu)
    print(
        f"{language}: {words} words, {len(talk['turns'])} turns, {len(findings)} findings; "
        f"start {started:.2f} s (processor {processor:.2f} s); "
        f"analysis best {min(wall):.2f} s, median {median(wall):.2f} s (processor {median(worked):.2f} s); "
        f"whole reading {median(whole):.2f} s of processor; memory at most {peak:.0f} MB"
    )


def hours(words: int) -> None:
    """The conversation of an hour in both languages, each in its own process on one core."""
    core = {max(os.sched_getaffinity(0))}
    for language in ("de", "en"):
        call = [sys.executable, __file__, "--words", str(words), "--language", language, "--begun", repr(time.time())]
        subprocess.run(call, check=True, preexec_fn=lambda: os.sched_setaffinity(0, core))


def many(count: int) -> int:
    """So many conversations on all cores; 1 where another order or number of processes gives other bytes."""
    sys.path.insert(0, str(ROOT))
    from augenhoehe.api.batch import Manner, cores, read_all  # noqa: PLC0415 - not in the process that measures start
    from training.corpus import talks  # noqa: PLC0415 - needs the corpus, which the other half does without

    manner = Manner(format="json")
    with tempfile.TemporaryDirectory() as folder:
        names, words = [], 0
        for number, talk in enumerate(islice(cycle(talks()), count)):
            path = Path(folder, f"{number:05}.json")
            path.write_text(json.dumps(talk, ensure_ascii=False), encoding="utf-8")
            names.append(str(path))
            words += sum(len(turn["text"].split()) for turn in talk["turns"])
        begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        lines = {line.name: digest(line.reading) for line in read_all(names, manner)}
        spent, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
        again = random.Random(0).sample(names, min(AGAIN, count))
        same = all(lines[line.name] == digest(line.reading) for line in read_all(again, manner, workers=1))
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{count} conversations, {words} words, {cores()} cores: {spent:.1f} s, {count / spent:.1f} a second; "
        f"{worked:.1f} s of processor, {worked / spent:.2f} cores busy; memory of the largest process at most "
        f"{after.ru_maxrss / 1024:.0f} MB; {len(again)} read again in another order by one process: "
        f"{'the same bytes' if same else 'OTHER BYTES'}"
    )
    return 0 if same and None not in lines.values() else 1


def digest(reading: str | None) -> str | None:
    """A figure for the bytes of a reading."""
    return hashlib.sha256(reading.encode()).hexdigest() if reading is not None else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=9000)
    parser.add_argument("--many", type=int, metavar="N")
    parser.add_argument("--language", choices=("de", "en"), help=argparse.SUPPRESS)
    parser.add_argument("--begun", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.language:
        one(options.language, options.words, options.begun)
        return 0
    if options.many:
        return many(options.many)
    hours(options.words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
