"""The request as the pages get it."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from augenhoehe.store.account import Account
from augenhoehe.wording.saying import Voice


class SignedInRequest(HttpRequest):
    """A request behind the door: `account` acts, `voice` speaks to them, `htmx` says whether htmx asked.

    Views annotate their request with it: `def show(request: SignedInRequest, case: str) -> HttpResponse`.
    """

    account: Account
    voice: Voice
    htmx: HtmxDetails


def voice_of(request: HttpRequest) -> Voice:
    """The voice of a request: of its account, else what the browser's cookie or language asks for. No query."""
    voice = getattr(request, "voice", None)
    if isinstance(voice, Voice):
        return voice
    return outsider_voice(request)


def outsider_voice(request: HttpRequest) -> Voice:
    """The voice for somebody who is not signed in: the language the browser likes best, German where it has none."""
    for wish in request.headers.get("Accept-Language", "").split(","):
        language = wish.split(";")[0].strip().lower()[:2]
        if language in ("de", "en"):
            return Voice(language)
    return Voice("de")
