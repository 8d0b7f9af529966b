"""How often a score of the network is right: a logistic curve for each kind, fitted on talks it had not learned.

certainty = 1 / (1 + exp(-(slope · logit(score) + offset[kind]))). The offsets of kinds with few examples are drawn
towards the common one (Platt 1999; the shrinkage is a ridge penalty).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from augenhoehe.understand.findings import Kind

NEAREST = 1e-4
"""Scores are kept this far from 0 and 1 before their odds are taken."""
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Calibration:
    """The slope and the offsets (log-odds) by kind."""

    slope: float
    offsets: Mapping[Kind, float]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Calibration:
        """From the form in which it is kept."""
        return cls(float(data["slope"]), {kind: float(data["offsets"][kind]) for kind in Kind})

    def certainty(self, kind: Kind, score: float) -> float:
        """The share of findings of this kind with this score in which a careful reader agrees; two digits."""
        odds = self.slope * logit(score) + self.offsets[kind]
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds)))), DIGITS)


def logit(score: float) -> float:
    """The odds of a score, as their logarithm."""
    kept = min(1.0 - NEAREST, max(NEAREST, score))
    return math.log(kept / (1.0 - kept))
