"""Learn which words sound like the adviser's and which like the customer's side, and test it.

    python -m training.sides                writes src/augenhoehe/listen/side_words.tsv and prints the test
    python -m training.sides --test         prints the test only
    python -m training.sides --check        refuses where the file does not come from the corpus as it stands

Only words and pairs of words that stand in at least four talks count, so that no trade and no name is learned. The
weights are those of a logistic regression on log counts, held small (ridge), found in a fixed number of steps from
nought: same corpus, same weights. The test holds back one fifth of the talks at a time and proposes sides with the
words of the rest. One corpus of few hands: on talks of other hands expect worse.
"""

from __future__ import annotations

import argparse
import collections
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from augenhoehe.listen import roles, side_words
from augenhoehe.speech.conversation import Language
from training.corpus import FOLDER, talks

FOLDS = 5
FEWEST_TALKS = 4
MOST_WORDS = 1200
"""Words and pairs kept in the file: those that weigh most."""
RIDGE = 1.0
SCALE = 3.0
STEPS = 300
TOLERANCE = 0.011
"""Weights may differ by their last figure between machines."""
Talk = dict[str, Any]
Learned = dict[tuple[str, str], float]


def people(talk: Talk) -> list[tuple[roles.Spoken, str]]:
    """Everybody in a talk with all they said, and their side."""
    said: dict[str, list[str]] = {person["name"]: [] for person in talk["people"]}
    for turn in talk["turns"]:
        said[turn["speaker"]].append(turn["text"])
    return [(roles.Spoken(each["name"], "\n".join(said[each["name"]])), each["role"]) for each in talk["people"]]


def learn(some: Sequence[Talk]) -> Learned:
    """The weights of words and pairs by (language, words), above nought for the adviser's side."""
    rows = []
    seen = collections.defaultdict(set)
    for talk in some:
        for person, role in people(talk):
            if role in ("adviser", "customer"):
                counts, length = side_words.counted(person.text)
                rows.append((talk["lang"], counts, length, role == "adviser"))
                for words in counts:
                    seen[talk["lang"], words].add(talk["id"])
    kept = sorted(words for words, where in seen.items() if len(where) >= FEWEST_TALKS)
    place = {words: number for number, words in enumerate(kept)}
    matrix = np.zeros((len(rows), len(kept)))
    for row, (lang, counts, length, _) in enumerate(rows):
        for words, count in counts.items():
            if (column := place.get((lang, words))) is not None:
                matrix[row, column] = SCALE * math.log1p(count) / math.sqrt(length + side_words.STEADY)
    found = SCALE * _regression(matrix, np.array([float(adviser) for *_, adviser in rows]))
    strongest = sorted(zip(kept, found.tolist(), strict=True), key=lambda each: (-abs(each[1]), each[0]))[:MOST_WORDS]
    return {words: round(weight, 2) for words, weight in sorted(strongest) if round(weight, 2)}


def _regression(matrix: np.ndarray, is_adviser: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge, by accelerated gradient steps."""
    bound = float(np.linalg.norm(matrix, 2)) ** 2 / 4 + RIDGE
    weights = ahead = np.zeros(matrix.shape[1])
    pace = 1.0
    for _ in range(STEPS):
        off = 1 / (1 + np.exp(-(matrix @ ahead))) - is_adviser
        after = ahead - (matrix.T @ off + RIDGE * ahead) / bound
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = after + (pace - 1) / faster * (after - weights)
        weights, pace = after, faster
    return weights


def by_language(learned: Learned) -> Mapping[Language, side_words.Weights]:
    """The weights as `listen` uses them."""
    return {
        language: {words: weight for (lang, words), weight in learned.items() if lang == language.value}
        for language in (Language.GERMAN, Language.ENGLISH)
    }


def tested(everything: Sequence[Talk], cut: Callable[[str], str]) -> tuple[collections.Counter[str], list[str]]:
    """Right, wrong and unknown people where each fold is proposed with the words of the others; and the wrong ones."""
    count: collections.Counter[str] = collections.Counter()
    wrong = []
    for fold in range(FOLDS):
        held = [talk for number, talk in enumerate(everything) if number % FOLDS == fold]
        weights = by_language(learn([talk for number, talk in enumerate(everything) if number % FOLDS != fold]))
        for talk in held:
            present = people(talk)
            cut_down = [roles.Spoken(person.name, cut(person.text)) for person, _ in present]
            proposals, _ = roles.propose(cut_down, weights=weights)
            for proposal, (_, role) in zip(proposals, present, strict=True):
                result = judged(proposal.role.value, role)
                count[result] += 1
                if result == "wrong":
                    wrong.append(f"{talk['id']} {proposal.name}: {proposal.role.value}, not {role}")
    return count, wrong


def judged(proposed: str, role: str) -> str:
    """Whether a proposal is right; nobody proposed for a third person is right as well."""
    if proposed == "unknown":
        return "right" if role == "other" else "unknown"
    return "right" if proposed == role else "wrong"


def raw(text: str) -> str:
    """Text as raw speech recognition gives it."""
    return " ".join("".join(" " if sign in '.,;:!?()"„“–-' else sign for sign in text.lower()).split())


def first(words: int) -> Callable[[str], str]:
    """Cuts a text down to its first words."""
    return lambda text: " ".join(text.split()[:words])


def written(learned: Learned, sources: Sequence[Talk]) -> str:
    """The file's text."""
    head = f"# From {len(sources)} talks ({sum(len(talk['people']) for talk in sources)} people)"
    lines = [f"{lang}\t{words}\t{weight:.2f}" for (lang, words), weight in learned.items()]
    return "\n".join([f"{head} by python -m training.sides; above nought: adviser", *lines]) + "\n"


def check(text: str, path: Path) -> str | None:
    """What is wrong with the file, or None."""
    stored, fresh = path.read_text(encoding="utf-8").splitlines(), text.splitlines()
    if stored[0] != fresh[0]:
        return f"{path.name} says {stored[0]!r}, the corpus {fresh[0]!r}"
    old, new = (dict(line.rsplit("\t", 1) for line in lines[1:]) for lines in (stored, fresh))
    for words in sorted(old.keys() | new.keys()):
        if abs(float(old.get(words, 0)) - float(new.get(words, 0))) > TOLERANCE:
            return f"{words!r} weighs {old.get(words, 'nothing')} in {path.name}, {new.get(words, 'nothing')} now"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", action="store_true", help="print the test only")
    parser.add_argument("--check", action="store_true", help="compare the file with the corpus")
    parser.add_argument("--talks", type=Path, default=FOLDER, help="the folder with the talks")
    args = parser.parse_args()
    everything = talks(args.talks)
    if args.check:
        fault = check(written(learn(everything), everything), side_words.FILE)
        print(fault or "the file comes from the corpus as it stands")
        return 1 if fault else 0
    if not args.test:
        side_words.FILE.write_text(written(learn(everything), everything), encoding="utf-8")
    views: dict[str, Callable[[str], str]] = {
        "as written": str,
        "raw": raw,
        "first 100 words each": first(100),
        "first 40 words each": first(40),
    }
    for name, cut in views.items():
        count, wrong = tested(everything, cut)
        whole = sum(count.values())
        print(
            f"{name}: "
            + ", ".join(f"{count[each]} {each} ({count[each] / whole:.0%})" for each in ("right", "wrong", "unknown"))
        )
        if name == "as written":
            print("\n".join(f"  {each}" for each in wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
