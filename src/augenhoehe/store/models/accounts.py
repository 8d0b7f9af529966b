"""Who works with the program: users, teams, memberships and one-time sign-in links."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class UserManager(BaseUserManager["User"]):
    """Finds users by their name; accounts are made by `store.accounts`."""


class User(AbstractBaseUser, Kept):
    """An adviser. The name is what pages and records show; sign-in is by link, so the password is never set.

    With `heeds_corrections` the program learns from what they decide about findings after `heeds_since` (from all where
    that is empty).
    """

    SCOPE: ClassVar = Scope(Seen.OWNER, "id")
    PRIVACY: ClassVar = Privacy("name, sign-in name and settings of the adviser", OnForgetting.UNTOUCHED)

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default="de")
    address = models.CharField(max_length=5, default="sie")
    theme = models.CharField(max_length=5, default="auto")
    heeds_corrections = models.BooleanField(default=False)
    heeds_since = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.username


class Team(Kept):
    """People who see the same customers and cases. Everybody has one, if only alone."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "id")
    PRIVACY: ClassVar = Privacy("the team's name", OnForgetting.UNTOUCHED)

    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)


class Membership(Kept):
    """A user's place in a team. An administrator manages people; it opens nobody's practice."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("who belongs to which team", OnForgetting.UNTOUCHED)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    administrator = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "team"], name="one_membership")]


class SignInLink(Kept):
    """A one-time sign-in link: only the digest of its token is kept; `used_at` is set by its first use."""

    SCOPE: ClassVar = Scope(Seen.NOBODY)
    PRIVACY: ClassVar = Privacy("when which user signed in by link", OnForgetting.UNTOUCHED)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
