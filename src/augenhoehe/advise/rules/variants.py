"""Variants: of a group of alternatives at most one is taken."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import any_of
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Variants:
    """Σ x of a group ≤ 1."""

    name = "variants"

    def add(self, case: Case, model: Model) -> None:
        """One row a group of two or more candidates."""
        groups: dict[str, list[int]] = {}
        for place, candidate in enumerate(case.candidates):
            if candidate.group:
                groups.setdefault(candidate.group, []).append(place)
        for group, members in groups.items():
            if len(members) > 1:
                model.row(f"{self.name}:{group}", {model.offer(member): 1 for member in members}, upper=1)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "Only one of X, Y and Z." """
        group = switch.partition(":")[2]
        members = tuple(offer.id for offer in catalogue.offers if offer.group == group)
        return Message.of("advise.rule_variants", offers=any_of(catalogue, members))
