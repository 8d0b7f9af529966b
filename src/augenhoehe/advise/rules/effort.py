"""The customer's own hours: what they can put in for bringing in and learning, where they said so."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message

HUNDREDTHS = 100


class Effort:
    """Σ hours ≤ the hours there are."""

    name = "effort"

    def add(self, case: Case, model: Model) -> None:
        """One row, in hundredths of an hour."""
        if case.hours is None:
            return
        terms = {model.offer(place): one.hours for place, one in enumerate(case.candidates) if one.hours}
        if terms:
            model.row(self.name, terms, upper=case.hours)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "At most 40 hours of their own." """
        return Message.of("advise.rule_effort", hours=round((case.hours or 0) / HUNDREDTHS))
