"""Set up a language model as a second reader: address, name, key; tried out before it goes on, off at a click."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from augenhoehe.outside.language_model import ChatModel, Endpoint, endpoint
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import second
from augenhoehe.understand.engines.trial import try_out
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.model_keys import keep_key, key_of


class LanguageModelForm(forms.Form):
    """Address, name and key; what was typed is judged by `outside.language_model.endpoint`."""

    address = forms.CharField(required=False, max_length=500)
    model = forms.CharField(required=False, max_length=200)
    key = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.PasswordInput(render_value=False, attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    drop_key = forms.BooleanField(required=False)


@require_http_methods(["GET", "POST"])
def language_model(request: SignedInRequest) -> HttpResponse:
    """The page: `act` is save (which tries it out), test, off or on."""
    act = request.POST.get("act", "save") if request.method == "POST" else ""
    if not act:
        return _page(request, LanguageModelForm(initial=_kept(request)))
    if not request.account.administrator:
        raise InputRefusedError.of("store.second.only_administrator")
    if act == "save":
        return _save(request)
    standing = second.setting(request.account)
    if standing is not None:
        if act == "off":
            second.save_setting(request.account, address=standing.address, model=standing.model, active=False)
            messages.success(request, request.voice.text("web.settings.second.saved_off"))
        else:
            _try(request, endpoint(standing.address, standing.model, key_of(request.account.team)))
    return HttpResponseRedirect(reverse("settings:language_model"))


def _save(request: SignedInRequest) -> HttpResponse:
    """Keep what was typed, and switch it on where it answers."""
    form = LanguageModelForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    typed, standing, team = form.cleaned_data, second.setting(request.account), request.account.team
    try:
        at = endpoint(typed["address"], typed["model"], typed["key"])
    except InputRefusedError as refusal:
        field = (
            "model" if refusal.message.key.endswith("no_model") else "key" if "key_form" in str(refusal) else "address"
        )
        form.add_error(field, request.voice.say(refusal.message))
        return _page(request, form, status=422)
    # A key goes only where it was meant to go: another address starts without one.
    stays = standing is not None and standing.address == at.address and not typed["drop_key"]
    key = at.key or (key_of(team) if stays else "")
    keep_key(team, key)
    second.save_setting(request.account, address=at.address, model=at.model, active=False)
    _try(request, endpoint(at.address, at.model, key))
    return HttpResponseRedirect(reverse("settings:language_model"))


def _try(request: SignedInRequest, at: Endpoint) -> None:
    """Try it out, switch it on where it answers and off where it does not, and say which."""
    voice = request.voice
    try:
        seen = try_out(ChatModel(at))
    except InputRefusedError as refusal:
        second.save_setting(request.account, address=at.address, model=at.model, active=False)
        messages.warning(request, voice.text("web.settings.second.kept_off", reason=voice.say(refusal.message)))
        return
    second.save_setting(request.account, address=at.address, model=at.model, active=True)
    if seen.findings:
        proposed = len(seen.findings) + seen.dropped_in_all
        text = voice.text("web.settings.second.works", number=proposed, dropped=seen.dropped_in_all)
        messages.success(request, text)
    else:
        messages.warning(request, voice.text("web.settings.second.works_badly"))


def _kept(request: SignedInRequest) -> dict[str, str]:
    standing = second.setting(request.account)
    return {"address": standing.address, "model": standing.model} if standing else {}


def _page(request: SignedInRequest, form: LanguageModelForm, status: int = 200) -> HttpResponse:
    standing = second.setting(request.account)
    context = {
        "form": form,
        "standing": standing,
        "at": Endpoint(standing.address, standing.model) if standing else None,
        "key_kept": bool(standing and key_of(request.account.team)),
        "may": request.account.administrator,
    }
    return render(request, "settings/language_model.html", context, status=status)
