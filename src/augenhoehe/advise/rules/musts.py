"""What must be: needs that must be met, offers that must or must not come along. Each can be lifted for itself."""

from __future__ import annotations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.naming import need_name, title
from augenhoehe.advise.problem import QUARTER, Case, Model
from augenhoehe.speech.messages import Message


class Musts:
    """cover ≥ the least that must be; x = 1 for what must come along; x = 0 for what must not."""

    name = "musts"

    def add(self, case: Case, model: Model) -> None:
        """One row a must; the switch says which: "musts:need:…", "musts:take:…" or "musts:leave:…"."""
        for at, demand in enumerate(case.demands):
            if demand.must > 0:
                self._need(at, demand.must, f"{self.name}:need:{demand.need}", case, model)
        for place in case.must_take:
            model.row(f"{self.name}:take:{case.candidates[place].offer}", {model.offer(place): 1}, lower=1)
        for place in case.must_leave:
            model.row(f"{self.name}:leave:{case.candidates[place].offer}", {model.offer(place): 1}, upper=0)

    def _need(self, at: int, least: int, switch: str, case: Case, model: Model) -> None:
        """Written on the offers themselves, so that it holds whatever the need is worth."""
        served = [(place, quality) for place, one in enumerate(case.candidates) for d, quality in one.serves if d == at]
        if case.demands[at].adds_up:
            terms = {model.offer(place): quality // QUARTER for place, quality in served}
            model.row(switch, terms, lower=-(-least // QUARTER))
        else:
            model.row(switch, {model.offer(place): 1 for place, quality in served if quality >= least}, lower=1)

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """ "The need X must be met." or "X must (not) come along." """
        _, kind, name = switch.split(":")
        if kind == "need":
            return Message.of("advise.rule_must_need", need=need_name(catalogue, name))
        key = "advise.rule_must_take" if kind == "take" else "advise.rule_must_leave"
        return Message.of(key, offer=title(catalogue, name))
