"""Every address asks for a signed-in account, unless its view says it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from augenhoehe.store import accounts
from augenhoehe.store.errors import NotFoundError
from augenhoehe.web.access.refusals import closed
from augenhoehe.web.access.requests import outsider_voice

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def open_to_all(view: View) -> View:
    """Mark a view that needs no account (the link, the health)."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


class AccountMiddleware:
    """Puts `account` and `voice` on the request and answers 401 to everybody else, view by view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; the language is chosen before the view runs."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The account of the session, or the page that says how to get in."""
        if getattr(view, "open_to_all", False):
            translation.activate(outsider_voice(request).language)
            return None
        user = request.user
        if not user.is_authenticated:
            return closed(request)
        try:
            account = accounts.account(user.pk)
        except NotFoundError:
            return closed(request)
        request.account = account  # type: ignore[attr-defined]
        request.voice = account.voice  # type: ignore[attr-defined]
        translation.activate(account.language)
        return None
