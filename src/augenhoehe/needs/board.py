"""The needs board: what one customer wants, needs, must respect and decides by, with evidence, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money


@dataclass(frozen=True, slots=True)
class Wish:
    """A thing the customer asked for. `mirrored_by` and `reason` are the words that mirror it and that give its
    reason."""

    id: str
    what: str
    evidence: tuple[Evidence, ...]
    certainty: float
    mirrored_by: Evidence | None = None
    reason: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What the customer needs. `named` is the id of the catalogue's need, None while it has no name.

    `weight` (0 to 1) is how much it matters, `certainty` (0 to 1) how sure we are that it is real; `weight_because` and
    `certainty_because` say where both come from. `matched_words` are the words that made the match with the name.
    `confirmed` says whether a person has confirmed it.
    """

    id: str
    statement: str
    evidence: tuple[Evidence, ...]
    weight: float
    weight_because: Message
    certainty: float
    certainty_because: Message
    named: str | None = None
    matched_words: tuple[str, ...] = field(default=())
    confirmed: bool = False


class LimitKind(StrEnum):
    """What a limit is about, as the finding kind `constraint` has it."""

    BUDGET = "budget"
    DEADLINE = "deadline"
    PEOPLE = "people"
    TECHNICAL = "technical"
    LEGAL = "legal"
    OTHER = "other"


class Per(StrEnum):
    """What an amount is meant for."""

    ONCE = "once"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit any solution must respect. `amount` and `day` are set where the words give them, never invented.

    `per` is what the amount is meant for. `threshold` is true where more is possible but somebody else must agree to
    it.
    """

    id: str
    kind: LimitKind
    evidence: tuple[Evidence, ...]
    certainty: float
    amount: Money | None = None
    day: date | None = None
    per: Per = Per.ONCE
    threshold: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """What the decision depends on, or who decides and how."""

    id: str
    evidence: tuple[Evidence, ...]
    certainty: float


class GapKind(StrEnum):
    """What is missing in a conversation."""

    REASON_UNKNOWN = "reason_unknown"
    WISH_NOT_MIRRORED = "wish_not_mirrored"
    UNANSWERED = "unanswered"
    ANSWERED_WITHOUT_ASKING = "answered_without_asking"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not asked, mirrored or answered, at its place, with the reason in plain words."""

    kind: GapKind
    evidence: Evidence
    because: Message
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """All of it for one case; parts keep the order in which they were first said."""

    wishes: tuple[Wish, ...] = field(default=())
    needs: tuple[Need, ...] = field(default=())
    limits: tuple[Limit, ...] = field(default=())
    criteria: tuple[Criterion, ...] = field(default=())
    gaps: tuple[Gap, ...] = field(default=())
