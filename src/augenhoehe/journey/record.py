"""The advice record: one case along the spine, from its occasion to what was learned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from augenhoehe.advise.advice import Advice
from augenhoehe.keep.promises import Promise
from augenhoehe.learn.checks import Check as Check
from augenhoehe.learn.checks import SignOfSuccess as SignOfSuccess
from augenhoehe.learn.checks import Use as Use
from augenhoehe.listen.consent import Origin as Origin
from augenhoehe.needs.board import Board
from augenhoehe.speech.conversation import Channel


class DecisionKind(StrEnum):
    """What the customer decided. The risk that was named is kept where they insisted."""

    FOLLOWED = "followed"
    INSISTED = "insisted"
    CHOSE_OTHERWISE = "chose_otherwise"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Decision:
    """The customer's decision, in their words where there are some. `offers` are the ids they took."""

    kind: DecisionKind
    on: date | None
    words: str = ""
    offers: tuple[str, ...] = field(default=())
    risks_named: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Heard:
    """One conversation of the case, as the record lists it."""

    id: str
    title: str
    held_on: date | None
    channel: Channel
    origin: Origin
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdviceRecord:
    """Everything the record shows. `offers` maps offer ids to titles, `needs` need ids to names in both languages.

    `confirmed_by` is the person who confirmed the findings the record rests on, blank where nobody has yet.
    """

    case: str
    title: str
    customer: str
    adviser: str
    occasion: str
    made_on: date | None
    conversations: tuple[Heard, ...]
    board: Board
    offers: tuple[tuple[str, str], ...]
    needs: tuple[tuple[str, str, str], ...]
    advice: Advice | None = None
    decision: Decision | None = None
    promises: tuple[Promise, ...] = field(default=())
    signs: tuple[SignOfSuccess, ...] = field(default=())
    checks: tuple[Check, ...] = field(default=())
    learned: str = ""
    confirmed_by: str = ""
