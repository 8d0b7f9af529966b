"""The contract of a detector, and how cues and context are weighed into a certainty.

A detector belongs to one finding kind. The lexicon holds its cues with weights in log-odds; the detector adds what
only the context shows (the question before, the speaker, shared words). The sum goes through the logistic function.

The weights are set by hand from knowledge of the languages, not fitted to data: a certainty of 0.8 means "a strong,
rarely mistaken cue", not a measured frequency. Treat it as an order of trust.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from augenhoehe.speech.conversation import Role
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import ACCUSING, Attribute, Kind
from augenhoehe.understand.leaning import lean, leanings, traits
from augenhoehe.understand.lexicons import lexicon
from augenhoehe.understand.talk import Hit, Spot

Attributes = tuple[tuple[str, Attribute], ...]

CUSTOMER = frozenset({Role.CUSTOMER})
ADVISER = frozenset({Role.ADVISER})
ANYONE = frozenset({Role.CUSTOMER, Role.ADVISER, Role.OTHER, Role.UNKNOWN})


def no_clues(_spot: Spot) -> Iterable[str]:
    """For kinds whose cues need no context."""
    return ()


def no_attributes(_spot: Spot, _hits: Sequence[Hit]) -> Attributes:
    """For kinds without attributes."""
    return ()


@dataclass(frozen=True, slots=True)
class Detector:
    """What a kind needs beside its lexicon.

    `roles`: the sides that can say it. `clues`: names of context clues that hold at a passage (their weights stand in
    the lexicon). `alone`: whether clues can find it without any cue. `attributes`: the attributes of a finding there.
    """

    kind: Kind
    roles: frozenset[Role]
    clues: Callable[[Spot], Iterable[str]] = no_clues
    attributes: Callable[[Spot, Sequence[Hit]], Attributes] = no_attributes
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding before rivals are settled."""

    kind: Kind
    spot: Spot
    certainty: float
    because: Message
    attrs: Attributes


LEAN_SHARE = 0.6
"""How much of the leaning counts beside cues."""
LEAN_MEAN = 0.4
"""The leaning of an ordinary passage: more than this speaks for a kind, less against it."""


def certainty_of(detector: Detector, spot: Spot, found: frozenset[str]) -> float | None:
    """How sure a detector is of a passage with these traits (0 to 1), however little; None where nothing speaks."""
    if spot.role not in detector.roles:
        return None
    hits = spot.hits.get(detector.kind, ())
    if not hits and not detector.alone:
        return None
    scale = lexicon(spot.said.language).scales[detector.kind]
    clues = _clues(detector, spot)
    if not hits and not clues:
        return None
    odds = (
        scale.base + _sum_of_cues(hits) + sum(scale.clues[clue] for clue in clues) + _weight_of_length(detector, spot)
    )
    if detector.kind in leanings():
        odds += LEAN_SHARE * (lean(detector.kind, found) - LEAN_MEAN)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def certainties(spot: Spot, detectors: Iterable[Detector]) -> dict[Kind, float]:
    """How certain detectors are of a passage; kinds for which nothing speaks are left out."""
    here = traits(spot)
    found = ((one.kind, certainty_of(one, spot, here)) for one in detectors)
    return {kind: certainty for kind, certainty in found if certainty is not None}


def candidate(detector: Detector, spot: Spot, certainty: float) -> Candidate | None:
    """The finding at a passage of which a detector is so certain; None below its threshold or without a reason."""
    scale = lexicon(spot.said.language).scales[detector.kind]
    if certainty < scale.threshold:
        return None
    hits = spot.hits.get(detector.kind, ())
    leading = sorted((hit for hit in hits if hit.weight > 0), key=lambda hit: (-hit.weight, hit.first))
    strongest_clue = max(_clues(detector, spot), key=lambda clue: scale.clues[clue], default="")
    if leading:
        because = _because(detector.kind, leading[0], spot)
    elif strongest_clue:
        because = Message.of(f"understand.because.{detector.kind.value}.{strongest_clue}")
    else:
        return None
    return Candidate(detector.kind, spot, round(certainty, 3), because, detector.attributes(spot, leading))


def _clues(detector: Detector, spot: Spot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(detector.clues(spot)))


def _weight_of_length(detector: Detector, spot: Spot) -> float:
    """Long statements mostly mean something, scraps mostly nothing (log-odds); questions do not depend on it."""
    if detector.kind in ACCUSING or detector.kind is Kind.QUESTION:
        return 0.0
    count = len(spot.texts)
    return -0.5 if count < 4 else 0.0 if count < 9 else 0.3 if count < 15 else 0.6


def _sum_of_cues(hits: Sequence[Hit]) -> float:
    """The strongest cue counts in full, further ones less and less; what speaks against counts in full."""
    against = sum({hit.cue.number: hit.weight for hit in hits if hit.weight < 0}.values())
    share, total = 1.0, 0.0
    taken: list[Hit] = []
    for hit in sorted((hit for hit in hits if hit.weight > 0), key=lambda hit: -hit.weight):
        if any(hit.first <= other.last and other.first <= hit.last for other in taken):
            continue
        taken.append(hit)
        total += share * hit.weight
        share *= 0.5
    return total + against


def _because(kind: Kind, hit: Hit, spot: Spot) -> Message:
    """The reason with the cue's own words as they stand in the text."""
    words = spot.said.words
    text = spot.said.turn.text[words.starts[hit.first] : words.ends[hit.last]]
    return Message.of(f"understand.because.{kind.value}.{hit.cue.because}", words=" ".join(text.split()))


def first_attribute(hits: Sequence[Hit], name: str, otherwise: Attribute) -> Attribute:
    """The value that the strongest cue with this attribute gives, else `otherwise`."""
    for hit in hits:
        for key, value in hit.cue.attrs:
            if key == name:
                return value
    return otherwise
