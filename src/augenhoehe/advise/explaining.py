"""Why an offer is in or out: forced re-solves, always with a number.

For what was wished and left out the first reason that holds is said, in this order: impossible; serves no need that
was shown; what it serves is met already; gives way to something worthier under the budget; costs more than it brings.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from augenhoehe.advise.advice import Item, Reason
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.engine import Outcome, Session
from augenhoehe.advise.naming import all_needs, all_of, cents, need_name, rounded_inside, sentences, title
from augenhoehe.advise.posing import Posed
from augenhoehe.advise.problem import Case, Change, Figures, Model, figures
from augenhoehe.advise.relaxing import conflict, said
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message, Value
from augenhoehe.speech.money import Money

MOST_REJECTED = 5
MOST_QUOTES = 3
CERTAIN = 100
LIMITS = frozenset({"budget", "deadline", "effort", "musts"})
"""Rules that the customer can change; the others are those of the catalogue."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What explanations stand on: the problem, the best selection with its figures, and the catalogue that names
    things.
    """

    catalogue: Catalogue
    posed: Posed
    model: Model
    session: Session
    best: Outcome
    shown: Figures
    language: str

    @property
    def case(self) -> Case:
        """The problem in numbers."""
        return self.posed.case

    def money(self, amount: int) -> Money:
        """Cents as money; whether a sentence says it to the cent or roughly is for the wording to say."""
        return cents(amount, self.catalogue.currency)

    def needs_of(self, place: int, least: int = 1) -> list[int]:
        """The shown needs (places of demands) that a candidate serves with at least this quality."""
        return [
            at for at, quality in self.case.candidates[place].serves if at < len(self.posed.shown) and quality >= least
        ]

    def names(self, demands: list[int]) -> Message:
        """The names of needs in a row."""
        return all_needs(self.catalogue, [self.case.demands[at].need for at in demands])

    def offers(self, places: list[int]) -> Message:
        """The titles of candidates in a row."""
        return all_of(self.catalogue, [self.case.candidates[place].offer for place in places])

    def quotes(self, demands: list[int]) -> tuple[Evidence, ...]:
        """The customer's words behind needs, the first of each first."""
        rows = [self.posed.shown[at].evidence for at in demands if at < len(self.posed.shown)]
        found: list[Evidence] = []
        for turn in range(max((len(row) for row in rows), default=0)):
            found.extend(row[turn] for row in rows if turn < len(row) and row[turn] not in found)
        return tuple(found[:MOST_QUOTES])


def item(ground: Ground, place: int, reasons: tuple[Reason, ...], right_if: Message | None = None) -> Item:
    """An offer in its place of the advice."""
    candidate = ground.case.candidates[place]
    return Item(
        candidate.offer,
        ground.catalogue.by_id[candidate.offer].name(ground.language),
        ground.posed.wished_by.get(candidate.offer, ()),
        reasons,
        cents(candidate.price, ground.catalogue.currency),
        right_if,
    )


def chosen_items(ground: Ground) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Item, ...]]:
    """What is kept of the wished, what is added, and the alternatives that lost against them."""
    kept: list[Item] = []
    added: list[Item] = []
    lost: dict[int, Item] = {}
    for place in ground.best.chosen:
        candidate = ground.case.candidates[place]
        if candidate.owned:
            continue
        without = ground.session.solve(Change(force_out=(place,)))
        reasons = (*_why_in(ground, place, without), *_to_be_said(ground, place))
        (kept if candidate.wished else added).append(item(ground, place, reasons))
        for other in without.chosen:
            if other not in ground.best.chosen and other not in lost and not ground.case.candidates[other].wished:
                lost[other] = _lost_to(ground, other, place, ground.best.value - without.value)
    rejected = [lost[place] for place in sorted(lost)][:MOST_REJECTED]
    return tuple(kept), tuple(added), tuple(rejected)


