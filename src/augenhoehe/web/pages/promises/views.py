"""What did I promise? Own promises first, then theirs; settled with one click, entered in one line."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenhoehe.keep.calendar import calendar
from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import PromiseState
from augenhoehe.keep.promising import contradictions
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import cases, conversations, findings, ledger, promises
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.base.path import address
from augenhoehe.web.pages.promises.forms import LineForm, SettleForm
from augenhoehe.web.pages.promises.lines import found, lists

SETTLED_SHOWN = 20


@require_http_methods(["GET", "POST"])
def index(request: SignedInRequest) -> HttpResponse:
    """All promises of all cases, and one line to enter a new one."""
    today = timezone.localdate()
    choices = [(line.id, _named(line)) for line in cases.list_cases(request.account)]
    form = _form(request, today, choices)
    if request.method == "POST" and form.is_valid() and form.promise is not None:
        promises.add_promises(request.account, form.cleaned_data["case"], [form.promise])
        return HttpResponseRedirect(reverse("promises:index"))
    shown = lists(promises.list_promises(request.account), today)
    context = {"form": form, "lists": shown, "settled": shown.settled[:SETTLED_SHOWN], "has_cases": bool(choices)}
    return render(request, "promises/index.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def case(request: SignedInRequest, case: str) -> HttpResponse:
    """The promises of one case, with those confirmed in its conversations that are not on the list yet."""
    today = timezone.localdate()
    card = cases.case(request.account, case)
    form = _form(request, today, [(card.id, card.title)], case=card.id)
    if request.method == "POST" and form.is_valid() and form.promise is not None:
        promises.add_promises(request.account, case, [form.promise])
        return HttpResponseRedirect(reverse("promises:case", args=[case]))
    kept = promises.list_promises(request.account, case_id=case)
    talks = conversations.of_case(request.account, case)
    shown = lists(kept, today)
    context = {
        "case": card,
        "station": cases.station(request.account, case),
        "form": form,
        "lists": shown,
        "settled": shown.settled,
        "found": found(talks, findings.confirmed(request.account, case), kept),
        "clashes": contradictions([item.promise for item in kept]),
    }
    return render(request, "promises/case.html", context, status=422 if form.errors else 200)


@require_POST
def take(request: SignedInRequest, case: str) -> HttpResponse:
    """Put confirmed promises of the conversations on the list: the one named in the form, or all of them."""
    kept = promises.list_promises(request.account, case_id=case)
    talks = conversations.of_case(request.account, case)
    wanted = request.POST.get("promise")
    taken = [
        promise
        for promise in found(talks, findings.confirmed(request.account, case), kept)
        if wanted in (None, promise.id)
    ]
    promises.add_promises(request.account, case, taken)
    return HttpResponseRedirect(reverse("promises:case", args=[case]))


@require_POST
def settle(request: SignedInRequest, promise: str) -> HttpResponse:
    """Say what became of a promise."""
    form = SettleForm(request.POST)
    today = timezone.localdate()
    if not form.is_valid():
        raise InputRefusedError.of("web.promises.no_such_state")
    state = PromiseState(form.cleaned_data["state"])
    due = form.new_due(today, request.account.language)
    if state is PromiseState.RENEGOTIATED and due is None:
        raise InputRefusedError.of("web.promises.no_new_date")
    promises.settle(request.account, promise, state, on=today, due=due if state is PromiseState.RENEGOTIATED else None)
    return HttpResponseRedirect(_back(request))


@require_POST
def told(request: SignedInRequest, promise: str) -> HttpResponse:
    """Write down that the other side was told before the date slipped."""
    stored = promises.promise(request.account, promise)
    entry = Entry(
        ledger.fresh_id(),
        EntryKind.TOLD_BEFORE,
        timezone.localdate(),
        stored.promise.side,
        about=promise,
        owner=stored.promise.owner,
    )
    ledger.append(request.account, stored.case_id, entry)
    return HttpResponseRedirect(_back(request))


@require_GET
def calendar_file(request: SignedInRequest) -> HttpResponse:
    """Open promises with a day, as a calendar file for one's own calendar."""
    held = [item.promise for item in promises.list_promises(request.account, unsettled=True)]
    response = HttpResponse(calendar(held, request.voice, timezone.now()), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="augenhoehe.ics"'
    return response


def _form(request: SignedInRequest, today: date, choices: list[tuple[str, str]], case: str = "") -> LineForm:
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and case:
        data["case"] = case
    return LineForm(data, account=request.account, today=today, cases=choices)


def _named(line: cases.CaseLine) -> str:
    return f"{line.title} · {line.customer}" if line.customer else line.title


def _back(request: HttpRequest) -> str:
    """The page of this room the form came from, or the page of the day; never another address."""
    back = request.POST.get("back", "")
    known = back.startswith(reverse("promises:index")) or back == address("today:index")
    safe = known and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if safe else reverse("promises:index")
