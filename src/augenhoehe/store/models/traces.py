"""What stays when something happened or went: the audit trail, tombstones, and the mark of an erasure under way."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import Team, User
from augenhoehe.store.models.ground import AppendOnly, Kept, OnForgetting, Privacy, Scope, Seen


class AuditEvent(AppendOnly):
    """Who did what to which row, when. `details` carries names of fields and counts, never what a customer said."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("which adviser acted; ids of rows, now and then a title", OnForgetting.CLEANED)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    details = models.JSONField(default=dict)


class Tombstone(Kept):
    """That something was forgotten: what sort of thing, when, by whom, how many rows. Never whose."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("none: no name, no id of the forgotten", OnForgetting.UNTOUCHED)

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    counts = models.JSONField(default=dict)


class Erasure(models.Model):
    """Stands only inside a transaction that forgets; the triggers of append-only tables let pass while it stands."""

    SCOPE: ClassVar = Scope(Seen.NOBODY)
    PRIVACY: ClassVar = Privacy("none", OnForgetting.UNTOUCHED)