def _why_in(ground: Ground, place: int, without: Outcome) -> tuple[Reason, ...]:
    candidate = ground.case.candidates[place]
    needers = [
        other
        for other in ground.best.chosen
        for group in ground.case.candidates[other].requires
        if place in group and not any(one in ground.best.chosen for one in group if one != place)
    ]
    carried = [at for at, _ in candidate.serves if _carries(ground, place, at)]
    worth = cents(ground.best.value - without.value, ground.catalogue.currency) if without.feasible else None
    reasons = []
    if carried:
        key = "advise.in_serves" if candidate.wished else "advise.added_serves"
        message = Message.of(key, needs=ground.names(carried))
        needs = tuple(ground.case.demands[at].need for at in carried)
        reasons.append(Reason(message, ground.quotes(carried), (candidate.offer,), needs, worth))
    if needers:
        message = Message.of("advise.in_required", others=ground.offers(needers))
        others = tuple(ground.case.candidates[other].offer for other in needers)
        reasons.append(Reason(message, (), others, (), None if carried else worth))
    if place in ground.case.must_take:
        reasons.append(Reason(Message.of("advise.in_must"), (), (candidate.offer,), (), None if reasons else worth))
    if not reasons:
        reasons.append(Reason(Message.of("advise.in_saves"), (), (candidate.offer,), (), worth))
    if worth is not None and without.value < ground.best.value:
        reasons.append(_worth_reason(ground, without, candidate.offer))
    return tuple(reasons)


def _carries(ground: Ground, place: int, at: int) -> bool:
    """Whether a candidate is what a shown need's cover rests on."""
    quality = dict(ground.case.candidates[place].serves).get(at, 0)
    if at >= len(ground.posed.shown) or ground.case.demands[at].worth == 0 or quality == 0:
        return False
    return ground.case.demands[at].adds_up or quality >= ground.shown.cover[at]


def _worth_reason(ground: Ground, without: Outcome, offer: str) -> Reason:
    """What the best advice without it would be worth less, and what would stand in its stead."""
    loss = ground.best.value - without.value
    instead = [place for place in without.chosen if place not in ground.best.chosen]
    key = "advise.without_it_instead" if instead else "advise.without_it"
    values: dict[str, Value] = {"loss": ground.money(loss)}
    if instead:
        values["others"] = ground.offers(instead)
    others = tuple(ground.case.candidates[place].offer for place in instead)
    return Reason(Message.of(key, **values), (), (offer, *others), (), cents(loss, ground.catalogue.currency))


def _to_be_said(ground: Ground, place: int) -> tuple[Reason, ...]:
    """What must be said about an offer in any case: its drawback, the customer's own hours, somebody else's hand, its
    judgement.
    """
    offer = ground.catalogue.by_id[ground.case.candidates[place].offer]
    found = []
    if offer.drawback:
        texts = dict(offer.drawback)
        first = offer.drawback[0][1]
        text = Message.of("advise.name", de=texts.get("de", first), en=texts.get("en", first))
        found.append(Reason(Message.of("advise.drawback", text=text), (), (offer.id,)))
    if ground.case.candidates[place].hours:
        hours = round(ground.case.candidates[place].hours / 100)
        found.append(Reason(Message.of("advise.hours", hours=hours), (), (offer.id,)))
    if not offer.ours:
        key = "advise.not_ours_named" if offer.provider else "advise.not_ours"
        values = {"provider": offer.provider} if offer.provider else {}
        found.append(Reason(Message.of(key, **values), (), (offer.id,)))
    return tuple(found)


def _lost_to(ground: Ground, place: int, winner: int, loss: int) -> Item:
    offers = (ground.case.candidates[place].offer, ground.case.candidates[winner].offer)
    winning = title(ground.catalogue, offers[1])
    if loss == 0:
        message = Message.of("advise.rejected_tie", winner=winning)
    else:
        message = Message.of("advise.rejected_for", winner=winning, loss=ground.money(loss))
    return item(ground, place, (Reason(message, (), offers, (), cents(loss, ground.catalogue.currency)),))


def left_out_items(ground: Ground) -> tuple[Item, ...]:
    """The wished offers that are not advised, each with the reason, what taking it would do, and when it would be
    right.
    """
    return tuple(
        _left_out(ground, place)
        for place in ground.posed.wished
        if place not in ground.best.chosen and not ground.case.candidates[place].owned
    )


