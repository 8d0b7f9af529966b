"""The deadline: what is not usable in time cannot be chosen."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import title
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Deadline:
    """x = 0 where the offer, with what it requires, takes longer than there is time. Kept as a row, so that it can be
    lifted.
    """

    name = "deadline"

    def add(self, case: Case, model: Model) -> None:
        """A row for every candidate that takes time at all; its bound is set by the weeks there are."""
        if case.weeks is None:
            return
        for place, candidate in enumerate(case.candidates):
            if candidate.weeks > 0 and not candidate.owned:
                late = candidate.weeks > case.weeks
                model.row(f"{self.name}:{candidate.offer}", {model.offer(place): 1}, upper=0 if late else 1)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "X is ready after 12 weeks, there are 8." """
        offer = switch.split(":")[1]
        weeks = next(one.weeks for one in case.candidates if one.offer == offer)
        return Message.of("advise.rule_deadline", offer=title(catalogue, offer), takes=weeks, there_are=case.weeks or 0)
