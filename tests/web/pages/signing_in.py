"""A client that is signed in as one of the cast."""

from __future__ import annotations

from django.test import Client

from augenhoehe.store.account import Account
from augenhoehe.store.models import User


def client(account: Account) -> Client:
    """A browser without scripts in which this account is signed in."""
    signed_in = Client()
    signed_in.force_login(User.objects.get(pk=account.id), backend="augenhoehe.web.access.links.LinkBackend")
    return signed_in
