"""Findings with what a person decided about them, and every such decision."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.conversations import Conversation, Turn
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Finding(Kept):
    """One finding as it stands now; `original` keeps what the program proposed where a person corrected it."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "conversation__case__team")
    PRIVACY: ClassVar = Privacy("what a stretch of somebody's words was taken for", OnForgetting.ERASED)

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="findings")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="findings")
    key = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    attrs = models.JSONField(default=dict)
    certainty = models.FloatField()
    because = models.JSONField()
    source = models.CharField(max_length=20)
    by = models.CharField(max_length=10, default="", blank=True)
    state = models.CharField(max_length=10, default="proposed")
    decided_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    original = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "key"], name="one_finding_of_a_key")]


class FindingChange(Kept):
    """One decision about one finding, with how it stood before, so that it can be undone. Steps share a `batch`."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "finding__conversation__case__team")
    PRIVACY: ClassVar = Privacy("which adviser decided what about a finding", OnForgetting.ERASED)

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="changes")
    batch = models.CharField(max_length=16)
    number = models.BigIntegerField()
    before = models.JSONField(null=True)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
