"""Measures of a conversation as the page shows them: words first, basis, and the norm only on demand."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.measures import Measure
from augenhoehe.wording.saying import Voice


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure in words. `because` says why it is an estimate or cannot be measured."""

    name: str
    basis: str
    because: Message | None
    evidence: tuple[Evidence, ...]


def figure(measure: Measure, voice: Voice) -> Figure:
    """The figure of a measure."""
    return Figure(measure.name, measure.basis, measure.because, measure.evidence[:3])
