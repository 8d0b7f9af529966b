"""Train the marker of findings from the corpus.

    python -m training.train --out FOLDER                      all talks and scenes
    python -m training.train --out FOLDER --fold 0 --folds 5   one fold of the talks held back and scored

Writes `marker.pt` and, with `--fold`, `held.json` with what was found in the talks held back. Same corpus, same seed,
same machine and number of threads: same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.heads import CHANNELS, KINDS, Answer
from augenhoehe.understand.marking.pieces import Cutter
from augenhoehe.understand.marking.stretches import stretches
from augenhoehe.understand.marking.windows import Alphabet, Window
from augenhoehe.understand.scoring import Answered, Marked, score
from augenhoehe.understand.talk import Talk
from training.corpus import talks
from training.examples import Example, cut, examples_of
from training.marker import Answering, Marker
from training.marks import marked_by_people
from training.scenes import scenes
from training.spoken import stripped
from training.vocabulary import kept_rows
from training.weights import Encoder, unpack, weights_file

SEED = 20260101
AVERAGED = 0.998
"""Share of the running average of weights that stays at each step; the average is what is kept."""
MASKED = 0.06
"""Share of pieces hidden in training."""
CHOOSING = 1.0
"""Weight of an attribute's cross entropy beside the marks."""
STRIPPED = 0.5
"""Share of written talks that are learned as raw speech in an epoch."""


def batches(examples: Sequence[Example], size: int, pad: int) -> Iterator[tuple[Tensor, ...]]:
    """Batches of about `size` full windows: ids, mask, judged, hints, inside, begins, choices."""

    def padded(arrays: list[Any], fill: float) -> Tensor:
        length = max(len(array) for array in arrays)
        whole = np.full((len(arrays), length, *arrays[0].shape[1:]), fill, dtype=arrays[0].dtype)
        for row, array in enumerate(arrays):
            whole[row, : len(array)] = array
        return torch.from_numpy(whole)

    for group in _groups(examples, size * 256):
        yield (
            padded([w.ids for w, _ in group], pad),
            padded([np.ones(len(w.ids), dtype=bool) for w, _ in group], 0),
            padded([w.judged for w, _ in group], 0),
            padded([w.hints for w, _ in group], 0),
            padded([t.inside for _, t in group], 0),
            padded([t.begins for _, t in group], 0),
            padded([t.choices for _, t in group], -1),
        )


