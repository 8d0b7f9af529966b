"""Load the lexicon: the cues of each finding kind and the marks of context, one set a language.

One file a kind, `lexicon/<language>/<kind>.toml`:

    base = -2.0                 log-odds of the kind before any cue
    threshold = 0.4             certainty from which a finding is reported
    [clues]                     weights of what the detector sees in the context
    after_pain_question = 1.2
    [[cue]]
    because = "recommends"      key of the reason: understand.because.<kind>.<because>
    weight = 3.0                log-odds that the cue adds; negative speaks against
    patterns = ["ich würde … nehmen"]
    without = ["nicht"]         patterns that must not stand in the same passage
    attrs = { direction = "for" }

`marks.toml` names stretches that detectors look for around a passage (a question about pain, a conditional …).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from augenhoehe.understand.findings import Attribute, Kind
from augenhoehe.understand.patterns import Matcher, spread
from augenhoehe.understand.words import LEXICON_FOLDER, vocabulary

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for a kind (or, with a negative weight, against it)."""

    kind: Kind
    number: int
    because: str
    weight: float
    attrs: tuple[tuple[str, Attribute], ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """How a kind is weighed: log-odds before any cue, reporting threshold, weights of context clues."""

    base: float
    threshold: float
    clues: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues of a language in one matcher. A pattern belongs to a cue, to the guard of a cue, or to a mark."""

    language: str
    scales: Mapping[Kind, Scale]
    cues: tuple[Cue, ...]
    matcher: Matcher
    owners: tuple[tuple[str, Cue | str], ...]


def _cue(kind: Kind, number: int, entry: Mapping[str, Any]) -> Cue:
    return Cue(kind, number, entry["because"], float(entry["weight"]), tuple(sorted(entry.get("attrs", {}).items())))


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """The lexicon of "de" or "en", read once. Raises PatternError or KeyError for defective data."""
    folder = LEXICON_FOLDER / language
    scales: dict[Kind, Scale] = {}
    cues: list[Cue] = []
    texts: list[str] = []
    owners: list[tuple[str, Cue | str]] = []
    for kind in Kind:
        with (folder / f"{kind.value}.toml").open("rb") as file:
            data = tomllib.load(file)
        scales[kind] = Scale(float(data["base"]), float(data["threshold"]), data.get("clues", {}))
        for entry in data.get("cue", ()):
            cue = _cue(kind, len(cues), entry)
            cues.append(cue)
            for what in ("patterns", "without"):
                rows = [row for pattern in entry.get(what, ()) for row in spread(pattern)]
                texts += rows
                owners += [("cue" if what == "patterns" else "guard", cue)] * len(rows)
    with (folder / "marks.toml").open("rb") as file:
        for name, patterns in tomllib.load(file).items():
            rows = [row for pattern in patterns for row in spread(pattern)]
            texts += rows
            owners += [("mark", name)] * len(rows)
    return Lexicon(language, scales, tuple(cues), Matcher(texts, vocabulary(language)), tuple(owners))