def _left_out(ground: Ground, place: int) -> Item:
    forced = ground.session.solve(Change(force_in=(place,)))
    first = _why_out(ground, place, forced)
    further = _what_it_would_do(ground, place, forced) if forced.feasible else ()
    if not forced.feasible:
        right = _right_if_impossible(ground, place)
    elif first.message.key == "advise.out_displaced":
        rich = ground.session.solve(Change(lifted=frozenset({"budget"})))
        right = Message.of("advise.right_if_budget", budget=ground.money(figures(ground.case, rich.chosen).price))
    else:
        right = _right_if(ground, place, forced, ground.best)
    return item(ground, place, (first, *further), right)


def _why_out(ground: Ground, place: int, forced: Outcome) -> Reason:
    candidate = ground.case.candidates[place]
    offer = (candidate.offer,)
    if not forced.feasible:
        return _impossible(ground, place)
    loss = cents(ground.best.value - forced.value, ground.catalogue.currency)
    served = [at for at in ground.needs_of(place) if ground.case.demands[at].worth > 0]
    if not served:
        for_what = [at for at, _ in candidate.serves if at >= len(ground.posed.shown)]
        if for_what:
            message = Message.of("advise.out_serves_others", needs=ground.names(for_what))
        else:
            message = Message.of("advise.out_serves_nothing")
        return Reason(message, _own_words(ground, place), offer, (), loss)
    needs = tuple(ground.case.demands[at].need for at in served)
    quality = dict(candidate.serves)
    if all(ground.shown.cover[at] >= quality[at] and not ground.case.demands[at].adds_up for at in served):
        by = [p for p in ground.best.chosen if any(_carries(ground, p, at) for at in served)]
        message = Message.of("advise.out_met_already", needs=ground.names(served), others=ground.offers(by))
        others = tuple(ground.case.candidates[p].offer for p in by)
        return Reason(message, ground.quotes(served), (*offer, *others), needs, loss)
    if ground.case.budget is not None:
        rich = ground.session.solve(Change(lifted=frozenset({"budget"})))
        if place in rich.chosen:
            message = Message.of(
                "advise.out_displaced", budget=ground.money(ground.case.budget), needs=ground.names(served)
            )
            return Reason(message, ground.posed.budget_evidence, offer, needs, loss)
    brings = _brings(ground, place)
    message = Message.of(
        "advise.out_too_dear",
        needs=ground.names(served),
        brings=ground.money(brings),
        costs=ground.money(candidate.price + candidate.effort),
    )
    return Reason(message, ground.quotes(served), offer, needs, loss)


def _own_words(ground: Ground, place: int) -> tuple[Evidence, ...]:
    return ground.posed.wished_by.get(ground.case.candidates[place].offer, ())[:1]


def _brings(ground: Ground, place: int) -> int:
    """What an offer on top of the best selection would add in cover, in cents."""
    more = figures(ground.case, (*ground.best.chosen, place))
    before = ground.shown.value + ground.shown.price + ground.shown.effort
    return more.value + more.price + more.effort - before


def _impossible(ground: Ground, place: int) -> Reason:
    candidate = ground.case.candidates[place]
    case = ground.case
    if case.weeks is not None and candidate.weeks > case.weeks:
        message = Message.of("advise.out_too_late", takes=candidate.weeks, there_are=case.weeks)
        return Reason(message, ground.posed.deadline_evidence, (candidate.offer,))
    parts = conflict(ground.session, ground.model, Change(force_in=(place,)))
    if parts == ("budget",) and case.budget is not None:
        message = Message.of(
            "advise.out_over_budget", price=ground.money(candidate.price), budget=ground.money(case.budget)
        )
        return Reason(message, ground.posed.budget_evidence, (candidate.offer,))
    rules = sentences([said(switch, case, ground.catalogue) for switch in parts])
    return Reason(Message.of("advise.out_impossible", rules=rules), (), (candidate.offer,))


