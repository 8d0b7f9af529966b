"""Pose the problem: from a needs board and a catalogue to a case in exact numbers, with every assumption said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from augenhoehe.advise.answering import with_answers
from augenhoehe.advise.catalogue.offers import MONTHS_A_YEAR, Catalogue, Offer
from augenhoehe.advise.naming import cents, need_name
from augenhoehe.advise.problem import Candidate, Case, Demand
from augenhoehe.advise.wants import Wants
from augenhoehe.advise.wishing import offers_wished
from augenhoehe.needs.board import Board, Limit, LimitKind, Need, Per
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

HUNDRED = 100
FLOOR, CEILING = 0.02, 0.98
MOST_UNASKED = 40
WEEKS_A_YEAR = Decimal(52)


@dataclass(frozen=True, slots=True)
class Posed:
    """A case with what its numbers stand for.

    `shown` are the board's needs behind the first demands, in their order; the demands after them are needs of the
    catalogue that nobody spoke of, worth nothing until they are asked after. `probability` and `weight` are by demand.
    `wished` are places of candidates, `wished_by` the words of the wishes by offer.
    """

    case: Case
    shown: tuple[Need, ...]
    weight: tuple[float, ...]
    probability: tuple[float, ...]
    full_need: int
    wished: tuple[int, ...]
    wished_by: dict[str, tuple[Evidence, ...]]
    open_wishes: tuple[Evidence, ...]
    budget: Money | None
    weeks: int | None
    assumptions: tuple[Message, ...]
    budget_evidence: tuple[Evidence, ...] = field(default=())
    deadline_evidence: tuple[Evidence, ...] = field(default=())
    answered: frozenset[str] = frozenset()
    """Needs that were asked after and answered."""


def worth(full_need: int, weight: float, probability: float) -> int:
    """What meeting a need in full is worth in cents, as a multiple of four."""
    return 4 * round(full_need * weight * probability / 4)


def pose(board: Board, catalogue: Catalogue, wants: Wants, also: Sequence[str] = ()) -> Posed:
    """The case of a board and a catalogue under what a person set; `also` are offers that are weighed in any case.

    Raises InputRefusedError for a budget in another currency than the catalogue's.
    """
    board = with_answers(board, catalogue, wants.answers)
    assumptions: list[Message] = []
    full_need = _full_need(catalogue, wants)
    shown = _named(board.needs, catalogue)
    unasked = _unasked(catalogue, shown)
    weight = tuple([need.weight for need in shown] + [need.weight for need in unasked])
    probability = tuple(
        [min(max(need.certainty, FLOOR), 1.0) for need in shown] + [max(need.prior, FLOOR) for need in unasked]
    )
    order = [str(need.named) for need in shown] + [need.id for need in unasked]
    demands = tuple(
        Demand(
            name,
            worth(full_need, weight[at], probability[at]) if at < len(shown) else 0,
            name in catalogue.additive,
            must=100 if name in wants.must_needs else _best_of(name, catalogue) if name in catalogue.must else 0,
        )
        for at, name in enumerate(order)
    )
    means = offers_wished(board.wishes, catalogue)
    wished_by: dict[str, tuple[Evidence, ...]] = {}
    for wish in board.wishes:
        for offer in means.get(wish.id, ()):
            wished_by[offer] = wished_by.get(offer, ()) + wish.evidence
    offers = _relevant(catalogue, frozenset(order), frozenset(wished_by).union(wants.must_take, wants.owned, also))
    budget, budget_evidence = _budget(board.limits, catalogue, wants, assumptions)
    weeks, deadline_evidence = _weeks(board.limits, wants)
    case = _case(catalogue, offers, demands, order, wished_by, wants, budget, weeks)
    return Posed(
        case,
        shown,
        weight,
        probability,
        full_need,
        tuple(place for place, one in enumerate(case.candidates) if one.wished),
        wished_by,
        tuple(e for wish in board.wishes if wish.id not in means for e in wish.evidence[:1]),
        budget,
        weeks,
        (*assumptions, *_further(board, catalogue, wants, shown)),
        budget_evidence,
        deadline_evidence,
        frozenset(answer.need for answer in wants.answers),
    )


def _full_need(catalogue: Catalogue, wants: Wants) -> int:
    amount = catalogue.full_need if wants.full_need is None else wants.full_need.amount
    return as_cents(amount)


def as_cents(amount: Decimal) -> int:
    """An amount as whole cents, half up."""
    return int((amount * HUNDRED).to_integral_value(ROUND_HALF_UP))


def _named(needs: Sequence[Need], catalogue: Catalogue) -> tuple[Need, ...]:
    """The board's needs that the catalogue names, each once: of two with one name the surer stands for both."""
    found: dict[str, Need] = {}
    for need in needs:
        if need.named in catalogue.needs_by_id:
            held = found.get(str(need.named))
            if held is None or need.certainty > held.certainty:
                found[str(need.named)] = need
    return tuple(found.values())


