"""Recommend: pose the problem, solve it, explain it, and say what the advice comes down to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from augenhoehe.advise.advice import Advice, FrontPoint, Item, Proof, Status, Verdict
from augenhoehe.advise.asking import questions
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.compromising import compromises
from augenhoehe.advise.engine import Engine, Outcome
from augenhoehe.advise.engines.greedy import closure
from augenhoehe.advise.explaining import Ground, chosen_items, left_out_items
from augenhoehe.advise.front import standing, steps
from augenhoehe.advise.naming import all_of, cents, rounded_inside, sentences
from augenhoehe.advise.posing import Posed, pose
from augenhoehe.advise.problem import Change, Figures, figures
from augenhoehe.advise.relaxing import conflict, said, ways_out
from augenhoehe.advise.robustness import robustness
from augenhoehe.advise.solving import ProvingSession, UnprovenError, engine_or_exact, gap, model_of
from augenhoehe.advise.wants import Answer, Wants
from augenhoehe.needs.board import Board
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

FAR = 10**6


def recommend(
    board: Board,
    catalogue: Catalogue,
    *,
    budget: Money | None = None,
    on: date | None = None,
    full_need: Money | None = None,
    seats: int | None = None,
    hours: Decimal | None = None,
    must_needs: Sequence[str] = (),
    must_take: Sequence[str] = (),
    must_leave: Sequence[str] = (),
    owned: Sequence[str] = (),
    answers: Sequence[Answer] = (),
    language: str = "de",
    engine: Engine | None = None,
) -> Advice:
    """The advice for a board out of a catalogue, with its proof, every reason and every compromise.

    `budget` replaces what the board says; `on` is the day from which lead times count (without it no deadline is
    counted); `full_need` is what a need of full weight is worth, `hours` the customer's own hours at most. `language`
    names the titles outside of sentences. The same arguments always give the same advice.
    """
    wants = Wants(
        budget,
        on,
        full_need,
        seats,
        hours,
        tuple(must_needs),
        tuple(must_take),
        tuple(must_leave),
        tuple(owned),
        tuple(answers),
    )
    return recommend_under(wants, board, catalogue, language=language, engine=engine)


def recommend_under(
    wants: Wants, board: Board, catalogue: Catalogue, *, language: str = "de", engine: Engine | None = None
) -> Advice:
    """The advice under what a person set, as `recommend` gives it."""
    posed = pose(board, catalogue, wants)
    model = model_of(posed.case)
    chosen_engine = engine_or_exact(engine)
    session = chosen_engine.open(model)
    outcome = session.solve()
    if not outcome.feasible and outcome.proven:
        switches = conflict(session, model)
        return _nothing_fits(
            posed,
            catalogue,
            chosen_engine.name,
            tuple(said(switch, posed.case, catalogue) for switch in switches),
            ways_out(session, model, posed.case, catalogue),
        )
    if not outcome.proven:
        return _undecided(posed, catalogue, chosen_engine.name, outcome)
    best, tied = session.settle(outcome)
    shown = figures(posed.case, best.chosen)
    ground = Ground(catalogue, posed, model, ProvingSession(session), best, shown, language)
    try:
        return _advice(ground, chosen_engine.name, tied)
    except UnprovenError:
        return _undecided(posed, catalogue, chosen_engine.name, outcome)


def _advice(ground: Ground, engine: str, tied: bool) -> Advice:
    kept, added, rejected = chosen_items(ground)
    left_out = left_out_items(ground)
    asked = questions(ground.session, ground.posed, ground.catalogue, ground.best)
    verdict = _verdict(ground, asked[0].value if asked else None)
    currency = ground.catalogue.currency
    steady, tips = robustness(ground)
    return Advice(
        status=Status.BEST,
        verdict=verdict,
        summary=_summary(ground, verdict, kept, left_out, added),
        proof=Proof(
            cents(ground.best.value, currency),
            cents(ground.best.bound, currency),
            gap(ground.best),
            engine,
            Message.of("advise.settled") if tied else None,
        ),
        price=cents(ground.shown.price, currency),
        coverage=coverage(ground.posed, ground.shown),
        chosen=_names(ground, ground.best.chosen),
        kept=kept,
        left_out=left_out,
        added=added,
        rejected=rejected,
        compromises=compromises(ground),
        front=_front(ground),
        next_questions=asked,
        assumptions=(*_worth_assumption(ground), *ground.posed.assumptions),
        budget=ground.posed.budget,
        effort_hours=_hours(ground.posed, ground.best.chosen),
        wished=_names(ground, ground.posed.wished),
        open_wishes=ground.posed.open_wishes,
        steady=steady,
        tips=tips,
    )


def _names(ground: Ground, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(ground.case.candidates[place].offer for place in places)


def _hours(posed: Posed, chosen: Sequence[int]) -> Decimal:
    return Decimal(sum(posed.case.candidates[place].hours for place in chosen)) / 100


def coverage(posed: Posed, shown: Figures) -> float:
    """The share (0 to 1) of weighted need that is met; 0 where no need was shown."""
    parts = [(need.weight * posed.probability[at], shown.cover[at]) for at, need in enumerate(posed.shown)]
    whole = sum(weight for weight, _ in parts)
    return round(sum(weight * cover for weight, cover in parts) / (100 * whole), 4) if whole else 0.0


def _new(ground: Ground) -> list[int]:
    return [place for place in ground.best.chosen if not ground.case.candidates[place].owned]


def _verdict(ground: Ground, question: Money | None) -> Verdict:
    """What the advice comes down to.

    Not with us: all that is advised comes from others. Not yet: nothing pays now but would with more time or money, or
    the next answer is worth at least as much as all that is advised. Nothing: keep what you have.
    """
    new = _new(ground)
    start = _kept_value(ground)
    gain = ground.best.value - start
    asking = int(question.amount * 100) if question is not None else 0
    if new and all(not ground.catalogue.by_id[ground.case.candidates[place].offer].ours for place in new):
        return Verdict.NOT_WITH_US
    if new:
        return Verdict.NOT_YET if asking >= gain > 0 else Verdict.OFFERS
    later = ground.session.solve(Change(weeks=FAR, lifted=frozenset({"budget"})))
    if asking > 0 or (later.feasible and later.value > ground.best.value):
        return Verdict.NOT_YET
    return Verdict.NOTHING


def _kept_value(ground: Ground) -> int:
    """The value of keeping what is there."""
    return figures(ground.case, [place for place, one in enumerate(ground.case.candidates) if one.owned]).value


def _summary(
    ground: Ground, verdict: Verdict, kept: Sequence[Item], left_out: Sequence[Item], added: Sequence[Item]
) -> Message:
    offers = _names(ground, _new(ground))
    if verdict is Verdict.NOTHING:
        return Message.of("advise.summary_nothing")
    if verdict is Verdict.NOT_YET:
        return Message.of("advise.summary_not_yet_but", offers=all_of(ground.catalogue, offers)) if offers else (
            Message.of("advise.summary_not_yet")
        )  # fmt: skip
    price = ground.money(ground.shown.price)
    if verdict is Verdict.NOT_WITH_US:
        return Message.of("advise.summary_not_with_us", offers=all_of(ground.catalogue, offers), price=price)
    parts = [("advise.summary_kept", kept), ("advise.summary_added", added), ("advise.summary_left_out", left_out)]
    said_parts = [
        Message.of(key, offers=all_of(ground.catalogue, [i.offer for i in items])) for key, items in parts if items
    ]
    return Message.of("advise.summary_offers", parts=sentences(said_parts), price=price)


def _worth_assumption(ground: Ground) -> tuple[Message, ...]:
    """What a full need is taken to be worth, and between which amounts the advice stays as it is."""
    amount = ground.money(ground.posed.full_need)
    months = ground.catalogue.horizon_months
    least, most = standing(ground.session, ground.case, ground.best)
    low = None if least is None else ground.money(_end(ground, least, up=True))
    high = None if most is None else ground.money(_end(ground, most, up=False))
    if low is not None and high is not None:
        return (Message.of("advise.assume_worth_between", amount=amount, months=months, low=low, high=high),)
    if low is not None:
        return (Message.of("advise.assume_worth_from", amount=amount, months=months, low=low),)
    if high is not None:
        return (Message.of("advise.assume_worth_to", amount=amount, months=months, high=high),)
    return (Message.of("advise.assume_worth_any", amount=amount, months=months),)


def _end(ground: Ground, scale: Fraction, *, up: bool) -> int:
    """A scale as an amount in cents, rounded into the range it bounds; what is assumed stays in the range."""
    full_need = ground.posed.full_need
    exact = scale * full_need
    end = -(-exact.numerator // exact.denominator) if up else exact.numerator // exact.denominator
    return rounded_inside(end, up=up, within=full_need)


def _front(ground: Ground) -> tuple[FrontPoint, ...]:
    """The corners beyond any budget, the advice, the wish and what is there, each once, cheapest first."""
    case = ground.case
    corners = {step.chosen: step for step in steps(ground.session, case)}
    wish = _wish(ground)
    keep = tuple(place for place, one in enumerate(case.candidates) if one.owned)
    rows = dict.fromkeys([*corners, ground.best.chosen, *([] if wish is None else [wish]), keep])
    found = []
    for chosen in rows:
        shown, corner = figures(case, chosen), corners.get(chosen)
        found.append(
            FrontPoint(
                cents(shown.price, ground.catalogue.currency),
                coverage(ground.posed, shown),
                _names(ground, chosen),
                advised=chosen == ground.best.chosen,
                wished=chosen == wish,
                corner=corner is not None,
                until=None if corner is None or corner.until is None else ground.money(corner.until),
                settled=corner is not None and corner.settled,
                effort_hours=_hours(ground.posed, chosen),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.price.amount, -one.coverage, one.chosen)))


def _wish(ground: Ground) -> tuple[int, ...] | None:
    """The wish as it was said, with what it requires and what is owned, whether allowed or not; None without a wish."""
    if not ground.posed.wished:
        return None
    owned = {place for place, one in enumerate(ground.case.candidates) if one.owned}
    whole = closure(ground.case, owned | set(ground.posed.wished))
    return tuple(sorted(whole)) if whole is not None else ground.posed.wished


def _nothing_fits(
    posed: Posed, catalogue: Catalogue, engine: str, parts: tuple[Message, ...], ways: tuple[Message, ...]
) -> Advice:
    zero = catalogue.money(Decimal(0))
    return Advice(
        status=Status.NOTHING_FITS,
        verdict=Verdict.NOTHING,
        summary=Message.of("advise.summary_nothing_fits"),
        proof=Proof(zero, zero, 0.0, engine),
        price=zero,
        coverage=0.0,
        conflict=parts,
        relaxations=ways,
        assumptions=posed.assumptions,
        budget=posed.budget,
        wished=tuple(posed.case.candidates[place].offer for place in posed.wished),
        open_wishes=posed.open_wishes,
    )


def _undecided(posed: Posed, catalogue: Catalogue, engine: str, outcome: Outcome) -> Advice:
    """The search ended without a proof: the figures are given, no selection is, for it would be no advice."""
    return Advice(
        status=Status.UNDECIDED,
        verdict=Verdict.NOTHING,
        summary=Message.of("advise.summary_undecided"),
        proof=Proof(
            cents(outcome.value, catalogue.currency), cents(outcome.bound, catalogue.currency), gap(outcome), engine
        ),
        price=catalogue.money(Decimal(0)),
        coverage=0.0,
        assumptions=posed.assumptions,
        budget=posed.budget,
        wished=tuple(posed.case.candidates[place].offer for place in posed.wished),
        open_wishes=posed.open_wishes,
    )
