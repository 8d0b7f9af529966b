"""Heed corrections: a light layer over the network, computed from what one person confirmed and rejected.

The layer adds to the calibrated log-odds of a stretch: a common offset and slope, one of each for every kind, what the
network says about beginning, length and the likeliest other kind, and what was decided about the very same words. All
weights are drawn towards "no change" (a ridge), so where little was decided little moves. A handful of Newton steps
from zero: the same lessons in the same order give the same layer, and there is nothing else to it.

Weak where the network is blind: what it does not consider at all the layer cannot find, unless the same words were
added before. docs/decisions/0022-learning-from-corrections.md tells what was measured and rejected.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.messages import Message
from augenhoehe.understand.considering import Weighed, considered, odds_of, side_by_side, usual
from augenhoehe.understand.examining import assembled
from augenhoehe.understand.findings import ACCUSING, Finding, Kind
from augenhoehe.understand.lessons import Guess, Lesson, lesson, plain
from augenhoehe.understand.marking.calibration import Calibration
from augenhoehe.understand.marking.heads import KINDS
from augenhoehe.understand.marking.network import shipped
from augenhoehe.understand.marking.reading import MODEL, explained
from augenhoehe.understand.ruling import Ruled, look, rule
from augenhoehe.understand.scoring import Marked
from augenhoehe.understand.talk import prepare

Floats = npt.NDArray[np.float64]

RIDGE = 5.0
STEPS = 12
HALVED = tuple(0.5**times for times in range(12))
TRUST = 5
"""After so many conversations a person's decisions weigh as much as the usual threshold in what is proposed."""
SAME_WORDS, MOST_SAME = 1.5, 2
"""What a decision about the same words adds to the log-odds, and how many of them count."""
FEWEST_WORDS = 3
"""Fewer words than these are no same words: "ja, genau" says nothing."""
SAVED = (0.03, 0.15)
"""Least and greatest share of corrections saved after 20 reviewed conversations of one group, measured by
`python -m training.replay` on talks the network had not learned; the settings page says so."""
WIDTH = 2 * (len(KINDS) + 1) + 4


@dataclass(frozen=True, slots=True)
class Layer:
    """What was learned. `decided` counts by kind what was let stand and what was rejected or let pass.

    `words` is by kind and words how often they were let stand, less how often they were rejected.
    """

    weights: tuple[float, ...]
    reviewed: int
    decided: Mapping[Kind, tuple[int, int]]
    words: Mapping[tuple[Kind, str], int]

    def odds(self, weighed: Sequence[Weighed]) -> list[float]:
        """The log-odds of what was considered, as this person would decide."""
        if not weighed:
            return []
        guesses = [one.guess for one in weighed]
        same = np.array([self.same(one.guess.kind, one.stretch.quote) for one in weighed])
        base = np.array([guess.odds for guess in guesses])
        added: Floats = _features(guesses) @ np.array(self.weights) + SAME_WORDS * same
        return [float(odds) for odds in base + added]

    def same(self, kind: Kind, quote: str) -> int:
        """How often the same words stood (positive) or fell (negative), as far as it counts."""
        return max(-MOST_SAME, min(MOST_SAME, self.words.get((kind, plain(quote)), 0)))

    def bar(self, kind: Kind, usual: float) -> float:
        """The log-odds from which a kind is proposed; `usual` are those of the shipped threshold.

        With every conversation it moves from there to even odds, where proposing and keeping silent cost as much.
        Kinds that judge keep their own.
        """
        return usual if kind in ACCUSING else usual * TRUST / (TRUST + self.reviewed)


@dataclass(frozen=True, slots=True)
class Heeded:
    """A conversation examined with a layer: what is found, all that was considered, and how many fewer and more
    findings that is than without it."""

    findings: tuple[Finding, ...]
    considered: tuple[Weighed, ...]
    fewer: int = 0
    more: int = 0


def lesson_of(conversation: Conversation, kept: Sequence[Finding], dropped: Sequence[Finding]) -> Lesson:
    """The lesson of a conversation that somebody reviewed to the end: what stands for them, and what they rejected."""
    guesses = [(one.guess, one.stretch.quote) for one in heed(conversation, None).considered]
    return lesson(guesses, [_marked(one) for one in kept], [_marked(one) for one in dropped])


def _marked(finding: Finding) -> Marked:
    return Marked(finding.evidence.turn.id, finding.kind, finding.evidence.quote)


