"""Dated facts about the relationship with a customer, never judgements of a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.customers import Customer
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class PartnerFact(Kept):
    """One fact: what happened on which day, as the partner room shapes it."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "customer__team")
    PRIVACY: ClassVar = Privacy("dated facts of the relationship", OnForgetting.ERASED)

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=40)
    on = models.DateField(null=True)
    value = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