def _groups(examples: Sequence[Example], most: int) -> list[list[Example]]:
    """Windows of like length together, so that little is padding; the groups in the order of their first window."""
    groups: list[list[Example]] = []
    by_length: dict[int, list[Example]] = {}
    for example in examples:
        shelf = -(-len(example[0].ids) // 32) * 32
        group = by_length.setdefault(shelf, [])
        group.append(example)
        if len(group) * shelf >= most:
            groups.append(by_length.pop(shelf))
    return groups + list(by_length.values())


def loss_of(marker: Marker, batch: tuple[Tensor, ...], marked: float) -> Tensor:
    """Cross entropy of all heads on judged pieces, marked pieces weighing more since they are few."""
    ids, mask, judged, hints, inside, begins, choices = batch
    got_inside, got_begins, got_choices = marker(ids, mask, hints)
    weigh = nn.functional.binary_cross_entropy_with_logits
    many = torch.full((CHANNELS,), marked)
    total = weigh(got_inside.float()[judged], inside[judged], pos_weight=many) * CHANNELS
    more = torch.full((len(KINDS),), 3.0)
    total = total + weigh(got_begins.float()[judged], begins[judged], pos_weight=more) * len(KINDS)
    for column, got in enumerate(got_choices):
        wanted = choices[..., column]
        here = judged & (wanted >= 0)
        if here.any():
            total = total + CHOOSING * nn.functional.cross_entropy(got.float()[here], wanted[here])
    return total


def read(answering: Answering, window: Window) -> Answer:
    """Probabilities of all heads for the pieces of one window."""
    with torch.no_grad():
        found = answering(torch.from_numpy(window.ids)[None], torch.from_numpy(window.hints)[None])
    return Answer(*(part[0].numpy() for part in found))


Read = tuple[dict[str, Any], Talk, list[tuple[Window, Answer]]]


def answered(one: Read, thresholds: dict[Kind, float]) -> Answered:
    """One talk as annotated and as it was read, with a threshold for each kind."""
    talk, prepared, answers = one
    found = tuple(Marked(s.turn.id, s.kind, s.quote, s.attrs) for s in stretches(prepared, answers, thresholds))
    return Answered(talk["lang"], marked_by_people(talk), found)


def remembered_rows(encoder: Encoder, corpus: Sequence[dict[str, Any]], path: Path) -> list[int]:
    """The kept rows of the vocabulary, counted once and kept beside the model (counting takes two minutes)."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(kept_rows(encoder, corpus)), encoding="utf-8")
    rows: list[int] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def alphabet_of(encoder: Encoder, rows: list[int]) -> Alphabet:
    """The cutter for the kept rows, and the special pieces."""
    scores = [float(encoder.scores[row]) for row in rows]
    cutter = Cutter.of([encoder.pieces[row] for row in rows], scores, encoder.normal, rows.index(encoder.unknown))
    return Alphabet(cutter, rows.index(encoder.begin), rows.index(encoder.end), len(rows))


def held_back(corpus: Sequence[dict[str, Any]], fold: int | None, folds: int) -> list[dict[str, Any]]:
    """The talks of one fold: every `folds`-th talk of each language."""
    by_language: dict[str, int] = {}
    held = []
    for talk in corpus:
        number = by_language[talk["lang"]] = by_language.get(talk["lang"], -1) + 1
        if fold is not None and number % folds == fold:
            held.append(talk)
    return held


class Averages:
    """The running average of the weights that are learned."""

    def __init__(self, marker: Marker) -> None:
        self.learned = {name: weight for name, weight in marker.named_parameters() if weight.requires_grad}
        self.kept = {name: weight.detach().clone() for name, weight in self.learned.items()}
        self.steps = 0

    def add(self) -> None:
        """Take the present weights into the average; early on the average follows quickly."""
        self.steps += 1
        share = min(AVERAGED, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.kept.values()), list(self.learned.values()), 1 - share)

    def swap(self) -> None:
        """Exchange the present weights and the average."""
        with torch.no_grad():
            for name, weight in self.learned.items():
                present = weight.detach().clone()
                weight.copy_(self.kept[name])
                self.kept[name] = present


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED + args.seed)
    chance = random.Random(SEED + args.seed)  # noqa: S311 - repeatable on purpose
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(args.threads)
    encoder = unpack(weights_file())
    corpus, extra = talks(), ([] if args.no_scenes else scenes())
    rows = remembered_rows(encoder, corpus, args.rows or args.out / "rows.json")
    alphabet = alphabet_of(encoder, rows)
    held = held_back(corpus, args.fold, args.folds)
    held_ids = {talk["id"] for talk in held}
    learned = [talk for talk in corpus if talk["id"] not in held_ids]
    if args.share < 1:
        learned = learned[:: round(1 / args.share)] if args.share <= 0.5 else [
            talk for number, talk in enumerate(learned) if number % 4 < 4 * args.share]  # fmt: skip
    marker = Marker(encoder, rows, args.depth, hinted=not args.no_hints)
    if args.start:
        marker.load_state_dict(torch.load(args.start / "marker.pt")["state"])
    args.out.mkdir(parents=True, exist_ok=True)
    kept = {"rows": rows, "depth": args.depth, "hinted": not args.no_hints, "held": sorted(held_ids)}

    def keep() -> None:
        torch.save({**kept, "state": marker.state_dict()}, args.out / "marker.pt")

    fit(marker, _forms([*learned, *extra], alphabet), _cut_all(held, alphabet), rows.index(encoder.pad),
        rows.index(encoder.unknown), chance, args, keep)  # fmt: skip


Forms = list[tuple[list[Example], list[Example] | None]]


def _forms(material: Sequence[dict[str, Any]], alphabet: Alphabet) -> Forms:
    """Each talk as it is written and, where that differs, as raw speech."""
    return [
        (examples_of(talk, alphabet), None if talk.get("form") == "asr" else examples_of(stripped(talk), alphabet))
        for talk in material
    ]


def _cut_all(held: Sequence[dict[str, Any]], alphabet: Alphabet) -> list[tuple[dict[str, Any], Talk, list[Window]]]:
    return [(talk, *cut(talk, alphabet)) for talk in held]


def fit(
    marker: Marker, forms: Forms, held: list[tuple[dict[str, Any], Talk, list[Window]]], pad: int, unknown: int,
    chance: random.Random, args: argparse.Namespace, keep: Callable[[], None],
) -> None:  # fmt: skip
    """Train in place; after each epoch the averaged weights are kept and one line of JSON is printed."""
    optimizer = torch.optim.AdamW(_groups_of_weights(marker, args.rate), weight_decay=0.01, fused=True)
    count = sum(len(written) for written, _ in forms)
    per_epoch = max(1, round(sum(len(w.ids) for written, _ in forms for w, _ in written) / (args.batch * 256)))
    steps = args.epochs * per_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / (steps * 1.05))
    )
    averages = Averages(marker)
    for epoch in range(args.epochs):
        started, losses = time.monotonic(), 0.0
        marker.train()
        examples = [
            example for written, raw in forms
            for example in (raw if raw is not None and chance.random() < STRIPPED else written)
        ]  # fmt: skip
        chance.shuffle(examples)
        for batch in batches(examples, args.batch, pad):
            ids = batch[0]
            hidden = (torch.rand(ids.shape) < MASKED) & batch[2]
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not args.exact):
                value = loss_of(marker, (ids.masked_fill(hidden, unknown), *batch[1:]), args.marked)
            value.backward()
            nn.utils.clip_grad_norm_(marker.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            averages.add()
            losses += float(value.detach())
        line: dict[str, Any] = {"epoch": epoch + 1, "loss": round(losses / per_epoch, 3), "windows": count,
                                "seconds": round(time.monotonic() - started)}  # fmt: skip
        averages.swap()
        keep()
        if held and ((epoch + 1) % args.score_every == 0 or epoch + 1 == args.epochs):
            line |= _scores(marker, held)
        averages.swap()
        print(json.dumps(line), flush=True)
    averages.swap()


def _groups_of_weights(marker: Marker, rate: float) -> list[dict[str, Any]]:
    """Heads learn ten times faster than the encoder, its lower layers slower than its upper ones."""
    depth = len(marker.reader.layers)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, weight in marker.named_parameters():
        if not weight.requires_grad:
            continue
        if not name.startswith("reader.") or name == "reader.extra":
            factor = 10.0
        elif name.startswith("reader.layers."):
            factor = 0.9 ** (depth - 1 - int(name.split(".")[2]))
        else:
            factor = 0.9**depth
        groups.setdefault(factor, []).append(weight)
    return [{"params": weights, "lr": rate * factor} for factor, weights in groups.items()]


def _scores(marker: Marker, held: list[tuple[dict[str, Any], Talk, list[Window]]]) -> dict[str, float]:
    marker.eval()
    answering = Answering(marker)
    reads = [(talk, prepared, [(w, read(answering, w)) for w in windows]) for talk, prepared, windows in held]
    line = {}
    for threshold in (0.3, 0.4, 0.5):
        got = score(answered(one, dict.fromkeys(Kind, threshold)) for one in reads)
        line[f"micro@{threshold}"] = round(got.micro.f1, 3)
        line[f"macro@{threshold}"] = round(got.macro_f1, 3)
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--depth", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--marked", type=float, default=1.5, help="weight of marked pieces")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--share", type=float, default=1.0, help="share of the talks to learn from (0.25, 0.5, 0.75)")
    parser.add_argument("--start", type=Path, help="folder of a run to go on from")
    parser.add_argument("--no-hints", action="store_true", help="without what the rules see")
    parser.add_argument("--no-scenes", action="store_true")
    parser.add_argument("--exact", action="store_true", help="32 bit instead of bfloat16")
    parser.add_argument("--score-every", type=int, default=2)
    parser.add_argument("--rows", type=Path, help="rows of the vocabulary counted before")
    parser.add_argument("--out", type=Path, required=True)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
