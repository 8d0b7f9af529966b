"""What every template knows: the voice, the theme and who is signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from augenhoehe.web.access.requests import voice_of


def reader(request: HttpRequest) -> dict[str, Any]:
    """`voice` (wording.saying.Voice), `theme` (auto, light, dark) and `account` (None for outsiders)."""
    account = getattr(request, "account", None)
    return {"voice": voice_of(request), "theme": account.theme if account else "auto", "account": account}
