"""How far two annotators agree who did not see each other's marks.

    python -m training.agreeing bare FOLDER     every tenth talk without its marks and foot, to be annotated again
    python -m training.agreeing compare         the second annotations in corpus/second beside the first

Agreement is F1: a mark of one agrees with a mark of the other when turn and kind are the same and the shorter quote
shares at least half of its words with the longer.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from pathlib import Path
from typing import Any

from augenhoehe.understand.scoring import Answered, Score, score
from training.corpus import FOLDER
from training.marks import marked_by_people
from training.talks import TalkError, read_talk, unmark

SECOND = FOLDER.parent / "second"
EVERY = 10


def bare(path: Path) -> str:
    """A talk file without marks and without foot."""
    head, body = re.split(r"^---\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)[1:]
    text = unmark(body.partition("\n===\n")[0]).text
    return f"---\n{head}---\n{text}\n===\nwants: []\nneeds: []\nanswered_without_asking: []\nunanswered: []\n"


def compared(first: dict[str, Any], second: dict[str, Any]) -> Answered:
    """One talk as annotated twice, in the turns whose words are the same (a talk may have been mended since)."""
    ours, theirs = ([turn["text"] for turn in talk["turns"]] for talk in (first, second))
    same: dict[int, int] = {}
    for block in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            same[second["turns"][block.b + step]["id"]] = first["turns"][block.a + step]["id"]
    kept = {**first, "findings": [one for one in first["findings"] if one["turn"] in set(same.values())]}
    moved = [{**one, "turn": same[one["turn"]]} for one in second["findings"] if one["turn"] in same]
    return Answered(first["lang"], marked_by_people(kept), marked_by_people({**second, "findings": moved}))


def agreement(first: Path = FOLDER, second: Path = SECOND) -> Score:
    """The agreement over all talks annotated twice."""
    return score(compared(read_talk(first / path.name), read_talk(path)) for path in sorted(second.glob("*.talk")))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("bare", "compare"))
    parser.add_argument("folder", nargs="?", type=Path)
    args = parser.parse_args()
    if args.command == "bare":
        if args.folder is None:
            parser.error("bare needs a folder")
        args.folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(FOLDER.glob("*.talk"))[::EVERY]:
            (args.folder / path.name).write_text(bare(path), encoding="utf-8")
        return 0
    try:
        got = agreement()
    except TalkError as error:
        print(error, file=sys.stderr)
        return 2
    figures = {
        "F1": round(got.micro.f1, 3), "macro-F1": round(got.macro_f1, 3), "marks of the first": got.micro.annotated,
        "marks of the second": got.micro.found,
        "kinds": {kind.value: round(rate.f1, 3) for kind, rate in got.kinds.items()},
        "attributes": {name: round(right / whole, 3) for name, (right, whole) in got.attributes.items()},
    }  # fmt: skip
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
