"""Talks to learn from and talks held back, cut into sentences with the kinds they bear."""

from __future__ import annotations

import argparse
import importlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from augenhoehe.understand.findings import Kind
from training.corpus import talks
from training.scenes import scenes

FOLDS = 4
"""One talk in four of each language is held back: fold 0 of `training.train.held_back`."""
SHARE = 40
"""Talks that a process cuts at a time."""
Talk = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, what the reader sees of it, and the kinds it bears."""

    talk: str
    language: str
    role: str
    payload: Any
    kinds: frozenset[Kind]


def divided(few: int = 0) -> tuple[list[Talk], list[Talk], list[Talk]]:
    """Talks to learn from, talks held back, scenes to learn from. `few`: only about so many, to try it out."""
    counts: dict[str, int] = {}
    learned: list[Talk] = []
    held: list[Talk] = []
    for talk in talks():
        number = counts[talk["lang"]] = counts.get(talk["lang"], -1) + 1
        (learned if number % FOLDS else held).append(talk)
    short = scenes()
    if few:
        kept = [[talk for talk in held if talk["lang"] == language][:few] for language in counts]
        return learned[:: max(1, len(learned) // (12 * few))], [t for one in kept for t in one], short[:: 400 // few]
    return learned, held, short


def reader(name: str) -> Any:
    """A new reader of that name."""
    return importlib.import_module(f"bench.beside.{name}").READER()


def cut(name: str, material: Sequence[Talk], processes: int) -> list[Row]:
    """The sentences of talks in their order; by several processes where cutting is expensive."""
    shares = [material[start : start + SHARE] for start in range(0, len(material), SHARE)]
    if processes == 1:
        return [row for share in shares for row in rows(name, share)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return [row for found in pool.map(rows, [name] * len(shares), shares) for row in found]


def rows(name: str, material: Sequence[Talk]) -> list[Row]:
    """A sentence bears a kind when it shares half the characters of the shorter of both with the marked words."""
    cutting = reader(name)
    found = []
    for talk in material:
        for turn in talk["turns"]:
            marked = list(marks(talk, turn))
            for unit in cutting.units(turn["text"], talk["lang"]):
                kinds = frozenset(
                    kind
                    for start, end, kind in marked
                    if 2 * (min(end, unit.end) - max(start, unit.start)) >= min(end - start, unit.end - unit.start)
                )
                found.append(Row(talk["id"], talk["lang"], turn["role"], unit.payload, kinds))
    return found


def marks(talk: Talk, turn: dict[str, Any]) -> Iterator[tuple[int, int, Kind]]:
    """The places of the marks of a turn."""
    for finding in talk["findings"]:
        start = turn["text"].find(finding["quote"]) if finding["turn"] == turn["id"] else -1
        if start >= 0:
            yield start, start + len(finding["quote"]), Kind(finding["kind"])


def main() -> None:
    """Write the talks held back."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--few", type=int, default=0)
    options = parser.parse_args()
    learned, held, short = divided(options.few)
    (options.folder / "held.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    raw = sum(talk["form"] == "asr" for talk in held)
    print(json.dumps({"learned": len(learned), "scenes": len(short), "held": len(held), "raw": raw}))


if __name__ == "__main__":
    main()
