"""Published figures beside our measures: always with source, sample and what they were correlated with.

A norm is shown on demand and never as a grade: most were correlated with closing deals in US software sales, not with
whether the customer was helped. The figures stand in `norms.toml`; their sentences in the wording catalogue under
`understand.norm.<id>.says` and `understand.norm.<id>.correlated`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from augenhoehe.speech.messages import Message

_FILE = Path(__file__).resolve().parent / "norms.toml"


class Strength(StrEnum):
    """How far a published figure carries."""

    PEER_REVIEWED = "peer_reviewed"
    VENDOR_STUDY = "vendor_study"
    SMALL_STUDY = "small_study"
    TEXTBOOK = "textbook"


@dataclass(frozen=True, slots=True)
class Norm:
    """A published figure. `measures` are the names of our measures it stands beside; empty where none fits.

    `source` and `sample` are citations in the words of the publication.
    """

    id: str
    measures: tuple[str, ...]
    source: str
    year: int
    sample: str
    strength: Strength

    @property
    def says(self) -> Message:
        """What was found."""
        return Message.of(f"understand.norm.{self.id}.says")

    @property
    def correlated(self) -> Message:
        """What the figure was correlated with, and what it therefore does not say."""
        return Message.of(f"understand.norm.{self.id}.correlated")


@lru_cache(maxsize=1)
def norms() -> tuple[Norm, ...]:
    """All norms, in the order of the file."""
    with _FILE.open("rb") as file:
        entries = tomllib.load(file)["norm"]
    return tuple(
        Norm(
            id=entry["id"],
            measures=tuple(entry["measures"]),
            source=entry["source"],
            year=entry["year"],
            sample=entry["sample"],
            strength=Strength(entry["strength"]),
        )
        for entry in entries
    )


def norms_for(measure: str) -> tuple[Norm, ...]:
    """The norms that stand beside a measure."""
    return tuple(norm for norm in norms() if measure in norm.measures)
