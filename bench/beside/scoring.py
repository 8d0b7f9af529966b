"""Score what was found in the talks held back: python -m bench.beside.scoring NAME FOLDER

The same for a network that did not learn them: python -m bench.beside.judging MARKER FOLDER
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from augenhoehe.understand.findings import ACCUSING, Kind
from augenhoehe.understand.scoring import Answered, Marked, Rate, score
from training.marks import marked_by_people


def shown(held: Sequence[dict[str, Any]], answered: Sequence[Answered]) -> dict[str, Any]:
    """Micro- and macro-F1; German, English and raw speech apart; kinds that judge the adviser; each kind."""
    whole = score(answered)
    raw = score(one for talk, one in zip(held, answered, strict=True) if talk["form"] == "asr")
    judging = sum((rate for kind, rate in whole.kinds.items() if kind in ACCUSING), Rate())
    return {
        "talks": len(held),
        "annotated": whole.micro.annotated,
        "micro": round(whole.micro.f1, 3),
        "precision": round(whole.micro.precision, 3),
        "recall": round(whole.micro.recall, 3),
        "macro": round(whole.macro_f1, 3),
        **{language: round(rate.f1, 3) for language, rate in whole.languages.items()},
        "raw": round(raw.micro.f1, 3),
        "judging": round(judging.precision, 3),
        "judging, recall": round(judging.recall, 3),
        "kinds": {kind.value: round(rate.f1, 3) for kind, rate in whole.kinds.items()},
    }


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    found = json.loads((folder / f"{name}.found.json").read_text(encoding="utf-8"))
    everything = json.loads((folder / "held.json").read_text(encoding="utf-8"))
    held = [talk for talk in everything if talk["id"] in found]
    kinds = list(Kind)
    answered = [
        Answered(
            talk["lang"],
            marked_by_people(talk),
            tuple(Marked(turn, kinds[kind], quote) for turn, kind, quote in found[talk["id"]]),
        )
        for talk in held
    ]
    print(json.dumps(shown(held, answered)))


if __name__ == "__main__":
    main()
