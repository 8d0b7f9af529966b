"""Today: what I owe, what I wait for, what to ask about again, what waits for a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from augenhoehe.keep.promises import Promise, Side
from augenhoehe.store import advices, cases, promises
from augenhoehe.store.advices import StoredCheck
from augenhoehe.store.promises import StoredPromise
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.base.path import address

SOON = timedelta(days=14)
"""How far ahead today looks."""

SHOWN = 8
"""How many lines a section shows before it points to its own page."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise as today shows it. `when` is "late", "today", "soon", "later" or "open" (no day was named)."""

    promise: Promise
    case_id: str
    case_title: str
    customer: str
    due: date | None
    when: str


@require_GET
def index(request: SignedInRequest) -> HttpResponse:
    """Everything that waits, most urgent first."""
    today = timezone.localdate()
    account = request.account
    held = promises.list_promises(account, unsettled=True)
    ours = [owed(item, today) for item in held if item.promise.side is Side.OURS]
    theirs = [owed(item, today) for item in held if item.promise.side is Side.THEIRS]
    due = advices.checks(account, until=today)
    listed = cases.list_cases(account)
    to_see = [line for line in listed if line.open_findings]
    pressing = [one for one in ours if one.when in ("late", "today")]
    context = {
        "ours": ours[:SHOWN],
        "theirs": theirs[:SHOWN],
        "more_ours": len(ours) > SHOWN,
        "more_theirs": len(theirs) > SHOWN,
        "checks": to_ask(due)[:SHOWN],
        "to_see": to_see[:SHOWN],
        "waiting": len(pressing) + len(to_ask(due)) + len(to_see),
        "anything": bool(listed),
        "to_promises": address("promises:index"),
        "today": today,
    }
    return render(request, "today/index.html", context)


@dataclass(frozen=True, slots=True)
class Asking:
    """A case with checks that are due: how many, and since when."""

    case_id: str
    case_title: str
    customer: str
    since: date
    number: int


def to_ask(due: Sequence[StoredCheck]) -> tuple[Asking, ...]:
    """The cases in which something is to be asked, the one that waits longest first; one talk asks it all."""
    cases: dict[str, list[StoredCheck]] = {}
    for one in due:
        cases.setdefault(one.case_id, []).append(one)
    return tuple(
        Asking(case, checks[0].case_title, checks[0].customer, min(one.check.on for one in checks), len(checks))
        for case, checks in cases.items()
    )


def owed(item: StoredPromise, today: date) -> Owed:
    """A promise with how near its day is; a day that was never named is not invented."""
    due = item.promise.due
    last = (due.last or due.first) if due else None
    if last is None:
        when = "open"
    elif last < today:
        when = "late"
    elif last == today:
        when = "today"
    else:
        when = "soon" if last <= today + SOON else "later"
    return Owed(item.promise, item.case_id, item.case_title, item.customer, last, when)
