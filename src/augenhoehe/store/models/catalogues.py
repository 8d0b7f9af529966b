"""Catalogues of offers, as the file they came in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import Team, User
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Catalogue(Kept):
    """One version of a catalogue: the bytes of its file, read anew when needed. A new version is a new row."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("none of customers; the adviser who brought the file", OnForgetting.UNTOUCHED)

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    digest = models.CharField(max_length=64)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "digest"], name="one_catalogue_of_a_content")]