def _unasked(catalogue: Catalogue, shown: Sequence[Need]) -> list[NamedNeed]:
    """Needs of the catalogue nobody spoke of, the likeliest and weightiest first."""
    named = {need.named for need in shown}
    rest = [need for need in catalogue.needs if need.id not in named]
    return sorted(rest, key=lambda need: (need.id not in catalogue.must, -need.weight * need.prior))[:MOST_UNASKED]


def _best_of(need: str, catalogue: Catalogue) -> int:
    """A need that must be met must be met half at least, or as well as the catalogue can where that is less."""
    return min(50, max((offer.quality(need) for offer in catalogue.offers), default=0))


def _relevant(catalogue: Catalogue, needs: frozenset[str], wanted: frozenset[str]) -> list[Offer]:
    """Offers that can play a part: they serve a need in play, are wanted or owned, share a rebate with such, or are
    required by such.
    """
    kept = {
        offer.id
        for offer in catalogue.offers
        if offer.owned or offer.id in wanted or any(s.need in needs and s.quality > 0 for s in offer.serves)
    }
    families = [bundle.offers for bundle in catalogue.bundles] + [volume.offers for volume in catalogue.volumes]
    for members in families:
        if kept.intersection(members):
            kept.update(members)
    waiting = sorted(kept)
    while waiting:
        for group in catalogue.by_id[waiting.pop()].requires:
            fresh = [one for one in group if one not in kept]
            kept.update(fresh)
            waiting.extend(fresh)
    return [offer for offer in catalogue.offers if offer.id in kept]


def _case(
    catalogue: Catalogue,
    offers: Sequence[Offer],
    demands: tuple[Demand, ...],
    order: Sequence[str],
    wished_by: dict[str, tuple[Evidence, ...]],
    wants: Wants,
    budget: Money | None,
    weeks: int | None,
) -> Case:
    place = {offer.id: at for at, offer in enumerate(offers)}
    demand = {name: at for at, name in enumerate(order)}
    hour = as_cents(catalogue.hour_costs)
    candidates = []
    for offer in offers:
        owned = offer.owned or offer.id in wants.owned
        hours = Decimal(0) if owned else catalogue.effort(offer, wants.seats)
        candidates.append(
            Candidate(
                offer.id,
                0 if owned else as_cents(catalogue.price(offer, wants.seats)),
                int((hours * hour).to_integral_value(ROUND_HALF_UP)),
                int((hours * HUNDRED).to_integral_value(ROUND_HALF_UP)),
                catalogue.ready_weeks(offer),
                tuple((demand[s.need], s.quality) for s in offer.serves if s.need in demand and s.quality > 0),
                tuple(tuple(place[one] for one in group) for group in offer.requires),
                tuple(place[one] for one in offer.excludes if one in place),
                offer.group,
                owned,
                offer.id in wished_by,
            )
        )
    return Case(
        demands,
        tuple(candidates),
        tuple(
            (bundle.id, tuple(place[one] for one in bundle.offers), as_cents(bundle.saves))
            for bundle in catalogue.bundles
            if all(one in place and not candidates[place[one]].owned for one in bundle.offers)
        ),
        tuple(
            (
                volume.id,
                tuple(place[one] for one in volume.offers if one in place),
                tuple((step.at_least, as_cents(step.percent)) for step in volume.steps),
            )
            for volume in catalogue.volumes
            if any(one in place for one in volume.offers)
        ),
        None if budget is None else as_cents(budget.amount),
        None if wants.hours is None else int((wants.hours * HUNDRED).to_integral_value()),
        weeks,
        tuple(place[one] for one in wants.must_take if one in place),
        tuple(place[one] for one in wants.must_leave if one in place),
    )


