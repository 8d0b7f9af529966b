"""Exclusions: two offers that do not go together."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import title
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Excludes:
    """x + x' ≤ 1, once for each pair whichever of the two says so."""

    name = "excludes"

    def add(self, case: Case, model: Model) -> None:
        """One row a pair, in catalogue order."""
        pairs = {
            (min(place, other), max(place, other))
            for place, candidate in enumerate(case.candidates)
            for other in candidate.excludes
        }
        for one, other in sorted(pairs):
            switch = f"{self.name}:{case.candidates[one].offer}:{case.candidates[other].offer}"
            model.row(switch, {model.offer(one): 1, model.offer(other): 1}, upper=1)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "X and Y do not go together." """
        _, one, other = switch.split(":")
        return Message.of("advise.rule_excludes", one=title(catalogue, one), other=title(catalogue, other))
