"""Does the advice stand if needs turn out otherwise? Each by itself: not there after all, or there although unsaid.

For a need that was shown, the certainty at which the advice tips is exact: the value of every selection is a straight
line in it, so crossing lines lead to it in a few solves. Several needs that turn out otherwise at once are not looked
at; the sentence says so.
"""

from __future__ import annotations

from fractions import Fraction

from augenhoehe.advise.advice import Tip
from augenhoehe.advise.answering import YES
from augenhoehe.advise.engine import Outcome
from augenhoehe.advise.explaining import Ground
from augenhoehe.advise.naming import need_name
from augenhoehe.advise.posing import worth
from augenhoehe.advise.problem import Change, figures
from augenhoehe.speech.messages import Message, Value

MOST_TIPS = 5
MOST_CROSSINGS = 12
CERTAIN = 100


def robustness(ground: Ground) -> tuple[Message, tuple[Tip, ...]]:
    """The sentence whether the advice stands, and the needs on which it hangs, the dearest mistake first."""
    found: list[tuple[int, int, Tip]] = []
    for at, demand in enumerate(ground.case.demands):
        if demand.need in ground.posed.answered:
            continue
        tip = _if_gone(ground, at) if at < len(ground.posed.shown) else _if_there(ground, at)
        if tip is not None:
            found.append((tip[0], at, tip[1]))
    found.sort(key=lambda one: (-one[0], one[1]))
    if not found:
        return Message.of("advise.steady"), ()
    return Message.of("advise.tips", count=len(found)), tuple(tip for _, _, tip in found[:MOST_TIPS])


def _worths(ground: Ground, at: int, amount: int) -> tuple[int, ...]:
    return tuple(amount if place == at else demand.worth for place, demand in enumerate(ground.case.demands))


def _loss(ground: Ground, other: Outcome, worths: tuple[int, ...]) -> int:
    """What today's advice would be worth less than the best, were the needs worth this."""
    return other.value - figures(ground.case, ground.best.chosen, worths).value


def _if_gone(ground: Ground, at: int) -> tuple[int, Tip] | None:
    """The tip of a shown need: from which certainty down another selection would be better."""
    if ground.case.demands[at].worth == 0 or ground.shown.cover[at] == 0:
        return None
    worths = _worths(ground, at, 0)
    other = ground.session.solve(Change(worth=worths))
    loss = _loss(ground, other, worths)
    if loss <= 0:
        return None
    edge, then = _edge(ground, at, other)
    percent = edge.numerator * CERTAIN // edge.denominator
    now = round(ground.posed.probability[at] * CERTAIN)
    need = need_name(ground.catalogue, ground.case.demands[at].need)
    change = _change(ground, then)
    if percent < 1:
        message = Message.of("advise.tip_gone", need=need, change=change)
    else:
        message = Message.of("advise.tip_below", need=need, percent=min(percent, now), now=now, change=change)
    return loss, Tip(ground.case.demands[at].need, message, ground.money(loss))


def _edge(ground: Ground, at: int, other: Outcome) -> tuple[Fraction, Outcome]:
    """The share of full worth at which today's advice and a better one meet, and the one that takes over there."""
    full = worth(ground.posed.full_need, ground.posed.weight[at], 1.0)
    here = figures(ground.case, ground.best.chosen, _worths(ground, at, 0))
    share = Fraction(0)
    for _ in range(MOST_CROSSINGS):
        there = figures(ground.case, other.chosen, _worths(ground, at, 0))
        gain = Fraction(full * (here.cover[at] - there.cover[at]), CERTAIN)
        if gain <= 0:
            break
        share = Fraction(there.value - here.value) / gain
        amount = 4 * round(full * share / 4)
        worths = _worths(ground, at, amount)
        better = ground.session.solve(Change(worth=worths))
        # Worths are whole multiples of four cents; within that a crossing is met.
        if _loss(ground, better, worths) <= 4 or better.chosen in (ground.best.chosen, other.chosen):
            break
        other = better
    return max(share, Fraction(0)), other


def _if_there(ground: Ground, at: int) -> tuple[int, Tip] | None:
    """The tip of a need nobody spoke of: what would be advised if it were there after all."""
    worths = _worths(ground, at, worth(ground.posed.full_need, ground.posed.weight[at], YES))
    bound = ground.session.bound(Change(worth=worths))
    if bound is not None and bound <= figures(ground.case, ground.best.chosen, worths).value:
        return None
    other = ground.session.solve(Change(worth=worths))
    loss = _loss(ground, other, worths)
    if loss <= 0:
        return None
    # Of dear mistakes, likely ones weigh more.
    likely = round(loss * ground.posed.probability[at])
    need = ground.case.demands[at].need
    message = Message.of("advise.tip_there", need=need_name(ground.catalogue, need), change=_change(ground, other))
    return likely, Tip(need, message, ground.money(loss))


def _change(ground: Ground, other: Outcome) -> Message:
    """What would come in and what would drop out."""
    comes = [place for place in other.chosen if place not in ground.best.chosen]
    goes = [place for place in ground.best.chosen if place not in other.chosen]
    values: dict[str, Value] = {}
    if comes:
        values["comes"] = ground.offers(comes)
    if goes:
        values["goes"] = ground.offers(goes)
    key = "swaps" if comes and goes else "comes" if comes else "goes"
    return Message.of(f"advise.then_{key}", **values)
