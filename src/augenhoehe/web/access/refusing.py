"""Turn what rooms and store refuse into pages: a bad input 422, an unseen row 404, too large an upload 413."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store.errors import NotFoundError
from augenhoehe.web.access.refusals import not_found, refusal, too_large


class RefusalMiddleware:
    """Answers exceptions of views that are refusals, not defects."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal, or None for a defect."""
        if isinstance(exception, InputRefusedError):
            return refusal(request, 422, exception.message)
        if isinstance(exception, NotFoundError):
            return not_found(request)
        if isinstance(exception, RequestDataTooBig):
            return too_large(request, settings.UPLOAD_LIMIT)
        return None
