"""What the walk needs from outside, as protocols: somebody has to keep things and know what day it is.

The web door's store keeps them in a database, tests in memory, a script perhaps in files. Keepers raise `KeyError` for
what is not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.journey.record import AdviceRecord, Origin
from augenhoehe.journey.settle import Ruling
from augenhoehe.keep.ledger import Entry
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.conversation import Conversation
from augenhoehe.understand.findings import Finding


class Clock(Protocol):
    """Knows what day it is; rooms never do."""

    def today(self) -> date:
        """The day."""
        ...


class Conversations(Protocol):
    """Keeps the conversations of cases."""

    def add(self, case: str, transcript: Transcript, origin: Origin) -> str:
        """Keep a conversation of a case. Returns its id."""
        ...

    def one(self, conversation: str) -> Conversation:
        """One conversation."""
        ...

    def of_case(self, case: str) -> Sequence[Conversation]:
        """All of a case, in the order in which they were held."""
        ...


class Findings(Protocol):
    """Keeps what was found in a conversation and what a person said about it."""

    def propose(self, conversation: str, findings: Sequence[Finding]) -> None:
        """Put proposals in place of the earlier ones; rulings stay."""
        ...

    def proposed(self, conversation: str) -> Sequence[Finding]:
        """The proposals of a conversation."""
        ...

    def rule(self, conversation: str, rulings: Sequence[Ruling]) -> None:
        """Keep rulings; a later one on the same finding holds."""
        ...

    def rulings(self, conversation: str) -> Sequence[Ruling]:
        """The rulings on a conversation's findings, in the order in which they were made."""
        ...


class Catalogues(Protocol):
    """Knows which catalogue a case is advised from."""

    def of_case(self, case: str) -> Catalogue:
        """The catalogue of a case."""
        ...


class Records(Protocol):
    """Keeps the advice record of each case."""

    def one(self, case: str) -> AdviceRecord:
        """The record as it stands."""
        ...

    def save(self, record: AdviceRecord) -> None:
        """Keep the record in place of the earlier one of the case."""
        ...


class Ledgers(Protocol):
    """Keeps the ledger of each case, which only grows."""

    def entries(self, case: str) -> Sequence[Entry]:
        """All entries."""
        ...

    def add(self, case: str, entries: Sequence[Entry]) -> None:
        """Add entries."""
        ...
