"""Volume rebates: from so many offers of a family on, each is a percentage cheaper.

Counted per offer, not as a lump sum: a lump sum loosens the linear bound by 7 to 13 percent and gives items for free.
"""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.problem import Case, Model, rebate
from augenhoehe.speech.messages import Message


class Volumes:
    """r ≤ x, r ≤ z, Σ r ≥ n·z, steps in order; r takes the further rebate of its step off the price."""

    name = "volume"

    def add(self, case: Case, model: Model) -> None:
        """A column a step, and one for each member at each step."""
        for family, members, steps in case.volumes:
            paid = [member for member in members if not case.candidates[member].owned]
            before = 0
            earlier: int | None = None
            for at, (least, percent) in enumerate(steps):
                reached = model.column(("step", family, at))
                if earlier is not None:
                    model.row("", {reached: 1, earlier: -1}, upper=0)
                counted: dict[int, int] = {}
                for member in paid:
                    price = case.candidates[member].price
                    item = model.column(("rebate", family, at, member), whole=False)
                    model.price[item] = -(rebate(price, percent) - rebate(price, before))
                    model.row("", {item: 1, model.offer(member): -1}, upper=0)
                    model.row("", {item: 1, reached: -1}, upper=0)
                    counted[item] = 1
                counted[reached] = -least
                model.row("", counted, lower=0)
                before, earlier = percent, reached

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """Rebates forbid nothing, so nothing is ever lifted of them."""
        raise KeyError(switch)