def _budget(
    limits: Sequence[Limit], catalogue: Catalogue, wants: Wants, assumptions: list[Message]
) -> tuple[Money | None, tuple[Evidence, ...]]:
    """The budget a person set, or the smallest limit the customer gave, or a threshold they would rather not pass."""
    amounts = [limit for limit in limits if limit.kind is LimitKind.BUDGET and limit.amount is not None]
    if wants.budget is not None:
        if wants.budget.currency != catalogue.currency:
            raise InputRefusedError.of("advise.budget_currency", budget=wants.budget, currency=catalogue.currency)
        same = [limit for limit in amounts if limit.amount == wants.budget]
        assumptions.append(Message.of("advise.assume_budget_set", budget=wants.budget))
        return wants.budget, tuple(e for limit in same for e in limit.evidence)
    best: tuple[Decimal, Limit] | None = None
    for limit in amounts:
        assert limit.amount is not None
        if limit.amount.currency != catalogue.currency:
            assumptions.append(
                Message.of("advise.assume_other_currency", amount=limit.amount, currency=catalogue.currency)
            )
            continue
        whole = over_horizon(limit.amount.amount, limit.per, catalogue, wants.seats)
        if best is None or (limit.threshold, whole) < (best[1].threshold, best[0]):
            best = (whole, limit)
    if best is None:
        return None, ()
    money = catalogue.money(best[0])
    key = "advise.assume_threshold" if best[1].threshold else "advise.assume_budget_said"
    assumptions.append(Message.of(key, budget=money, quote=_bare(best[1].evidence[0].quote)))
    return money, best[1].evidence


def over_horizon(amount: Decimal, per: Per, catalogue: Catalogue, seats: int | None) -> Decimal:
    """An amount a week, month, year or seat, counted over the catalogue's horizon."""
    years = Decimal(catalogue.horizon_months) / MONTHS_A_YEAR
    times = {
        Per.ONCE: Decimal(1),
        Per.WEEK: WEEKS_A_YEAR * years,
        Per.MONTH: Decimal(catalogue.horizon_months),
        Per.YEAR: years,
        Per.SEAT: Decimal(catalogue.seats if seats is None else seats),
    }
    return (amount * times[per]).quantize(Decimal("0.01"))


def _weeks(limits: Sequence[Limit], wants: Wants) -> tuple[int | None, tuple[Evidence, ...]]:
    """Whole weeks until the earliest deadline, None without one or without a day to count from."""
    dated = [limit for limit in limits if limit.kind is LimitKind.DEADLINE and limit.day is not None]
    if wants.on is None or not dated:
        return None, ()
    first = min(dated, key=lambda limit: limit.day or date.max)
    assert first.day is not None
    return max((first.day - wants.on).days // 7, 0), first.evidence


def _bare(quote: str) -> str:
    """A quote inside a sentence goes without its own full stop."""
    return quote.strip().removesuffix(".")


def _further(board: Board, catalogue: Catalogue, wants: Wants, shown: Sequence[Need]) -> list[Message]:
    """What the calculation rests on and what it cannot see."""
    seats = catalogue.seats if wants.seats is None else wants.seats
    if seats == 1:
        found = [Message.of("advise.assume_horizon_one", months=catalogue.horizon_months)]
    else:
        found = [Message.of("advise.assume_horizon", months=catalogue.horizon_months, seats=seats)]
    if catalogue.tax.percent:
        key = "advise.assume_gross" if catalogue.tax.included else "advise.assume_net"
        found.append(Message.of(key, percent=catalogue.tax.percent))
    if catalogue.hour_costs:
        found.append(Message.of("advise.assume_hour", amount=cents(as_cents(catalogue.hour_costs), catalogue.currency)))
    for limit in board.limits:
        if limit.amount is None and limit.day is None:
            found.append(Message.of("advise.assume_unseen_limit", quote=_bare(limit.evidence[0].quote)))
        elif limit.kind is LimitKind.DEADLINE and wants.on is None:
            found.append(Message.of("advise.assume_no_start", quote=_bare(limit.evidence[0].quote)))
    for answer in wants.answers:
        if not answer.real:
            found.append(Message.of("advise.assume_denied", need=need_name(catalogue, answer.need)))
    known = {need.named for need in shown}
    for need in board.needs:
        if need.named not in known:
            found.append(Message.of("advise.assume_unnamed_need", quote=_bare(need.statement)))
    return found
