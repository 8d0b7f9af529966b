"""Promises of both sides, and the ledger of giving and taking, which only grows."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.conversations import Turn
from augenhoehe.store.models.ground import AppendOnly, Kept, OnForgetting, Privacy, Scope, Seen


class Promise(Kept):
    """A promise somebody confirmed. Owner and date are blank where they were not said."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("who promised what by when", OnForgetting.ERASED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="promises")
    turn = models.ForeignKey(Turn, on_delete=models.SET_NULL, null=True, related_name="+")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    side = models.CharField(max_length=10)
    owner = models.CharField(max_length=200, blank=True)
    what = models.TextField()
    due_words = models.CharField(max_length=200, null=True)
    due_first = models.DateField(null=True)
    due_last = models.DateField(null=True)
    due_ambiguous = models.BooleanField(default=False)
    firm = models.BooleanField(default=True)
    condition = models.TextField(blank=True)
    made_on = models.DateField(null=True)
    state = models.CharField(max_length=20, default="open")
    settled_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    added_at = models.DateTimeField(auto_now_add=True)


class LedgerEntry(AppendOnly):
    """One line of the ledger: what was promised, given, put off, kept or broken. A correction is a further line."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("who gave or promised what, in the adviser's words", OnForgetting.CLEANED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ledger")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    on = models.DateField(null=True)
    value = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_ledger_entry_of_a_number")]
