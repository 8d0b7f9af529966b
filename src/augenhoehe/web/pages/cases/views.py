"""Cases: what I am working on, and how one case stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenhoehe.learn.intentions import for_next_talk
from augenhoehe.speech.messages import Message
from augenhoehe.store import cases, conversations, customers, practice, promises
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.base.path import Step, next_station, states_at, stations
from augenhoehe.web.pages.cases.forms import CaseForm

CONFIRMED = ("confirmed", "advised", "decided", "closed")


@dataclass(frozen=True, slots=True)
class Stop:
    """One station of the case page: what there is, and the way to it. `next` marks the one to visit now."""

    step: Step
    sentence: Message
    next: bool


@require_GET
def index(request: SignedInRequest) -> HttpResponse:
    """The cases, latest change first; closed ones with `?closed=1`."""
    closed = request.GET.get("closed") == "1"
    listed = cases.list_cases(request.account, closed=closed)
    return render(request, "cases/index.html", {"cases": listed, "closed": closed})


@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """Open a case."""
    form = CaseForm(request.POST or None, voice=request.voice)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        opened = cases.open_case(
            request.account,
            said["title"],
            opened_on=timezone.localdate(),
            customer=said["customer"],
            occasion=said["occasion"],
        )
        return HttpResponseRedirect(reverse("cases:case", args=[opened]))
    return render(request, "cases/new.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
def case(request: SignedInRequest, case: str) -> HttpResponse:
    """One case along its spine: what is done and what comes next."""
    card = cases.case(request.account, case)
    reached = cases.station(request.account, case)
    heard = conversations.list_conversations(request.account, case)
    owed = promises.list_promises(request.account, case_id=case, unsettled=True)
    context = {
        "case": card,
        "station": reached,
        "conversations": heard,
        "stops": stops(case, str(reached), heard, len(owed)),
        "to_see": sum(line.proposed for line in heard),
        "intention": for_next_talk(practice.intentions(request.account), card.customer_id)
        if card.customer_id
        else None,
    }
    return render(request, "cases/case.html", context)


def stops(case: str, reached: str, heard: tuple[conversations.ConversationLine, ...], owed: int) -> tuple[Stop, ...]:
    """The stations of the case page with one sentence each."""
    proposed, confirmed = sum(line.proposed for line in heard), sum(line.confirmed for line in heard)
    if not heard:
        first = Message.of("web.cases.step.conversations.none")
    else:
        form = "one" if len(heard) == 1 else "some"
        first = Message.of(
            f"web.cases.step.conversations.{form}", number=len(heard), proposed=proposed, confirmed=confirmed
        )
    ready = "ready" if reached in CONFIRMED else "open"
    promised = {0: "none", 1: "one"}.get(owed, "some")
    sentences = {
        "conversations": first,
        "needs": Message.of(f"web.cases.step.needs.{ready}"),
        "advice": Message.of(f"web.cases.step.advice.{_reached(reached, 'advice')}"),
        "record": Message.of(f"web.cases.step.record.{_reached(reached, 'record')}"),
        "promises": Message.of(f"web.cases.step.promises.{promised}", number=owed),
        "checks": Message.of("web.cases.step.checks.open"),
    }
    coming, states = next_station(reached), states_at(reached)
    if proposed and reached != "closed":
        states["conversations"] = "begun"
    return tuple(Stop(step, sentences[step.name], step.name == coming) for step in stations(case, "", states))


def _reached(reached: str, station: str) -> str:
    return "done" if states_at(reached).get(station) == "done" else "open"


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, case: str) -> HttpResponse:
    """Change title, customer and occasion."""
    card = cases.case(request.account, case)
    start = {"title": card.title, "customer": card.customer, "occasion": card.occasion}
    form = CaseForm(request.POST or None, initial=start, voice=request.voice)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        customer = said["customer"].strip()
        changed = customer and customer != card.customer
        cases.save_case(
            request.account,
            case,
            title=said["title"],
            occasion=said["occasion"],
            customer_id=customers.add_customer(request.account, customer) if changed else None,
        )
        return HttpResponseRedirect(reverse("cases:case", args=[case]))
    context = {"case": card, "station": cases.station(request.account, case), "form": form}
    return render(request, "cases/edit.html", context, status=422 if form.errors else 200)


@require_POST
def close(request: SignedInRequest, case: str) -> HttpResponse:
    """Close a case, or open it again."""
    on = None if request.POST.get("open") == "1" else timezone.localdate()
    cases.close_case(request.account, case, on)
    return HttpResponseRedirect(reverse("cases:case", args=[case]))
