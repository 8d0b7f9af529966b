"""Pages that say no, in both languages, without a query: 400, 401, 403, 404, 413, 500."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from augenhoehe.speech.messages import Message
from augenhoehe.web.access.context import Reader
from augenhoehe.web.access.requests import voice_of

JSON = "application/json"


def refusal(request: HttpRequest, status: int, message: Message | None = None) -> HttpResponse:
    """The page of a refusal: what happened and what to do, said in the reader's language.

    Templates get `voice`, `reader`, `status`, `title`, `text`; nothing in it asks the database.
    """
    voice = voice_of(request)
    title = voice.text(f"web.refused.{status}.title")
    text = voice.say(message) if message else voice.text(f"web.refused.{status}.text")
    if request.headers.get("Accept", "").startswith(JSON):
        return JsonResponse({"schema": "augenhoehe.refusal/1", "status": status, "message": text}, status=status)
    account = getattr(request, "account", None)
    reader = Reader(voice, account.theme if account else "auto", account)
    nonce = getattr(request, "csp_nonce", "")
    context = {
        "voice": voice,
        "reader": reader,
        "status": status,
        "title": title,
        "text": text,
        "csp_nonce": nonce,
    }
    template = "access/refused_part.html" if request.headers.get("HX-Request") else "access/refused.html"
    return HttpResponse(render_to_string(template, context), status=status)


def closed(request: HttpRequest) -> HttpResponse:
    """401: nobody is signed in; the page says where the one-time link comes from."""
    return refusal(request, 401)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return refusal(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return refusal(request, 403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token does not fit: the page was open too long."""
    return refusal(request, 403, Message.of("web.refused.csrf"))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or none for this account."""
    return refusal(request, 404)


def too_large(request: HttpRequest, limit: int) -> HttpResponse:
    """413: more than the limit of uploads."""
    return refusal(request, 413, Message.of("web.refused.413.text", megabytes=limit // (1024 * 1024)))


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return refusal(request, 500)
