"""Name, language, Sie or du, light or dark."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from augenhoehe.outside.language_model import Endpoint
from augenhoehe.store import accounts, corrections, second
from augenhoehe.understand.findings import Family
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.settings.forms import SettingsForm


@require_http_methods(["GET", "POST"])
def index(request: SignedInRequest) -> HttpResponse:
    """All settings on one page."""
    account = request.account
    kept = {"name": account.name, "language": account.language, "address": account.address, "theme": account.theme}
    form = SettingsForm(request.POST or None, initial=kept, voice=request.voice)
    if request.method == "POST" and form.is_valid():
        changed = accounts.save_settings(account, **form.cleaned_data)
        messages.success(request, changed.voice.text("web.settings.saved"))
        return HttpResponseRedirect(reverse("settings:index"))
    standing = second.setting(account)
    at = Endpoint(standing.address, standing.model) if standing and standing.active else None
    context = {"form": form, "families": tuple(Family), "at": at, "learns": corrections.is_on(account)}
    return render(request, "settings/index.html", context, status=422 if form.errors else 200)


@require_POST
def language(request: SignedInRequest) -> HttpResponse:
    """Change the language and go back to where one was."""
    accounts.save_settings(request.account, language=request.POST.get("language", ""))
    return _back(request)


@require_POST
def theme(request: SignedInRequest) -> HttpResponse:
    """Change the theme; the one that is on goes back to that of the device."""
    wanted = request.POST.get("theme", "")
    accounts.save_settings(request.account, theme="auto" if wanted == request.account.theme else wanted)
    return _back(request)


def _back(request: SignedInRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return HttpResponseRedirect(wanted if safe else "/")
