"""Advice: what is recommended, its proof, every reason and every compromise.

Values only; `solving` and `explaining` make them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money


class Status(StrEnum):
    """`undecided` is never shown as advice."""

    BEST = "best"
    NOTHING_FITS = "nothing_fits"
    UNDECIDED = "undecided"


class Verdict(StrEnum):
    """What the advice comes down to. `NOTHING` means: keep what you have."""

    OFFERS = "offers"
    NOTHING = "nothing"
    NOT_YET = "not_yet"
    NOT_WITH_US = "not_with_us"


@dataclass(frozen=True, slots=True)
class Proof:
    """The value reached and the bound nothing can exceed, both in money; `gap` = (bound - value) / max(|bound|, 1).

    `settled_by` names the tie-breaking rule where several selections are equally good.
    """

    value: Money
    bound: Money
    gap: float
    engine: str
    settled_by: Message | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an offer is in or out, said to the adviser.

    `evidence` are the customer's words behind it, `offers` and `needs` the catalogue's lines. `worth` is the
    difference in value if decided otherwise, where it was computed.
    """

    message: Message
    evidence: tuple[Evidence, ...] = field(default=())
    offers: tuple[str, ...] = field(default=())
    needs: tuple[str, ...] = field(default=())
    worth: Money | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An offer in its place of the advice: kept (wished and advised), left out (wished, not advised), added (advised
    unasked), or rejected (an alternative that was weighed and lost)."""

    offer: str
    title: str
    wished_by: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]
    price: Money | None = None
    right_if: Message | None = None


@dataclass(frozen=True, slots=True)
class Compromise:
    """A need that is not met in full.

    `covered` is 0 to 1. `forced_by` is what forces it, `lifting` what lifting that would bring.
    """

    need: str
    title: str
    covered: float
    risk: Message
    forced_by: Message
    lifting: Message | None = None
    evidence: tuple[Evidence, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class FrontPoint:
    """One selection on the front of price against coverage (share of weighted need covered, 0 to 1).

    `corner` says that nothing as cheap covers more; the advice and the wish are points of their own and need not be
    corners. `until` is the price from which more is possible, None where nothing covers more at any price; `settled`
    says that this is proven. Between a corner's price and `until` the corner is the most that can be had.
    """

    price: Money
    coverage: float
    chosen: tuple[str, ...]
    advised: bool = False
    wished: bool = False
    corner: bool = False
    until: Money | None = None
    settled: bool = False
    effort_hours: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose answer would change the advice, most valuable first. `why` says what would change."""

    need: str
    text_by_voice: tuple[tuple[str, str], ...]
    value: Money
    why: Message


@dataclass(frozen=True, slots=True)
class Tip:
    """Where the advice tips: the need that would have to turn out otherwise, what would be advised then, and what
    holding on to today's advice would cost.
    """

    need: str
    message: Message
    loss: Money


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole recommendation for one case and one catalogue.

    `price` is over the catalogue's horizon, `coverage` the share (0 to 1) of weighted need that is met, `effort_hours`
    the customer's own hours. `wished` are the offers the wishes mean, `open_wishes` the words of wishes for which
    there is no offer. `steady` says whether the advice stands if single needs turn out otherwise, `tips` where not.
    """

    status: Status
    verdict: Verdict
    summary: Message
    proof: Proof
    price: Money
    coverage: float
    chosen: tuple[str, ...] = field(default=())
    kept: tuple[Item, ...] = field(default=())
    left_out: tuple[Item, ...] = field(default=())
    added: tuple[Item, ...] = field(default=())
    rejected: tuple[Item, ...] = field(default=())
    compromises: tuple[Compromise, ...] = field(default=())
    front: tuple[FrontPoint, ...] = field(default=())
    conflict: tuple[Message, ...] = field(default=())
    relaxations: tuple[Message, ...] = field(default=())
    next_questions: tuple[Question, ...] = field(default=())
    assumptions: tuple[Message, ...] = field(default=())
    budget: Money | None = None
    effort_hours: Decimal = Decimal(0)
    wished: tuple[str, ...] = field(default=())
    open_wishes: tuple[Evidence, ...] = field(default=())
    steady: Message | None = None
    tips: tuple[Tip, ...] = field(default=())
