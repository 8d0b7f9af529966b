"""Check and export the corpus.

python -m training.corpus check                 every talk and scene keeps to the format; prints counts
python -m training.corpus export FOLDER         writes each talk as an annotated conversation in JSON
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from pathlib import Path
from typing import Any

from training.scenes import scenes
from training.talks import TalkError, read_talk

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "talks"


def talks(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """All talks in the order of their file names. Raises TalkError for the first that does not keep to the format."""
    return [read_talk(path) for path in sorted(folder.rglob("*.talk"))]


def counts(all_talks: list[dict[str, Any]]) -> dict[str, Any]:
    """How many talks, turns, words and findings there are, by language, form, stage and kind."""
    turns = [turn for talk in all_talks for turn in talk["turns"]]
    bearing = sum(len({finding["turn"] for finding in talk["findings"]}) for talk in all_talks)
    return {
        "talks": len(all_talks),
        "turns": len(turns),
        "words": sum(len(turn["text"].split()) for turn in turns),
        "turns without finding": round(1 - bearing / len(turns), 3) if turns else None,
        **{name: dict(collections.Counter(talk[name] for talk in all_talks)) for name in ("lang", "form", "stage")},
        "kinds": dict(
            collections.Counter(finding["kind"] for talk in all_talks for finding in talk["findings"]).most_common()
        ),
    }


def counts_of_scenes(all_scenes: list[dict[str, Any]]) -> dict[str, Any]:
    """How many scenes there are, by the kind they are about and by language, and their findings by kind."""
    return {
        "scenes": len(all_scenes),
        "turns": sum(len(scene["turns"]) for scene in all_scenes),
        "about": dict(collections.Counter(f"{scene['kind']} {scene['lang']}" for scene in all_scenes)),
        "kinds": dict(
            collections.Counter(finding["kind"] for scene in all_scenes for finding in scene["findings"]).most_common()
        ),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("check", "export"))
    parser.add_argument("folder", nargs="?", type=Path)
    args = parser.parse_args()
    try:
        everything, short = talks(), scenes()
    except TalkError as error:
        print(error, file=sys.stderr)
        return 2
    if args.command == "export":
        if args.folder is None:
            parser.error("export needs a folder")
        args.folder.mkdir(parents=True, exist_ok=True)
        for talk in everything:
            text = json.dumps(talk, ensure_ascii=False, indent=1) + "\n"
            (args.folder / f"{talk['id']}.json").write_text(text, encoding="utf-8")
    print(json.dumps({**counts(everything), "scenes": counts_of_scenes(short)}, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
