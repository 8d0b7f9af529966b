"""Accounts, teams and one-time sign-in links."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store.account import THEMES, Account
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.models.accounts import Membership, SignInLink, Team, User
from augenhoehe.wording.saying import LANGUAGES, Address

LINK_LIFE = timedelta(minutes=30)
LINK_SALT = "augenhoehe.sign-in-link"


def account(user_id: str) -> Account:
    """The account of a user. Raises NotFoundError where there is none, or none that is active and in a team."""
    memberships = list(
        Membership.objects.filter(user_id=user_id, user__is_active=True).select_related("user").order_by("team_id")
    )
    if not memberships:
        raise NotFoundError
    user = memberships[0].user
    return Account(
        id=user.id,
        name=user.name,
        team=memberships[0].team_id,
        teams=tuple(membership.team_id for membership in memberships),
        language=user.language,
        address=Address(user.address),
        theme=user.theme,
        administrator=memberships[0].administrator,
    )


def add_account(username: str, name: str, *, team: str | None = None, team_name: str = "") -> Account:
    """A new account in a team, or in a new team of its own (whose administrator it then is)."""
    with transaction.atomic():
        user = User(username=username, name=name)
        user.set_unusable_password()
        user.save()
        home = Team.objects.create(name=team_name or name) if team is None else Team.objects.get(pk=team)
        Membership.objects.create(user=user, team=home, administrator=team is None)
    return account(user.id)


def first_account() -> Account | None:
    """The oldest active account; None at the first start."""
    user = User.objects.filter(is_active=True, memberships__isnull=False).order_by("created_at", "id").first()
    return account(user.id) if user else None


def save_settings(
    actor: Account,
    *,
    name: str | None = None,
    language: str | None = None,
    address: Address | str | None = None,
    theme: str | None = None,
) -> Account:
    """Change one's own name, language (de, en), address (sie, du) or theme (auto, light, dark); what is None stays."""
    changes: dict[str, str] = {}
    if name is not None:
        if not name.strip():
            raise InputRefusedError.of("store.accounts.no_name")
        changes["name"] = name.strip()[:200]
    for field, value, allowed in (
        ("language", language, LANGUAGES),
        ("address", address, tuple(Address)),
        ("theme", theme, THEMES),
    ):
        if value is None:
            continue
        if value not in allowed:
            raise InputRefusedError.of("store.accounts.no_such_setting", value=str(value))
        changes[field] = str(value)
    if changes:
        User.objects.filter(pk=actor.id).update(**changes)
    return account(actor.id)


def make_link_token(user_id: str, now: datetime, life: timedelta = LINK_LIFE) -> str:
    """A token that signs this user in once within `life`. Only its digest is kept."""
    token = secrets.token_urlsafe(24)
    SignInLink.objects.filter(expires_at__lt=now - timedelta(days=30)).delete()
    SignInLink.objects.create(user_id=user_id, digest=_digest(token), expires_at=now + life)
    return signing.Signer(salt=LINK_SALT).sign(token)


def use_link_token(signed: str, now: datetime) -> str | None:
    """The user a token signs in, once; None where it is forged, used or too old."""
    try:
        token = signing.Signer(salt=LINK_SALT).unsign(signed)
    except signing.BadSignature:
        return None
    # One statement, so that of two clicks at the same moment only one gets in.
    used = SignInLink.objects.filter(digest=_digest(token), used_at__isnull=True, expires_at__gte=now)
    if used.update(used_at=now) != 1:
        return None
    return SignInLink.objects.values_list("user_id", flat=True).get(digest=_digest(token))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
