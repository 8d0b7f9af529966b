"""Requirements: an offer needs another, or one of several."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import any_of, title
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Requires:
    """x ≤ Σ of the offers of which one must come along."""

    name = "requires"

    def add(self, case: Case, model: Model) -> None:
        """One row a group."""
        for place, candidate in enumerate(case.candidates):
            for at, group in enumerate(candidate.requires):
                terms = {model.offer(place): 1}
                for other in group:
                    terms[model.offer(other)] = terms.get(model.offer(other), 0) - 1
                model.row(f"{self.name}:{candidate.offer}:{at}", terms, upper=0)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "X needs Y (or Z)." """
        _, offer, at = switch.split(":")
        group = catalogue.by_id[offer].requires[int(at)]
        return Message.of("advise.rule_requires", offer=title(catalogue, offer), others=any_of(catalogue, group))
