"""Keepers in memory: all that the walk needs from outside, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.journey.record import AdviceRecord, Origin
from augenhoehe.journey.settle import Ruling
from augenhoehe.keep.ledger import Entry, Ledger
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.conversation import Conversation
from augenhoehe.understand.findings import Finding


@dataclass
class MemoryClock:
    """A day that stands still until a test moves it."""

    day: date

    def today(self) -> date:
        return self.day


@dataclass
class MemoryConversations:
    kept: dict[str, tuple[str, Transcript, Origin]] = field(default_factory=dict)

    def add(self, case: str, transcript: Transcript, origin: Origin) -> str:
        name = f"talk{len(self.kept) + 1}"
        held = replace(transcript, conversation=replace(transcript.conversation, id=name))
        self.kept[name] = (case, held, origin)
        return name

    def one(self, conversation: str) -> Conversation:
        return self.kept[conversation][1].conversation

    def of_case(self, case: str) -> Sequence[Conversation]:
        return [held.conversation for of, held, _ in self.kept.values() if of == case]


@dataclass
class MemoryFindings:
    proposals: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    ruled: dict[str, list[Ruling]] = field(default_factory=dict)

    def propose(self, conversation: str, findings: Sequence[Finding]) -> None:
        self.proposals[conversation] = tuple(findings)

    def proposed(self, conversation: str) -> Sequence[Finding]:
        return self.proposals[conversation]

    def rule(self, conversation: str, rulings: Sequence[Ruling]) -> None:
        self.ruled.setdefault(conversation, []).extend(rulings)

    def rulings(self, conversation: str) -> Sequence[Ruling]:
        return self.ruled.get(conversation, [])


@dataclass
class MemoryCatalogues:
    catalogue: Catalogue

    def of_case(self, case: str) -> Catalogue:
        return self.catalogue


@dataclass
class MemoryRecords:
    kept: dict[str, AdviceRecord] = field(default_factory=dict)

    def one(self, case: str) -> AdviceRecord:
        return self.kept[case]

    def save(self, record: AdviceRecord) -> None:
        self.kept[record.case] = record


@dataclass
class MemoryLedgers:
    kept: dict[str, Ledger] = field(default_factory=dict)

    def entries(self, case: str) -> Sequence[Entry]:
        return self.kept.get(case, Ledger()).entries

    def add(self, case: str, entries: Sequence[Entry]) -> None:
        self.kept[case] = self.kept.get(case, Ledger()).add(*entries)
