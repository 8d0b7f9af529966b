"""Bundles: offers that cost less together. The saving counts only where every member is chosen."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Bundles:
    """y ≤ x of every member; y takes the saving off the price."""

    name = "bundle"

    def add(self, case: Case, model: Model) -> None:
        """One column a bundle. It need not be whole: the saving pulls it up to the smallest of its members."""
        for bundle, members, saves in case.bundles:
            taken = model.column(("bundle", bundle), whole=False)
            model.price[taken] = -saves
            for member in members:
                model.row("", {taken: 1, model.offer(member): -1}, upper=0)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """Bundles forbid nothing, so nothing is ever lifted of them."""
        raise KeyError(switch)
