"""What every template knows: the voice, and the reader with their language and theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from augenhoehe.store.account import Account
from augenhoehe.web.access.requests import voice_of
from augenhoehe.wording.saying import Voice


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the page: language, address and theme for everybody, the account where one is signed in."""

    voice: Voice
    theme: str
    account: Account | None

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.voice.language

    @property
    def name(self) -> str:
        """The name of who is signed in, blank for outsiders."""
        return self.account.name if self.account else ""


def reader(request: HttpRequest) -> dict[str, Any]:
    """`voice` (wording.saying.Voice) and `reader` (Reader); no query."""
    account = getattr(request, "account", None)
    voice = voice_of(request)
    return {"voice": voice, "reader": Reader(voice, account.theme if account else "auto", account)}
