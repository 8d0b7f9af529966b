"""Later looks of all cases, one line a case: one talk asks about everything that was advised."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from augenhoehe.journey.record import Check
from augenhoehe.learn.outcomes import coming, due
from augenhoehe.store import advices
from augenhoehe.store.account import Account
from augenhoehe.store.advices import StoredCheck


@dataclass(frozen=True, slots=True)
class Asking:
    """A case with looks to take: how many, and the day of the earliest. `only` is the look's id where it is a single
    one, blank otherwise."""

    case_id: str
    case_title: str
    customer: str
    on: date
    number: int
    only: str


@dataclass(frozen=True, slots=True)
class Looks:
    """The cases to ask in now, the one that waits longest first, and those to ask in later, the nearest first."""

    due: tuple[Asking, ...]
    coming: tuple[Asking, ...]


def looks(actor: Account, today: date) -> Looks:
    """The looks of all cases. What is due is what `learn.outcomes.due` says of each case; of what is to come only the
    next day of each case is named. One query."""
    cases: dict[str, list[StoredCheck]] = {}
    for item in advices.checks_of_waiting_cases(actor):
        cases.setdefault(item.case_id, []).append(item)
    return Looks(
        _together(cases.values(), lambda checks: due(checks, today)),
        _together(cases.values(), lambda checks: _next_day(coming(checks, today))),
    )


def _next_day(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    return tuple(check for check in checks if check.on == checks[0].on)


def _together(
    cases: Iterable[list[StoredCheck]], choose: Callable[[list[Check]], tuple[Check, ...]]
) -> tuple[Asking, ...]:
    found = []
    for stored in cases:
        chosen = choose([item.check for item in stored])
        if chosen:
            ids = [item.id for item in stored if item.check in chosen]
            case = stored[0]
            on = min(check.on for check in chosen)
            only = ids[0] if len(chosen) == 1 else ""
            found.append(Asking(case.case_id, case.case_title, case.customer, on, len(chosen), only))
    return tuple(sorted(found, key=lambda asking: (asking.on, asking.case_title, asking.case_id)))