def learn(lessons: Iterable[Lesson]) -> Layer | None:
    """The layer that follows from lessons; None where there are none. Seconds at most for hundreds of conversations."""
    held = tuple(lessons)
    told = [
        (guess, right) for one in held for guess, right in zip(one.guesses, one.right, strict=True) if right is not None
    ]
    if not told:
        return None
    words: Counter[tuple[Kind, str]] = Counter()
    for one in held:
        words.update(_long(one.kept))
        words.subtract(_long(one.dropped))
    decided: dict[Kind, tuple[int, int]] = {}
    for guess, right in told:
        stood, fell = decided.get(guess.kind, (0, 0))
        decided[guess.kind] = (stood + right, fell + (not right))
    return Layer(tuple(_fit(told).tolist()), len(held), decided, {key: net for key, net in words.items() if net})


def _long(said: Iterable[tuple[Kind, str]]) -> list[tuple[Kind, str]]:
    return [(kind, words) for kind, words in said if words.count(" ") + 1 >= FEWEST_WORDS]


def _fit(told: Sequence[tuple[Guess, bool]]) -> Floats:
    """Ridge logistic regression on top of the calibrated odds; Newton's steps from zero, halved until they help."""
    given = _features([guess for guess, _ in told])
    base = np.array([guess.odds for guess, _ in told])
    right = np.array([right for _, right in told], dtype=float)

    def cost(weights: Floats) -> float:
        odds = base + given @ weights
        return float(np.sum(np.logaddexp(0.0, odds) - right * odds) + RIDGE / 2 * weights @ weights)

    weights: Floats = np.zeros(WIDTH)
    for _ in range(STEPS):
        likely = 1.0 / (1.0 + np.exp(-np.clip(base + given @ weights, -30, 30)))
        bend = (given * (likely * (1.0 - likely))[:, None]).T @ given + RIDGE * np.eye(WIDTH)
        step = np.linalg.solve(bend, given.T @ (likely - right) + RIDGE * weights)
        size = next((size for size in HALVED if cost(weights - size * step) < cost(weights)), 0.0)
        if not size:
            break
        weights = weights - size * step
    return weights


def _features(guesses: Sequence[Guess]) -> Floats:
    rows = np.zeros((len(guesses), WIDTH))
    for row, guess in zip(rows, guesses, strict=True):
        place = KINDS.index(guess.kind)
        row[0], row[1 + place] = 1.0, 1.0
        row[len(KINDS) + 1], row[len(KINDS) + 2 + place] = guess.odds, guess.odds
        row[-4:] = guess.begins / 2, math.log(guess.pieces), guess.rival / 3, (guess.rival - guess.own) / 3
    return rows


def chosen(
    weighed: Sequence[Weighed], layer: Layer, thresholds: Mapping[Kind, float], calibration: Calibration
) -> list[Weighed]:
    """What is proposed with a layer; the score of each stretch is how likely this person lets it stand."""
    kept = []
    for one, odds in zip(weighed, layer.odds(weighed), strict=True):
        if odds >= layer.bar(one.guess.kind, odds_of(calibration, one.guess.kind, thresholds[one.guess.kind])):
            likely = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
            kept.append(replace(one, stretch=replace(one.stretch, score=likely)))
    return side_by_side(kept)


def heed(conversation: Conversation, layer: Layer | None) -> Heeded:
    """Examine a conversation with what was learned. Without a layer this is what `examining.examine` finds.

    What would not stand there without the layer says so in its reason.
    """
    talk = prepare(conversation)
    seen = look(talk)
    whole = considered(talk, seen)
    reader = shipped()
    without = usual(whole)
    found = without if layer is None else chosen(whole, layer, reader.thresholds, reader.calibration)
    known, standing = {one.guess for one in without}, {one.guess for one in found}
    by_turn: list[list[tuple[Ruled, str]]] = [[] for _ in talk.said]
    for said, here in zip(talk.said, by_turn, strict=True):
        mine = [one for one in found if one.guess.turn == said.turn.id]
        ruled = rule(said, seen[said.index]) if mine else []
        for one in mine:
            told = explained(one.stretch, ruled, reader)
            if layer is not None:
                told = replace(told, certainty=round(one.stretch.score, 2))
                told = told if one.guess in known else replace(told, because=_because(one, layer))
            here.append((told, MODEL))
    return Heeded(assembled(talk, by_turn), tuple(whole), len(known - standing), len(standing - known))


def _because(one: Weighed, layer: Layer) -> Message:
    same = layer.same(one.guess.kind, one.stretch.quote)
    return Message.of("corrections.because.words" if same > 0 else "corrections.because")
