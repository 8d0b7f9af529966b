"""Score a network on the talks it did not learn: python -m bench.beside.judging MARKER FOLDER

MARKER is the output of `training.train`. It knows the talks it learned by heart, so the thresholds for one half of the
talks held back are chosen on the other half. Kinds that judge the adviser must be right in most cases to speak at all;
`free` is the score where their thresholds are chosen for the best F1, as those of the other readers are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch

from bench.beside.scoring import shown
from training import crossing
from training.crossing import answered, choose, loaded, read_whole
from training.train import alphabet_of
from training.weights import unpack, weights_file


def main() -> None:
    marker, folder = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(1)
    held = json.loads((folder / "held.json").read_text(encoding="utf-8"))
    encoder = unpack(weights_file())
    answering, rows, unlearned = loaded(marker, encoder)
    learned = [talk["id"] for talk in held if talk["id"] not in unlearned]
    if learned:
        sys.exit(f"{marker} has learned {len(learned)} of the talks held back: {', '.join(learned[:5])} …")
    alphabet = alphabet_of(encoder, rows)
    reads = [read_whole(talk, answering, alphabet) for talk in held]

    def scored() -> dict[str, Any]:
        thresholds = [choose(reads[1::2] or reads), choose(reads[::2])]
        return shown(held, [answered(one, thresholds[place % 2]) for place, one in enumerate(reads)])

    figures = scored()
    crossing.ACCUSING = frozenset()
    print(json.dumps({**figures, "free": scored()}))


if __name__ == "__main__":
    main()
