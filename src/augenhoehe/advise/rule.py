"""The contract of a rule: add its rows to the model, and say in words what a switch of it means."""

from __future__ import annotations

from typing import Protocol

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.problem import Case, Model
from augenhoehe.speech.messages import Message


class Rule(Protocol):
    """One rule a file; registered by one line in `advise/rules/__init__.py`.

    Switches are named "<rule>" or "<rule>:<part>[:<part>]" and are what a conflict is made of; rows without a switch
    can never be lifted.
    """

    name: str

    def add(self, case: Case, model: Model) -> None:
        """Add the rows (and columns) of this rule; the columns of offers and cover are there already."""
        ...

    def say(self, switch: str, case: Case, catalogue: Catalogue) -> Message:
        """The sentence for one of its switches, in the customer's terms."""
        ...
