"""Measure the structure above sentences on the corpus' talks, with the annotated findings given.

python -m training.structure                  the talks held back: German ones of even, English ones of odd number
python -m training.structure --half seen      those it was developed on: the others
python -m training.structure --each           besides, what disagrees, talk by talk
python -m training.structure --folder FOLDER  the talks of another folder

The findings are the annotators', so that errors of the reader do not count: what is measured is what is made of right
findings. Wants, needs and gaps are those of the needs board without a catalogue.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from augenhoehe.needs.outline import outline
from augenhoehe.needs.weighing import board
from augenhoehe.understand.annotated import Annotated, given, read_annotated
from augenhoehe.understand.dating import due_words
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Rate
from augenhoehe.understand.structure import JUDGED, PARTS, Structure, StructureScore, agreeing, score_structure
from training.corpus import FOLDER, talks
from training.talks import TalkError

HALVES = ("held", "seen")


def read(half: str, folder: Path = FOLDER) -> list[Annotated]:
    """The talks of one half as annotated conversations; a talk without any noted structure has an empty one."""
    chosen = [talk for talk in talks(folder) if half_of(talk["id"]) == half]
    return [read_annotated(json.dumps(talk).encode(), f"{talk['id']}.json") for talk in chosen]


def half_of(name: str) -> str:
    """The half a talk belongs to, by its name ("de-017"); it stays there when talks are added."""
    language, number = name.split("-")
    return "seen" if (int(number) + (language == "en")) % 2 else "held"


def made(talk: Annotated) -> Structure:
    """The structure made of a talk's annotated findings."""
    conversation = talk.conversation
    return outline(board((conversation,), {conversation.id: given(talk)}, ()))


LEADING = ("am ", "an ", "den ", "dem ", "on ", "at ", "the ", "in ", "im ", "zum ")
"""Words that some annotators count to a date and some do not."""


def dues(all_talks: Sequence[Annotated]) -> tuple[int, int, Rate, Rate]:
    """How many promises have the annotated due words or rightly none, of how many; and the rate of those with any,
    letter by letter and but for a leading "am" or "on".
    """
    right = whole = 0
    rate = loose = Rate()
    for talk in all_talks:
        for finding in given(talk):
            if finding.kind is not Kind.PROMISE:
                continue
            noted = str(finding.attr("due") or "").casefold()
            found = (due_words(finding.evidence, talk.conversation) or "").casefold()
            right, whole = right + (noted == found), whole + 1
            rate += Rate(bool(noted), bool(found), bool(noted) and noted == found)
            loose += Rate(bool(noted), bool(found), bool(noted) and _bare(noted) == _bare(found))
    return right, whole, rate, loose


def _bare(words: str) -> str:
    return next((words.removeprefix(lead) for lead in LEADING if words.startswith(lead)), words)


def shown(name: str, rate: Rate) -> str:
    return (
        f"{name:26}{rate.annotated:>8}{rate.found:>8}{rate.agreeing:>8}"
        f"{rate.precision:>8.3f}{rate.recall:>8.3f}{rate.f1:>8.3f}"
    )


def table(title: str, result: StructureScore, all_talks: Sequence[Annotated]) -> str:
    """One group of talks as a table."""
    lines = [f"{title} ({result.conversations} talks)", f"{'':26}   noted   found  agree    prec  recall      F1"]
    lines += [shown(name, result.parts[name]) for name in PARTS]
    lines += [
        f"{name + ' right':26}{of:>8}{right:>16}" for name, (right, of) in result.judged.items() if name in JUDGED
    ]
    right, whole, rate, loose = dues(all_talks)
    lines += [shown("due words equal", rate), shown('but for "am", "on"', loose)]
    lines += [f"{'due words or none right':26}{whole:>8}{right:>16}"]
    return "\n".join(lines) + "\n"


def differences(talk: Annotated, found: Structure) -> list[str]:
    """What disagrees in one talk, in a line each."""
    noted = talk.structure or Structure()
    name = talk.conversation.id
    wants = agreeing([(w.what, w.turns) for w in noted.wants], [(w.what, w.turns) for w in found.wants])
    lines = [f"{name} want missed {w}" for i, w in enumerate(noted.wants) if i not in {mine for mine, _ in wants}] + [
        f"{name} want too many {w}" for j, w in enumerate(found.wants) if j not in {theirs for _, theirs in wants}
    ]
    for i, j in wants:
        lines += [
            f"{name} {part} is {getattr(noted.wants[i], part)}: {noted.wants[i]}"
            for part in JUDGED
            if getattr(noted.wants[i], part) != getattr(found.wants[j], part)
        ]
    needs = agreeing(noted.needs, found.needs)
    lines += [f"{name} need missed {n}" for i, n in enumerate(noted.needs) if i not in {mine for mine, _ in needs}]
    lines += [f"{name} need too many {n}" for j, n in enumerate(found.needs) if j not in {at for _, at in needs}]
    for part in ("unanswered", "answered_without_asking"):
        mine, theirs = set(getattr(noted, part)), set(getattr(found, part))
        lines += [f"{name} {part} missed {turn}" for turn in sorted(mine - theirs)]
        lines += [f"{name} {part} too many {turn}" for turn in sorted(theirs - mine)]
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, default="held")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the folder with the talks")
    args = parser.parse_args()
    try:
        all_talks = read(args.half, args.folder)
    except TalkError as error:
        print(error, file=sys.stderr)
        return 2
    found = [made(talk) for talk in all_talks]
    groups = {
        "all": all_talks,
        "German": [talk for talk in all_talks if talk.conversation.language == "de"],
        "English": [talk for talk in all_talks if talk.conversation.language == "en"],
        "raw speech": [talk for talk in all_talks if talk.raw],
    }
    for title, some in groups.items():
        pairs = [(talk.structure or Structure(), found[all_talks.index(talk)]) for talk in some]
        print(table(title, score_structure(pairs), some))
    if args.each:
        for talk, one in zip(all_talks, found, strict=True):
            print("\n".join(differences(talk, one)), end="\n" if differences(talk, one) else "")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
