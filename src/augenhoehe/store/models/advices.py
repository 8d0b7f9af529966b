"""Advice given, what the customer decided, by what success will show, and the later looks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.catalogues import Catalogue
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Advice(Kept):
    """One advice as it was computed. `digest` is that of everything it rests on; the newest of a case counts."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("reasons with places in the customer's words", OnForgetting.ERASED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="advices")
    catalogue = models.ForeignKey(Catalogue, on_delete=models.SET_NULL, null=True, related_name="+")
    number = models.PositiveIntegerField()
    value = models.JSONField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_advice_of_a_number")]


class Decision(Kept):
    """What the customer decided; the newest of a case counts."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("the customer's decision in their words", OnForgetting.ERASED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    on = models.DateField(null=True)
    words = models.TextField(blank=True)
    offers = models.JSONField(default=list)
    risks_named = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_decision_of_a_number")]


class Sign(Kept):
    """By what the customer will see that it helped."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("a sign of success in the customer's words", OnForgetting.ERASED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="signs")
    position = models.PositiveIntegerField()
    words = models.TextField()
    today = models.CharField(max_length=200, blank=True)
    hoped = models.CharField(max_length=200, blank=True)


class Check(Kept):
    """A later look at one offer, planned or asked."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("what became of an offer, in the customer's words", OnForgetting.ERASED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="checks")
    on = models.DateField()
    offer = models.CharField(max_length=100, blank=True)
    use = models.CharField(max_length=20, default="unknown")
    words = models.TextField(blank=True)
    asked_on = models.DateField(null=True)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
