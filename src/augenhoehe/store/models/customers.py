"""Customers and the people who work there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import Team
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Customer(Kept):
    """A firm, a household or one person who is advised. A hold with its reason keeps it from being forgotten."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("name and notes of the customer", OnForgetting.ERASED)

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    keep_until = models.DateField(null=True)
    keep_reason = models.CharField(max_length=500, blank=True)


class Person(Kept):
    """Somebody on the customer's side."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "customer__team")
    PRIVACY: ClassVar = Privacy("name, task and ways to reach a person", OnForgetting.ERASED)

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(max_length=200)
    task = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["customer", "name"], name="one_person_of_a_name")]
