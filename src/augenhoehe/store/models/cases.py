"""Cases: one matter of one customer, from its occasion to what was learned."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import Team, User
from augenhoehe.store.models.catalogues import Catalogue
from augenhoehe.store.models.customers import Customer
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Case(Kept):
    """The line along which everything runs. The customer may be named later."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("title, occasion and lesson, in the adviser's words", OnForgetting.ERASED)

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, related_name="cases")
    adviser = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    catalogue = models.ForeignKey(Catalogue, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=200)
    occasion = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    budget = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, default="EUR")
    terms = models.JSONField(default=dict)
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
