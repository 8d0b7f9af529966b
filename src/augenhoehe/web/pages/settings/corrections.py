"""Learning from one's own corrections: switch it, see what it rests on and what it changed, forget it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from augenhoehe.store import corrections as store
from augenhoehe.understand.heeding import SAVED
from augenhoehe.web.access.requests import SignedInRequest


@require_http_methods(["GET", "POST"])
def corrections(request: SignedInRequest) -> HttpResponse:
    """The page; `act` is on, off or forget."""
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act in ("on", "off"):
            store.switch(request.account, on=act == "on")
        elif act == "forget":
            store.forget(request.account)
        if act in ("on", "off", "forget"):
            messages.success(request, request.voice.text(f"web.settings.corrections.done.{act}"))
        return HttpResponseRedirect(reverse("settings:corrections"))
    learning = store.learning(request.account)
    figures = (
        ("reviewed", learning.reviewed),
        ("stood", learning.stood),
        ("fell", learning.fell),
        ("added", learning.added),
    )
    least, most = (request.voice.percent(share) for share in SAVED)
    context = {"learning": learning, "figures": figures, "least": least, "most": most}
    return render(request, "settings/corrections.html", context)
