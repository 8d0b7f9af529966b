"""The adviser's mirror: notes and intentions that nobody but their owner sees, administrators included."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.conversations import Conversation
from augenhoehe.store.models.customers import Customer
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class PracticeNote(Kept):
    """What I think of a moment of my own talk."""

    SCOPE: ClassVar = Scope(Seen.OWNER, "owner")
    PRIVACY: ClassVar = Privacy("an adviser's thoughts on an own conversation", OnForgetting.ERASED)

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, null=True, related_name="+")
    moment = models.CharField(max_length=60, blank=True)
    words = models.TextField()
    at = models.DateTimeField()


class Intention(Kept):
    """What I will do differently, and whether I did; blank customer where it holds for all talks."""

    SCOPE: ClassVar = Scope(Seen.OWNER, "owner")
    PRIVACY: ClassVar = Privacy("an adviser's intention for talks with a customer", OnForgetting.ERASED)

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, related_name="+")
    words = models.TextField()
    made_on = models.DateField()
    looked_at_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
