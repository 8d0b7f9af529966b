"""What is not met in full: the risk of it, what forces it, and what lifting that would bring."""

from __future__ import annotations

from augenhoehe.advise.advice import Compromise
from augenhoehe.advise.engine import Outcome
from augenhoehe.advise.explaining import Ground
from augenhoehe.advise.naming import need_name, sentences
from augenhoehe.advise.problem import Change, Figures, figures
from augenhoehe.advise.relaxing import conflict, said
from augenhoehe.speech.messages import Message

FULL = 100
FAR = 10**6
RELEVANT = 0.02


def compromises(ground: Ground) -> tuple[Compromise, ...]:
    """The shown needs that the advice does not meet in full, the heaviest risk first."""
    found = []
    for at, need in enumerate(ground.posed.shown):
        cover = ground.shown.cover[at]
        risk = ground.case.demands[at].worth * (FULL - cover) // FULL
        if cover < FULL and need.weight * need.certainty >= RELEVANT:
            forced_by, lifting = _forced_by(ground, at)
            name = ground.case.demands[at].need
            found.append(
                (
                    -risk,
                    at,
                    Compromise(
                        name,
                        ground.catalogue.needs_by_id[name].name(ground.language),
                        cover / FULL,
                        _risk(ground, at, cover),
                        forced_by,
                        lifting,
                        need.evidence,
                    ),
                )
            )
    return tuple(compromise for _, _, compromise in sorted(found, key=lambda one: one[:2]))


def _risk(ground: Ground, at: int, cover: int) -> Message:
    """What stays open and how much that weighs, in percent of weight and certainty; no money is made of it for the
    customer.
    """
    need = ground.posed.shown[at]
    key = "advise.risk_open" if cover == 0 else "advise.risk_partly"
    values = {} if cover == 0 else {"met": cover}
    return Message.of(
        key,
        need=need_name(ground.catalogue, ground.case.demands[at].need),
        weight=round(FULL * need.weight),
        certainty=round(FULL * need.certainty),
        **values,
    )


def _forced_by(ground: Ground, at: int) -> tuple[Message, Message | None]:
    """The first of these that would bring more cover when lifted: nothing in the catalogue, budget, deadline, hours,
    rules, worth.
    """
    cover = ground.shown.cover[at]
    serving = [p for p, one in enumerate(ground.case.candidates) if dict(one.serves).get(at, 0) > 0]
    best = min(sum(dict(ground.case.candidates[p].serves)[at] for p in serving), FULL)
    if not ground.case.demands[at].adds_up:
        best = max((dict(ground.case.candidates[p].serves)[at] for p in serving), default=0)
    if best <= cover:
        key = "advise.forced_nothing" if not serving else "advise.forced_nothing_better"
        return Message.of(key), None
    for kind, change in _lifts(ground):
        outcome = ground.session.solve(change)
        if outcome.feasible:
            after = figures(ground.case, outcome.chosen)
            if after.cover[at] > cover:
                return _limit(ground, kind), _lifting(ground, kind, outcome, after, at)
    return _forced_by_rule_or_worth(ground, at, serving)


def _lifts(ground: Ground) -> list[tuple[str, Change]]:
    found = []
    if ground.case.budget is not None:
        found.append(("budget", Change(lifted=frozenset({"budget"}))))
    if ground.case.weeks is not None:
        found.append(("deadline", Change(weeks=FAR)))
    if ground.case.hours is not None:
        found.append(("effort", Change(lifted=frozenset({"effort"}))))
    return found


def _limit(ground: Ground, kind: str) -> Message:
    case = ground.case
    if kind == "budget":
        return Message.of("advise.forced_budget", budget=ground.money(case.budget or 0))
    if kind == "deadline":
        return Message.of("advise.forced_deadline", weeks=case.weeks or 0)
    return Message.of("advise.forced_effort", hours=round((case.hours or 0) / FULL))


def _lifting(ground: Ground, kind: str, outcome: Outcome, after: Figures, at: int) -> Message:
    """What lifting the limit would bring: how far it must move, which offers come in, how far the need is met then."""
    comes = [place for place in outcome.chosen if place not in ground.best.chosen]
    offers = ground.offers(comes) if comes else Message.of("advise.the_same_offers")
    met = after.cover[at]
    if kind == "budget":
        more = ground.money(after.price - (ground.case.budget or 0))
        return Message.of("advise.lifting_budget", more=more, offers=offers, met=met)
    if kind == "deadline":
        weeks = max(ground.case.candidates[place].weeks for place in outcome.chosen) - (ground.case.weeks or 0)
        return Message.of("advise.lifting_deadline", weeks=weeks, offers=offers, met=met)
    hours = -(-sum(ground.case.candidates[place].hours for place in outcome.chosen) // FULL)
    return Message.of("advise.lifting_effort", hours=hours, offers=offers, met=met)


def _forced_by_rule_or_worth(ground: Ground, at: int, serving: list[int]) -> tuple[Message, Message | None]:
    """Forced by a rule where the better offer is impossible, else by its price: what it would cost against what it
    brings.
    """
    cover = ground.shown.cover[at]
    better = [
        p for p in serving if ground.case.demands[at].adds_up or dict(ground.case.candidates[p].serves)[at] > cover
    ]
    way = _least_loss(ground, [place for place in better if place not in ground.best.chosen])
    if way is None:
        parts = conflict(ground.session, ground.model, Change(force_in=(better[0],)))
        rules = sentences([said(switch, ground.case, ground.catalogue) for switch in parts])
        return Message.of("advise.forced_rules", offer=ground.offers(better[:1]), rules=rules), None
    place, outcome = way
    candidate = ground.case.candidates[place]
    after = figures(ground.case, outcome.chosen)
    message = Message.of(
        "advise.forced_worth", offer=ground.offers([place]), costs=ground.money(candidate.price + candidate.effort)
    )
    lifting = Message.of(
        "advise.lifting_worth",
        offer=ground.offers([place]),
        met=after.cover[at],
        loss=ground.money(ground.best.value - outcome.value),
    )
    return message, lifting


def _least_loss(ground: Ground, places: list[int]) -> tuple[int, Outcome] | None:
    """The offer that costs least to take all the same, with what would come of it; None where none can be taken.

    Tried in the order of a quick bound, and no further than the bound can still win.
    """
    found = {place: ground.session.bound(Change(force_in=(place,))) for place in places}
    bounds = {place: FAR**3 if limit is None else limit for place, limit in found.items()}
    best: tuple[int, Outcome] | None = None
    for place in sorted(places, key=lambda place: (-bounds[place], place)):
        if best is not None and bounds[place] < best[1].value:
            break
        outcome = ground.session.solve(Change(force_in=(place,)))
        if outcome.feasible and (best is None or (-outcome.value, place) < (-best[1].value, best[0])):
            best = place, outcome
    return best
