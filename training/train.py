"""Train the reader of findings from the corpus.

    python -m training.train --depth 8 --epochs 12 --out FOLDER [--fold 0 --folds 5]

With `--fold` the talks of one fold are held back and scored after each epoch; without it all talks are used. Same
corpus, same seed, same machine: same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Answered, Marked, score
from training.corpus import talks
from training.decoding import found
from training.network import Reader
from training.pieces import Cutter
from training.vocabulary import kept_rows
from training.weights import Encoder, unpack, weights_file
from training.windows import ATTRIBUTES, CHANNELS, KINDS, ROLES, Targets, Window, targets, windows

SEED = 20260101


class Marker(nn.Module):
    """The encoder's first layers with heads: inside (CHANNELS), begins (kinds), one a attribute."""

    def __init__(self, encoder: Encoder, rows: list[int], depth: int) -> None:
        super().__init__()
        self.reader = Reader(encoder, rows, depth, extra=len(ROLES))
        self.drop = nn.Dropout(0.1)
        self.inside = nn.Linear(encoder.hidden, CHANNELS)
        self.begins = nn.Linear(encoder.hidden, len(KINDS))
        self.attributes = nn.ModuleList(nn.Linear(encoder.hidden, len(values)) for _, _, values in ATTRIBUTES)
        nn.init.constant_(self.inside.bias, -4.0)
        nn.init.constant_(self.begins.bias, -5.0)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, list[Tensor]]:
        x = self.drop(self.reader(ids, mask))
        return self.inside(x), self.begins(x), [head(x) for head in self.attributes]


Example = tuple[Window, Targets]


def batches(examples: Sequence[Example], size: int, pad: int) -> list[tuple[Tensor, ...]]:
    """Examples of like length together: ids, mask, judged, inside, begins, attributes."""
    result = []
    for start in range(0, len(examples), size):
        group = examples[start : start + size]
        length = max(len(window.ids) for window, _ in group)

        def padded(arrays: list[np.ndarray], fill: float, length: int = length) -> Tensor:
            shape = (len(arrays), length, *arrays[0].shape[1:])
            whole = np.full(shape, fill, dtype=arrays[0].dtype)
            for row, array in enumerate(arrays):
                whole[row, : len(array)] = array
            return torch.from_numpy(whole)

        result.append(
            (
                padded([w.ids for w, _ in group], pad),
                padded([np.ones(len(w.ids), dtype=bool) for w, _ in group], 0),
                padded([w.judged for w, _ in group], 0),
                padded([t.inside for _, t in group], 0),
                padded([t.begins for _, t in group], 0),
                padded([t.attributes for _, t in group], -1),
            )
        )
    return result


def loss_of(marker: Marker, batch: tuple[Tensor, ...]) -> Tensor:
    """Cross entropy of all heads on judged pieces, marked pieces weighing more since they are few."""
    ids, mask, judged, inside, begins, attributes = batch
    got_inside, got_begins, got_attributes = marker(ids, mask)
    weigh = nn.functional.binary_cross_entropy_with_logits
    marked = torch.full((CHANNELS,), 2.0)
    total = weigh(got_inside[judged], inside[judged], pos_weight=marked) * CHANNELS
    total = total + weigh(got_begins[judged], begins[judged], pos_weight=torch.full((len(KINDS),), 3.0)) * len(KINDS)
    for column, got in enumerate(got_attributes):
        wanted = attributes[..., column]
        here = judged & (wanted >= 0)
        if here.any():
            total = total + 0.3 * nn.functional.cross_entropy(got[here], wanted[here])
    return total


def read(marker: Marker, window: Window) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """Probabilities of all heads for the pieces of one window."""
    with torch.no_grad():
        ids = torch.from_numpy(window.ids)[None]
        inside, begins, attributes = marker(ids, torch.ones_like(ids, dtype=torch.bool))
    return (
        inside[0].sigmoid().numpy(),
        begins[0].sigmoid().numpy(),
        [head[0].softmax(-1).numpy() for head in attributes],
    )


