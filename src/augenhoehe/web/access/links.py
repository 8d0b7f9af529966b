"""Signing in by a one-time link."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.utils import timezone

from augenhoehe.store import accounts
from augenhoehe.store.models.accounts import User


class LinkBackend(BaseBackend):
    """Authenticates with `token`, a signed one-time token; a used or old one signs nobody in."""

    def authenticate(self, request: HttpRequest | None, token: str | None = None, **_: Any) -> User | None:
        """The user of the token."""
        user_id = accounts.use_link_token(token, timezone.now()) if token else None
        return self.get_user(user_id) if user_id else None

    def get_user(self, user_id: Any) -> User | None:
        """The active user with this id."""
        return User.objects.filter(pk=user_id, is_active=True).first()
