"""The open doors: the one-time link, signing out, and the health."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

import augenhoehe
from augenhoehe.speech.messages import Message
from augenhoehe.store import accounts, audit
from augenhoehe.web.access.refusals import closed, refusal
from augenhoehe.web.access.requests import outsider_voice
from augenhoehe.web.access.signed_in import open_to_all


@open_to_all
@never_cache
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows one button, so that a preview fetching the link does not use it up; POST signs in."""
    if request.method == "GET":
        voice = outsider_voice(request)
        return render(request, "access/enter.html", {"token": token, "voice": voice})
    user = authenticate(request, token=token)
    if user is None:
        return refusal(request, 403, Message.of("web.access.link_used"))
    login(request, user)
    audit.note(accounts.account(user.pk), "signed_in", "user", user.pk)
    return HttpResponseRedirect("/")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return HttpResponseRedirect("/")


@open_to_all
@require_GET
def closed_door(request: HttpRequest) -> HttpResponse:
    """How to get in."""
    return closed(request)


@open_to_all
@never_cache
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the application and its database answer; 503 where the database does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            alive = cursor.fetchone() == (1,)
    except Exception:
        alive = False
    body = {"schema": "augenhoehe.health/1", "version": augenhoehe.__version__, "database": alive}
    return JsonResponse(body, status=200 if alive else 503)
