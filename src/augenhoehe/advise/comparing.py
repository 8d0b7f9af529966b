"""Two selections side by side: what each serves, costs and risks, and which rule it would break. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.engine import Engine
from augenhoehe.advise.naming import cents
from augenhoehe.advise.posing import Posed, pose
from augenhoehe.advise.problem import Change, figures
from augenhoehe.advise.relaxing import conflict, said
from augenhoehe.advise.solving import engine_or_exact, model_of
from augenhoehe.advise.wants import Wants
from augenhoehe.needs.board import Board
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money


@dataclass(frozen=True, slots=True)
class Side:
    """One selection: its offers, price, the customer's own hours, weighted need met (0 to 1), and the rules that
    contradict it (none where it is allowed).
    """

    offers: tuple[str, ...]
    price: Money
    effort_hours: Decimal
    coverage: float
    breaks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedCompared:
    """How far both meet a need that was shown (0 to 1), with the words behind the need."""

    need: str
    first: float
    second: float
    weight: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two selections. `needs` have the differences first, the weightiest of each before the others."""

    first: Side
    second: Side
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    both: tuple[str, ...]
    needs: tuple[NeedCompared, ...]

    @property
    def won(self) -> tuple[NeedCompared, ...]:
        """The needs that the second meets better."""
        return tuple(need for need in self.needs if need.second > need.first)

    @property
    def lost(self) -> tuple[NeedCompared, ...]:
        """The needs that the second meets worse."""
        return tuple(need for need in self.needs if need.second < need.first)


def compare(
    board: Board,
    catalogue: Catalogue,
    wants: Wants,
    first: Sequence[str],
    second: Sequence[str],
    *,
    engine: Engine | None = None,
) -> Comparison:
    """Two selections of offers (by id) under one customer's needs and limits. Raises KeyError for an unknown offer."""
    posed = pose(board, catalogue, wants, (*first, *second))
    model = model_of(posed.case)
    session = engine_or_exact(engine).open(model)
    place = {one.offer: at for at, one in enumerate(posed.case.candidates)}
    owned = {at for at, one in enumerate(posed.case.candidates) if one.owned}
    sides = []
    for offers in (first, second):
        chosen = tuple(sorted({place[offer] for offer in offers} | owned))
        fixed = Change(force_in=chosen, force_out=tuple(at for at in place.values() if at not in chosen))
        broken = () if session.solve(fixed).feasible else conflict(session, model, fixed)
        sides.append((chosen, tuple(said(switch, posed.case, catalogue) for switch in broken)))
    (one, one_breaks), (other, other_breaks) = sides
    return Comparison(
        _side(posed, catalogue, one, one_breaks),
        _side(posed, catalogue, other, other_breaks),
        *_parted(posed, one, other),
        _needs(posed, one, other),
    )


def _side(posed: Posed, catalogue: Catalogue, chosen: tuple[int, ...], breaks: tuple[Message, ...]) -> Side:
    shown = figures(posed.case, chosen)
    whole = sum(need.weight * posed.probability[at] for at, need in enumerate(posed.shown))
    met = sum(need.weight * posed.probability[at] * shown.cover[at] for at, need in enumerate(posed.shown))
    return Side(
        tuple(posed.case.candidates[at].offer for at in chosen),
        cents(shown.price, catalogue.currency),
        Decimal(sum(posed.case.candidates[at].hours for at in chosen)) / 100,
        round(met / (100 * whole), 4) if whole else 0.0,
        breaks,
    )


def _parted(
    posed: Posed, one: tuple[int, ...], other: tuple[int, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    def names(places: Sequence[int]) -> tuple[str, ...]:
        return tuple(posed.case.candidates[at].offer for at in places)

    return (
        names([at for at in one if at not in other]),
        names([at for at in other if at not in one]),
        names([at for at in one if at in other]),
    )


def _needs(posed: Posed, one: tuple[int, ...], other: tuple[int, ...]) -> tuple[NeedCompared, ...]:
    first, second = figures(posed.case, one).cover, figures(posed.case, other).cover
    rows = [
        NeedCompared(posed.case.demands[at].need, first[at] / 100, second[at] / 100, need.weight, need.evidence)
        for at, need in enumerate(posed.shown)
    ]
    return tuple(sorted(rows, key=lambda row: (row.first == row.second, -row.weight)))
