"""The first run, and where the address without a path leads."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from augenhoehe.store import cases, samples
from augenhoehe.web.access.requests import SignedInRequest


@require_GET
def home(request: SignedInRequest) -> HttpResponse:
    """Today where there is a case, the first-run page where there is none."""
    known = cases.list_cases(request.account, limit=1) or cases.list_cases(request.account, closed=True, limit=1)
    return HttpResponseRedirect(reverse("today:index" if known else "start:index"))


@require_GET
def index(request: SignedInRequest) -> HttpResponse:
    """Four ways to begin."""
    return render(request, "start/index.html")


@require_POST
def sample(request: SignedInRequest) -> HttpResponse:
    """Open the sample case, laying it out first where it is not there yet."""
    account = request.account
    case = samples.load(account, account.language, today=timezone.localdate())
    return HttpResponseRedirect(reverse("cases:case", args=[case]))
