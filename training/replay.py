"""Replay reviewing: how many corrections the layer over the network saves, on talks the network did not learn.

    python -m training.replay [--learned FILE] [--network FOLDER] [--reviewed 20] [--figures FILE]

Talks of one group of fields (the corpus' hands) come one after the other. After each its annotations count as what a
person made of it: proposals that agree with none are rejected, annotations that nothing was proposed for are added.
Both are corrections. Every talk of a group is once the one that comes next, in some turns of the order; it is counted
with what was learned from the talks reviewed before it and without. `--learned` is a file with the ids of the talks the
network learned, one a line: they are left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from augenhoehe.understand.considering import Weighed, usual, weigh
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.heeding import Layer, chosen, learn
from augenhoehe.understand.lessons import Lesson, lesson
from augenhoehe.understand.marking.network import FOLDER, Network, load
from augenhoehe.understand.marking.windows import windows
from augenhoehe.understand.ruling import look
from augenhoehe.understand.scoring import Marked, pair
from augenhoehe.understand.talk import prepare
from training.corpus import talks
from training.examples import conversation_of
from training.marks import marked_by_people

POINTS = (1, 5, 10, 15, 20, 40)
"""After how many reviewed talks corrections are counted."""
ORDERS = 3
"""So many beginnings of the order are tried; a talk's predecessors differ in each."""
GROUPS = {
    "trades": ("f",),
    "offices": ("g",),
    "everyday": ("h",),
    "small firms": ("n",),
    "services": ("q",),
    "rare trades": ("s",),
    "local services, English": ("i",),
    "business, English": ("j",),
    "small firms, English": ("o",),
    "rare trades, English": ("t",),
    "German, all": ("a", "b", "d", "e", "f", "g", "h", "n", "q", "s"),
    "English, all": ("c", "i", "j", "o", "t"),
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One talk as it was considered and annotated, with its lesson."""

    hand: str
    weighed: list[Weighed]
    marks: tuple[Marked, ...]
    lesson: Lesson


def reviewed(talk: dict[str, Any], network: Network) -> Reviewed:
    """A talk with the lesson that an exact reviewer gives on the usual proposals."""
    prepared = prepare(conversation_of(talk))
    answers = [(one, network.answer(one)) for one in windows(prepared, look(prepared), network.alphabet)]
    weighed = weigh(prepared, answers, network.thresholds, network.calibration)
    marks = marked_by_people(talk)
    shown = marked(usual(weighed))
    agreeing = {id(mark) for _, mark in pair(marks, shown)}
    dropped = [mark for mark in shown if id(mark) not in agreeing]
    guesses = [(one.guess, one.stretch.quote) for one in weighed]
    return Reviewed(talk["hand"], weighed, marks, lesson(guesses, marks, dropped))


def marked(found: Sequence[Weighed]) -> list[Marked]:
    """Proposals as the scorer sees them."""
    return [Marked(one.guess.turn, one.guess.kind, one.stretch.quote) for one in found]


def corrections(one: Reviewed, layer: Layer | None, network: Network) -> tuple[int, int, int]:
    """Proposals rejected, findings added, and how many of both are one step: a wrong kind on the same words."""
    found = marked(
        usual(one.weighed) if layer is None else chosen(one.weighed, layer, network.thresholds, network.calibration)
    )
    pairs = pair(one.marks, found)
    agreed = {id(mark) for both in pairs for mark in both}
    wrong = [mark for mark in found if id(mark) not in agreed]
    missed = [mark for mark in one.marks if id(mark) not in agreed]
    moved = pair([_any_kind(mark) for mark in missed], [_any_kind(mark) for mark in wrong])
    return len(wrong), len(missed), len(moved)


def _any_kind(mark: Marked) -> Marked:
    return Marked(mark.turn, Kind.WISH, mark.quote)


def replay(group: Sequence[Reviewed], points: Sequence[int], network: Network) -> dict[int, list[list[float]]]:
    """By number of reviewed talks: means of (rejected, added, moved) of the next talk, without and with the layer."""
    result: dict[int, list[list[float]]] = {}
    size = len(group)
    for point in points:
        if point >= size:
            continue
        rows = []
        for following in range(size):
            for order in range(ORDERS):
                step = order
                others = _predecessors(following, size, step)[:point]
                layer = learn(group[place].lesson for place in others)
                rows.append(
                    [*corrections(group[following], None, network), *corrections(group[following], layer, network)]
                )
        means = np.mean(rows, axis=0)
        result[point] = [[round(float(value), 2) for value in part] for part in (means[:3], means[3:])]
    return result


def _predecessors(following: int, size: int, step: int) -> list[int]:
    """All other talks, beginning at the `step`-th of ORDERS places."""
    others = [(following + offset) % size for offset in range(1, size)]
    start = step * len(others) // ORDERS
    return others[start:] + others[:start]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learned", type=Path, help="ids of the talks the network learned, one a line")
    parser.add_argument(
        "--network", type=Path, default=FOLDER, help="folder of the network, the shipped one by default"
    )
    parser.add_argument("--reviewed", type=int, help="count after so many reviewed talks only")
    parser.add_argument("--figures", type=Path, help="write the figures here as JSON")
    args = parser.parse_args()
    learned = set(args.learned.read_text(encoding="utf-8").split()) if args.learned else set()
    network = load(args.network)
    everything = [reviewed(talk, network) for talk in talks() if talk["id"] not in learned]
    figures = {}
    print(
        f"{len(everything)} talks; corrections a talk: rejected + added (of which a wrong kind on the same words)",
        flush=True,
    )
    for name, hands in GROUPS.items():
        group = [one for one in everything if one.hand in hands]
        points = [args.reviewed] if args.reviewed else POINTS
        figures[name] = replay(group, points, network) if len(group) > 1 else {}
        for point, (without, with_it) in figures[name].items():
            fewer = 1 - sum(with_it[:2]) / sum(without[:2])
            steps = 1 - (sum(with_it[:2]) - with_it[2]) / (sum(without[:2]) - without[2])
            print(
                f"{name:24} {len(group):3} talks, after {point:2}: "
                f"without {without[0]:5.1f} + {without[1]:5.1f} ({without[2]:.1f}), "
                f"with {with_it[0]:5.1f} + {with_it[1]:5.1f} ({with_it[2]:.1f}): "
                f"{fewer:6.1%} fewer; counted in steps {steps:6.1%}",
                flush=True,
            )
    if args.figures:
        args.figures.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
