"""When nothing fits: the smallest set of limits that contradict each other, and the cheapest ways out in the
customer's terms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.engine import Session
from augenhoehe.advise.naming import cents
from augenhoehe.advise.problem import NO_CHANGE, Aim, Case, Change, Model
from augenhoehe.advise.rules import RULES
from augenhoehe.speech.messages import Message

MOST_WAYS = 3
FAR = 10**6


def switches(model: Model) -> tuple[str, ...]:
    """All switches of a model, in the order in which the rules added them."""
    return tuple(dict.fromkeys(row.switch for row in model.rows if row.switch))


def conflict(session: Session, model: Model, change: Change = NO_CHANGE) -> tuple[str, ...]:
    """A smallest set of switches that cannot all hold (QuickXplain, Junker 2004); empty where there is no
    contradiction.

    Taking any one of them away would let something fit, as far as this set goes.
    """
    every = switches(model)

    def fits(kept: Sequence[str]) -> bool:
        lifted = frozenset(every) - frozenset(kept)
        return session.solve(_with(change, lifted)).feasible

    if fits(every):
        return ()
    if not fits(()):
        return ()
    found = _explain(fits, [], False, list(every))
    return tuple(switch for switch in every if switch in found)


def _explain(fits: Callable[[Sequence[str]], bool], base: list[str], added: bool, rest: list[str]) -> list[str]:
    if added and not fits(base):
        return []
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    in_second = _explain(fits, base + first, bool(first), second)
    in_first = _explain(fits, base + in_second, bool(in_second), first)
    return in_first + in_second


def _with(change: Change, lifted: frozenset[str]) -> Change:
    return replace(change, lifted=lifted)


def said(switch: str, case: Case, catalogue: Catalogue) -> Message:
    """The sentence for a switch, by the rule it belongs to."""
    rule = next(rule for rule in RULES if rule.name == switch.partition(":")[0])
    return rule.say(switch, case, catalogue)


def ways_out(session: Session, model: Model, case: Case, catalogue: Catalogue) -> tuple[Message, ...]:
    """The cheapest relaxations: one limit moved where one is enough, two together otherwise, with the amount each
    takes.
    """
    kinds = [kind for kind in ("budget", "deadline", "effort") if any(s.startswith(kind) for s in switches(model))]
    if case.budget is None and "budget" in kinds:
        kinds.remove("budget")
    single = [switch for switch in switches(model) if switch.startswith("musts:")]
    for size in (1, 2):
        found = []
        for kept in combinations([*kinds, *single], size):
            way = _way(session, model, case, catalogue, kept)
            if way is not None:
                found.append(way)
        if found:
            return tuple(message for _, message in sorted(found, key=lambda way: way[0])[:MOST_WAYS])
    return ()


def _way(
    session: Session, model: Model, case: Case, catalogue: Catalogue, moved: tuple[str, ...]
) -> tuple[tuple[int, int], Message] | None:
    """How far these limits must move together for something to fit, or None where even that is not enough."""
    lifted = frozenset(s for s in switches(model) if s in moved or ("effort" in moved and s == "effort"))
    weeks = FAR if "deadline" in moved else None
    open_ended = session.solve(Change(weeks=weeks, lifted=lifted, aim=Aim.PRICE))
    if not open_ended.feasible or not open_ended.proven:
        return None
    parts: list[Message] = []
    rank = 0
    if "deadline" in moved:
        weeks = _least_weeks(session, case, lifted)
        if weeks is None or case.weeks is None:
            return None
        parts.append(Message.of("advise.relax_deadline", more=weeks - case.weeks))
        rank += weeks - case.weeks
    hours = (
        _least_hours(session, case, Change(weeks=weeks, lifted=lifted, aim=Aim.PRICE)) if "effort" in moved else None
    )
    kept = lifted - {"effort"} if hours is not None else lifted
    cheapest = session.solve(Change(weeks=weeks, lifted=kept, aim=Aim.PRICE, hours=hours))
    if not cheapest.feasible or not cheapest.proven:
        return None
    if "budget" in moved and case.budget is not None:
        more = -cheapest.value - case.budget
        parts.append(Message.of("advise.relax_budget", more=cents(more, catalogue.currency)))
        rank += more // 100
    if hours is not None and case.hours is not None:
        parts.append(Message.of("advise.relax_effort", more=-(-(hours - case.hours) // 100)))
    for switch in moved:
        if switch.startswith("musts:"):
            parts.append(Message.of("advise.relax_must", rule=said(switch, case, catalogue)))
    whole = parts[0] if len(parts) == 1 else Message.of("advise.relax_both", one=parts[0], other=parts[1])
    return (len(moved), rank), whole


def _least_hours(session: Session, case: Case, lifted: Change) -> int | None:
    """The fewest hours (hundredths) with which something fits under a change that lifts them, by halving."""
    if case.hours is None:
        return None
    open_ended = session.solve(lifted)
    low, high = case.hours, sum(case.candidates[place].hours for place in open_ended.chosen)
    limited = replace(lifted, lifted=lifted.lifted - {"effort"})
    while high - low > 1:
        middle = (low + high) // 2
        if session.solve(replace(limited, hours=middle)).feasible:
            high = middle
        else:
            low = middle
    return high


def _least_weeks(session: Session, case: Case, lifted: frozenset[str]) -> int | None:
    """The fewest weeks with which something fits, by trying the lead times that occur."""
    for weeks in sorted({one.weeks for one in case.candidates if case.weeks is not None and one.weeks > case.weeks}):
        if session.solve(Change(weeks=weeks, lifted=lifted, aim=Aim.PRICE)).feasible:
            return weeks
    return None
