"""The tables, by room. Only the store imports them."""

from __future__ import annotations

from augenhoehe.store.models.accounts import Membership, SignInLink, Team, User
from augenhoehe.store.models.advices import Advice, Check, Decision, Sign
from augenhoehe.store.models.boards import BoardChange
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.catalogues import Catalogue
from augenhoehe.store.models.conversations import Conversation, Participant, Turn
from augenhoehe.store.models.corrections import Considered
from augenhoehe.store.models.customers import Customer, Person
from augenhoehe.store.models.findings import Finding, FindingChange
from augenhoehe.store.models.partners import PartnerFact
from augenhoehe.store.models.practice import Intention, PracticeNote
from augenhoehe.store.models.promises import LedgerEntry, Promise
from augenhoehe.store.models.second import LanguageModel, ModelAnswer, SecondReading
from augenhoehe.store.models.traces import AuditEvent, Erasure, Tombstone

__all__ = [
    "Advice",
    "AuditEvent",
    "BoardChange",
    "Case",
    "Catalogue",
    "Check",
    "Considered",
    "Conversation",
    "Customer",
    "Decision",
    "Erasure",
    "Finding",
    "FindingChange",
    "Intention",
    "LanguageModel",
    "LedgerEntry",
    "Membership",
    "ModelAnswer",
    "Participant",
    "PartnerFact",
    "Person",
    "PracticeNote",
    "Promise",
    "SecondReading",
    "Sign",
    "SignInLink",
    "Team",
    "Tombstone",
    "Turn",
    "User",
]
