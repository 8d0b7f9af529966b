"""What the customer owns stays: it is in every selection, at no price."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import title
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Owned:
    """x = 1 for what is there already."""

    name = "owned"

    def add(self, case: Case, model: Model) -> None:
        """One row for each owned candidate."""
        for place, candidate in enumerate(case.candidates):
            if candidate.owned:
                model.row(f"{self.name}:{candidate.offer}", {model.offer(place): 1}, lower=1)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "They already have X." """
        return Message.of("advise.rule_owned", offer=title(catalogue, switch.split(":")[1]))
