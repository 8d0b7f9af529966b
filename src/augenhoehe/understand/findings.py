"""Findings: stretches of words to which one kind applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from augenhoehe.speech.conversation import Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message

Attribute = str | bool | None


class Kind(StrEnum):
    """The 24 kinds of finding; docs/guides/findings.md defines each with examples and near misses."""

    WISH = "wish"
    GOAL = "goal"
    PROBLEM = "problem"
    CONSTRAINT = "constraint"
    CRITERION = "criterion"
    OBJECTION = "objection"
    PUT_OFF = "put_off"
    ASK_CONCESSION = "ask_concession"
    EXPERIENCE = "experience"
    PROMISE = "promise"
    QUESTION = "question"
    MIRROR = "mirror"
    ADVICE = "advice"
    TRADEOFF = "tradeoff"
    CONCESSION = "concession"
    REFUSAL = "refusal"
    FLATTERY = "flattery"
    APPRECIATION = "appreciation"
    BOILERPLATE = "boilerplate"
    PRESSURE = "pressure"
    SUPPLICATION = "supplication"
    CONCEALMENT = "concealment"
    OVERPROMISE = "overpromise"
    CANDOUR = "candour"


class Family(StrEnum):
    """Four pencils: what the customer says, what I ask and mirror, what I say, what deserves a second look."""

    CUSTOMER = "customer"
    ASKING = "asking"
    SAYING = "saying"
    SECOND_LOOK = "second_look"


FAMILY: Mapping[Kind, Family] = {
    Kind.WISH: Family.CUSTOMER,
    Kind.GOAL: Family.CUSTOMER,
    Kind.PROBLEM: Family.CUSTOMER,
    Kind.CONSTRAINT: Family.CUSTOMER,
    Kind.CRITERION: Family.CUSTOMER,
    Kind.OBJECTION: Family.CUSTOMER,
    Kind.PUT_OFF: Family.CUSTOMER,
    Kind.ASK_CONCESSION: Family.CUSTOMER,
    Kind.EXPERIENCE: Family.CUSTOMER,
    Kind.QUESTION: Family.ASKING,
    Kind.MIRROR: Family.ASKING,
    Kind.PROMISE: Family.SAYING,
    Kind.ADVICE: Family.SAYING,
    Kind.TRADEOFF: Family.SAYING,
    Kind.CONCESSION: Family.SAYING,
    Kind.REFUSAL: Family.SAYING,
    Kind.APPRECIATION: Family.SAYING,
    Kind.CANDOUR: Family.SAYING,
    Kind.FLATTERY: Family.SECOND_LOOK,
    Kind.BOILERPLATE: Family.SECOND_LOOK,
    Kind.PRESSURE: Family.SECOND_LOOK,
    Kind.SUPPLICATION: Family.SECOND_LOOK,
    Kind.CONCEALMENT: Family.SECOND_LOOK,
    Kind.OVERPROMISE: Family.SECOND_LOOK,
}
"""Which pencil marks a kind. A customer's question or promise keeps its family: the speaker stands in the gutter."""

CUSTOMER_KINDS = frozenset(kind for kind, family in FAMILY.items() if family is Family.CUSTOMER)
ANYONE_KINDS = frozenset({Kind.PROMISE, Kind.QUESTION})
ADVISER_KINDS = frozenset(Kind) - CUSTOMER_KINDS - ANYONE_KINDS

ACCUSING = frozenset(kind for kind, family in FAMILY.items() if family is Family.SECOND_LOOK)
"""Kinds that judge: they are found by their words alone and stay silent rather than accuse."""

CONCESSION_TYPES = ("price", "scope", "time", "terms")
ATTRIBUTES: Mapping[Kind, Mapping[str, tuple[Attribute, ...] | None]] = {
    Kind.CONSTRAINT: {"type": ("budget", "deadline", "people", "technical", "legal", "other")},
    Kind.ASK_CONCESSION: {"type": CONCESSION_TYPES},
    Kind.EXPERIENCE: {"polarity": ("positive", "negative", "mixed")},
    Kind.PROMISE: {"due": None},
    Kind.QUESTION: {"form": ("open", "closed", "choice", "leading")},
    Kind.ADVICE: {"direction": ("for", "against")},
    Kind.CONCESSION: {"type": CONCESSION_TYPES, "conditional": (True, False)},
}
"""Attributes a kind must have, with their allowed values (None: free text or null)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind applies to one stretch of one turn.

    `certainty` is the probability (0 to 1) that a careful reader would agree. `because` is the reason in plain words.
    `source` names what found it: "rules", "model", "language_model" or "person". `by` says whose statement a note
    reports, where the turn itself is its author's.
    """

    id: str
    kind: Kind
    evidence: Evidence
    certainty: float
    because: Message
    source: str = "rules"
    attrs: tuple[tuple[str, Attribute], ...] = field(default=())
    by: Role | None = None

    def __post_init__(self) -> None:
        if not 0.0 <= self.certainty <= 1.0:
            raise ValueError(f"certainty must lie between 0 and 1: {self.certainty}")
        wanted = ATTRIBUTES.get(self.kind, {})
        if {name for name, _ in self.attrs} != set(wanted):
            raise ValueError(f"{self.kind} needs the attributes {sorted(wanted)}, not {self.attrs}")
        for name, value in self.attrs:
            allowed = wanted[name]
            if allowed is not None and value not in allowed:
                raise ValueError(f"{self.kind}.{name} must be one of {allowed}, not {value!r}")

    def attr(self, name: str) -> Attribute:
        """The value of an attribute. Raises KeyError where the kind has none of that name."""
        return dict(self.attrs)[name]

    @property
    def family(self) -> Family:
        """The pencil that marks it."""
        return FAMILY[self.kind]

    @property
    def role(self) -> Role:
        """The side that said it: of a note the one whose statement it reports."""
        return self.by or self.evidence.role
