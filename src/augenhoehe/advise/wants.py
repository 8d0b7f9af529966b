"""What a person sets for one calculation, beyond what the board says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import Money


@dataclass(frozen=True, slots=True)
class Answer:
    """What asking after a need of the catalogue brought: whether it is real, and the words that say so.

    `evidence` is empty only where the words are gone; such an answer counts no longer.
    """

    need: str
    real: bool
    evidence: tuple[Evidence, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Wants:
    """What a person sets. Offers and needs by id.

    `budget` replaces the board's. `on` is the day from which lead times count; without it no deadline is counted.
    `full_need`, `seats` and `hours` (of the customer's own effort) replace the catalogue's assumptions or add a limit.
    """

    budget: Money | None = None
    on: date | None = None
    full_need: Money | None = None
    seats: int | None = None
    hours: Decimal | None = None
    must_needs: tuple[str, ...] = field(default=())
    must_take: tuple[str, ...] = field(default=())
    must_leave: tuple[str, ...] = field(default=())
    owned: tuple[str, ...] = field(default=())
    answers: tuple[Answer, ...] = field(default=())