def marked(findings: Sequence[dict[str, Any]]) -> tuple[Marked, ...]:
    """Findings as dictionaries in the form that is scored."""
    return tuple(
        Marked(entry["turn"], Kind(entry["kind"]), entry["quote"], tuple(sorted(entry["attrs"].items())))
        for entry in findings
    )


def answered(marker: Marker, talk: dict[str, Any], cut: Sequence[Window], threshold: float) -> Answered:
    """One talk as annotated and as the marker reads it."""
    answers = [(window, *read(marker, window)) for window in cut]
    return Answered(talk["lang"], marked(talk["findings"]), marked(found(talk["turns"], answers, threshold)))


def remembered_rows(encoder: Encoder, corpus: Sequence[dict[str, Any]], path: Path) -> list[int]:
    """The kept rows of the vocabulary, counted once and kept beside the model (counting takes two minutes)."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(kept_rows(encoder, corpus)), encoding="utf-8")
    rows: list[int] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    random.seed(SEED)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(args.threads)
    encoder = unpack(weights_file())
    corpus = talks()
    rows = remembered_rows(encoder, corpus, args.out / "rows.json")
    cutter = Cutter.of(
        [encoder.pieces[row] for row in rows], [float(encoder.scores[row]) for row in rows], encoder.normal,
        rows.index(encoder.unknown),
    )  # fmt: skip
    cut = {
        talk["id"]: windows(talk["turns"], cutter, rows.index(encoder.begin), rows.index(encoder.end), len(rows))
        for talk in corpus
    }
    held = [talk for number, talk in enumerate(corpus) if args.fold is not None and number % args.folds == args.fold]
    learned = [talk for talk in corpus if talk not in held]
    examples = [
        (window, targets(window, talk["turns"], talk["findings"])) for talk in learned for window in cut[talk["id"]]
    ]
    marker = Marker(encoder, rows, args.depth)
    fit(marker, examples, held, cut, rows.index(encoder.pad), args)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"state": marker.state_dict(), "rows": rows, "depth": args.depth}, args.out / "marker.pt")


def fit(
    marker: Marker, examples: list[Example], held: Sequence[dict[str, Any]], cut: dict[str, list[Window]],
    pad: int, args: argparse.Namespace,
) -> None:  # fmt: skip
    """Train in place; prints one line of JSON an epoch."""
    heads = [p for n, p in marker.named_parameters() if not n.startswith("reader.")]
    body = [p for n, p in marker.named_parameters() if n.startswith("reader.") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": heads, "lr": args.rate * 10}, {"params": body, "lr": args.rate}], weight_decay=0.01
    )
    steps = args.epochs * -(-len(examples) // args.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    for epoch in range(args.epochs):
        started, sum_of_losses = time.monotonic(), 0.0
        marker.train()
        order = random.sample(examples, len(examples))
        for batch in batches(order, args.batch, pad):
            optimizer.zero_grad()
            value = loss_of(marker, batch)
            value.backward()
            nn.utils.clip_grad_norm_(marker.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sum_of_losses += float(value.detach())
        line = {"epoch": epoch + 1, "loss": round(sum_of_losses / max(1, steps // args.epochs), 3),
                "seconds": round(time.monotonic() - started)}  # fmt: skip
        if held and (epoch + 1) % args.score_every == 0:
            for threshold in (0.4, 0.5, 0.6):
                marker.eval()
                got = score(answered(marker, talk, cut[talk["id"]], threshold) for talk in held)
                line[f"micro@{threshold}"] = round(got.micro.f1, 3)
                line[f"macro@{threshold}"] = round(got.macro_f1, 3)
        print(json.dumps(line), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--depth", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--score-every", type=int, default=3)
    parser.add_argument("--out", type=Path, required=True)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
