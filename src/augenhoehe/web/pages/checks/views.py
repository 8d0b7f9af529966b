"""Did it help? The later looks of one case, and the answer to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from augenhoehe.learn.checks import Check, Use
from augenhoehe.learn.outcomes import coming, due, outcomes
from augenhoehe.speech.messages import Message
from augenhoehe.store import advices, cases, catalogues
from augenhoehe.store.advices import StoredCheck
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.checks.forms import AnswerForm


@dataclass(frozen=True, slots=True)
class Look:
    """A look as the page shows it: the name of what it looks at, and its address."""

    id: str
    check: Check
    title: str


@dataclass(frozen=True, slots=True)
class Become:
    """What became of one offer."""

    title: str
    use: Use
    saying: Message
    words: str
    asked_on: date | None


@require_GET
def case(request: SignedInRequest, case: str) -> HttpResponse:
    """What became of it: the looks to take now, those to come, and the answers."""
    card = cases.case(request.account, case)
    titles = _titles(request, case)
    stored = advices.checks(request.account, case_id=case)
    looks = {item.check: Look(item.id, item.check, _title(item, titles)) for item in stored}
    values = [item.check for item in stored]
    today = timezone.localdate()
    context = {
        "case": card,
        "station": cases.station(request.account, case),
        "due": [looks[check] for check in due(values, today)],
        "coming": [looks[check] for check in coming(values, today)],
        "become": [
            Become(titles.get(one.offer, one.offer), one.use, one.saying, one.words, one.asked_on)
            for one in outcomes(values)
        ],
        "signs": advices.signs(request.account, case),
    }
    return render(request, "checks/case.html", context)


@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, check: str) -> HttpResponse:
    """Ask about one offer and write the answer down."""
    stored = advices.check(request.account, check)
    held = stored.check
    start = {
        "use": None if held.asked_on is None else held.use.value,
        "words": held.words,
        "asked_on": held.asked_on or timezone.localdate(),
    }
    form = AnswerForm(request.POST or None, initial=start, voice=request.voice)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        advices.answer_check(
            request.account, check, use=Use(said["use"]), words=said["words"].strip(), asked_on=said["asked_on"]
        )
        return HttpResponseRedirect(reverse("checks:case", args=[stored.case_id]))
    context = {
        "case": cases.case(request.account, stored.case_id),
        "station": cases.station(request.account, stored.case_id),
        "look": Look(stored.id, held, _title(stored, _titles(request, stored.case_id))),
        "form": form,
        "signs": advices.signs(request.account, stored.case_id),
    }
    return render(request, "checks/answer.html", context, status=422 if form.errors else 200)


def _titles(request: SignedInRequest, case: str) -> dict[str, str]:
    catalogue = catalogues.of_case(request.account, case)
    return {offer.id: offer.name(request.voice.language) for offer in catalogue.offers} if catalogue else {}


def _title(item: StoredCheck, titles: dict[str, str]) -> str:
    return titles.get(item.check.offer, item.check.offer)
