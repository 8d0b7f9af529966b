"""Today: what I owe, what I wait for, what to ask about again, what waits for a look."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from augenhoehe.keep.today import Owed
from augenhoehe.keep.today import today as owed_on
from augenhoehe.store import cases, looking, promises
from augenhoehe.store.promises import StoredPromise
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.base.path import address

SHOWN = 8
"""How many lines a section shows before it points to its own page."""


@require_GET
def index(request: SignedInRequest) -> HttpResponse:
    """Everything that waits, most urgent first."""
    day = timezone.localdate()
    account = request.account
    held = promises.list_promises(account, unsettled=True)
    owed = owed_on((item.promise for item in held), day)
    due = looking.looks(account, day).due
    listed = cases.list_cases(account)
    to_see = [line for line in listed if line.open_findings]
    context = {
        "ours": _with_cases(owed.ours[:SHOWN], held),
        "theirs": _with_cases(owed.theirs[:SHOWN], held),
        "more_ours": len(owed.ours) > SHOWN,
        "more_theirs": len(owed.theirs) > SHOWN,
        "checks": due[:SHOWN],
        "to_see": to_see[:SHOWN],
        "waiting": owed.pressing + len(due) + len(to_see),
        "anything": bool(listed),
        "to_promises": address("promises:index"),
    }
    return render(request, "today/index.html", context)


def _with_cases(owed: Sequence[Owed], held: Sequence[StoredPromise]) -> list[tuple[StoredPromise, Owed]]:
    """What is owed, each with the case it was promised in."""
    by_id = {item.promise.id: item for item in held}
    return [(by_id[one.promise.id], one) for one in owed]
