"""The budget: what all of it may cost over the horizon, rebates taken off."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import cents
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Budget:
    """Σ price ≤ budget. The row is there without a budget too, open above, so that one can be tried."""

    name = "budget"

    def add(self, case: Case, model: Model) -> None:
        """One row over all columns that cost or save."""
        terms = {column: price for column, price in model.price.items() if price}
        model.row(self.name, terms, upper=case.budget)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "At most 12,000 €." """
        return Message.of("advise.rule_budget", budget=cents(case.budget or 0, catalogue.currency))