def _what_it_would_do(ground: Ground, place: int, forced: Outcome) -> tuple[Reason, ...]:
    """What comes along and what falls out when it is taken all the same, and what that costs."""
    comes = [one for one in forced.chosen if one not in ground.best.chosen and one != place]
    goes = [one for one in ground.best.chosen if one not in forced.chosen]
    after = figures(ground.case, forced.chosen)
    worse = [at for at in range(len(ground.posed.shown)) if after.cover[at] < ground.shown.cover[at]]
    loss = ground.best.value - forced.value
    if loss == 0:
        return (Reason(Message.of("advise.out_tie"), (), (), (), cents(0, ground.catalogue.currency)),)
    found = []
    worth = cents(loss, ground.catalogue.currency)
    if comes:
        others = tuple(ground.case.candidates[one].offer for one in comes)
        found.append(Reason(Message.of("advise.drags_in", others=ground.offers(comes)), (), others))
    if goes and worse:
        others = tuple(ground.case.candidates[one].offer for one in goes)
        needs = tuple(ground.case.demands[at].need for at in worse)
        message = Message.of("advise.throws_out", others=ground.offers(goes), needs=ground.names(worse))
        found.append(Reason(message, ground.quotes(worse), others, needs))
    message = Message.of("advise.taking_it_costs", loss=ground.money(loss))
    return (*found, Reason(message, (), (ground.case.candidates[place].offer,), (), worth))


def _right_if_impossible(ground: Ground, place: int) -> Message | None:
    candidate = ground.case.candidates[place]
    if ground.case.weeks is not None and candidate.weeks > ground.case.weeks:
        return Message.of("advise.right_if_later", weeks=candidate.weeks - ground.case.weeks)
    parts = conflict(ground.session, ground.model, Change(force_in=(place,)))
    own = [switch for switch in parts if switch.partition(":")[0] in LIMITS]
    lifted = frozenset(own or parts)
    forced = ground.session.solve(Change(force_in=(place,), lifted=lifted))
    if not forced.feasible:
        return None
    rules = sentences([said(switch, ground.case, ground.catalogue) for switch in parts if switch in lifted])
    best = ground.session.solve(Change(lifted=lifted))
    if forced.value == best.value:
        return Message.of("advise.right_if_lifted", rules=rules)
    condition = _right_if(ground, place, forced, best, lifted)
    return Message.of("advise.right_if_lifted_and", rules=rules, condition=condition)


def _right_if(
    ground: Ground, place: int, forced: Outcome, best: Outcome, lifted: frozenset[str] = frozenset()
) -> Message:
    """From how sure a need on the offer would be at least as good as what is advised, or at what price.

    For the need that promises most: the best selection with the offer at full certainty, against the best of today;
    both grow in a straight line with the certainty, and where they meet is the answer.
    """
    least: tuple[Fraction, int] | None = None
    for at, _ in ground.case.candidates[place].serves:
        share = _least_certainty(ground, place, at, best, lifted)
        if share is not None and (least is None or share < least[0]):
            least = (share, at)
    if least is not None:
        at = least[1]
        percent = -(-least[0].numerator * CERTAIN // least[0].denominator)
        name = need_name(ground.catalogue, ground.case.demands[at].need)
        now = round(ground.posed.probability[at] * CERTAIN) if at < len(ground.posed.shown) else 0
        if now:
            return Message.of("advise.right_if_surer", need=name, percent=percent, now=now)
        return Message.of("advise.right_if_needed", need=name, percent=percent)
    price = ground.case.candidates[place].price - (best.value - forced.value)
    if price > 0:
        return Message.of("advise.right_if_price", price=ground.money(rounded_inside(price, up=False)))
    return Message.of("advise.right_if_never")


def _least_certainty(ground: Ground, place: int, at: int, best: Outcome, lifted: frozenset[str]) -> Fraction | None:
    """The least certainty (0 to 1) of one need from which a selection with the offer beats today's; None where there
    is none.
    """
    full = 4 * round(ground.posed.full_need * ground.posed.weight[at] / 4)
    worths = [demand.worth for demand in ground.case.demands]
    worths[at] = full
    with_it = ground.session.solve(Change(force_in=(place,), worth=tuple(worths), lifted=lifted))
    if not with_it.feasible or full == 0:
        return None
    worths[at] = 0
    none_with = figures(ground.case, with_it.chosen, tuple(worths))
    none_without = figures(ground.case, best.chosen, tuple(worths))
    slope = Fraction(full * (none_with.cover[at] - none_without.cover[at]), 100)
    lead = none_without.value - none_with.value
    if slope <= 0:
        return None
    share = Fraction(lead) / slope
    return share if 0 < share <= 1 else None
