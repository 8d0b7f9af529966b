"""Greed: a fast selection to begin with, never advice. With requirements and bundles it can lose more than a third of
the value.
"""

from __future__ import annotations

from augenhoehe.advise.problem import Case, figures


def greedy(case: Case) -> tuple[tuple[int, ...], ...]:
    """Up to two allowed selections: what must be there at least, and that with whatever pays best one after the other.

    None where what must be there is not allowed (the exact search decides then whether anything is).
    """
    start = closure(case, {place for place, one in enumerate(case.candidates) if one.owned} | set(case.must_take))
    if start is None or not allowed(case, start):
        return ()
    best, value = start, figures(case, start).value
    while True:
        steps = []
        for place in range(len(case.candidates)):
            more = None if place in best else closure(case, best | {place})
            if more is not None and allowed(case, more):
                gain = figures(case, more).value - value
                if gain > 0:
                    steps.append((gain / max(figures(case, more).price - figures(case, best).price, 1), -place, more))
        if not steps:
            break
        best = max(steps, key=lambda step: step[:2])[2]
        value = figures(case, best).value
    first, last = tuple(sorted(start)), tuple(sorted(best))
    return (first,) if first == last else (first, last)


def closure(case: Case, chosen: set[int]) -> set[int] | None:
    """A selection with what it requires, of a choice the cheapest; None where that runs into nothing."""
    taken, waiting = set(chosen), sorted(chosen)
    while waiting:
        for group in case.candidates[waiting.pop()].requires:
            if not taken.intersection(group):
                if not group:
                    return None
                cheapest = min(group, key=lambda place: (case.candidates[place].price, place))
                taken.add(cheapest)
                waiting.append(cheapest)
    return taken


def allowed(case: Case, chosen: set[int]) -> bool:
    """Whether a selection closed under requirements keeps every other rule."""
    groups: set[str] = set()
    hours = 0
    for place in sorted(chosen):
        one = case.candidates[place]
        if chosen.intersection(one.excludes) or (one.group and one.group in groups):
            return False
        if case.weeks is not None and one.weeks > case.weeks and not one.owned:
            return False
        groups.add(one.group)
        hours += one.hours
    shown = figures(case, chosen)
    return (
        (case.budget is None or shown.price <= case.budget)
        and (case.hours is None or hours <= case.hours)
        and not chosen.intersection(case.must_leave)
        and all(cover >= demand.must for cover, demand in zip(shown.cover, case.demands, strict=True))
    )
