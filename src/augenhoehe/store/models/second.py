"""The language model as a second reader: where it is, what it answered, and how far it agreed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import Team, User
from augenhoehe.store.models.conversations import Conversation
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class LanguageModel(Kept):
    """Where a team's language model is. Its key lies in a file beside the database, so that no copy carries it."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "team")
    PRIVACY: ClassVar = Privacy("address and name of a server the team has set up", OnForgetting.UNTOUCHED)

    team = models.OneToOneField(Team, on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=500)
    model = models.CharField(max_length=200)
    active = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")


class ModelAnswer(Kept):
    """What came of one question about a part of a conversation, so that the same question is asked once."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "conversation__case__team")
    PRIVACY: ClassVar = Privacy("places and kinds in somebody's words, words of dates", OnForgetting.ERASED)

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="model_answers")
    digest = models.CharField(max_length=64)
    answer = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "digest"], name="one_answer_of_a_question")]


class SecondReading(Kept):
    """That a language model read a conversation: how far it agreed, kind by kind, and what of it was dropped."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "conversation__case__team")
    PRIVACY: ClassVar = Privacy("counts of findings; who asked", OnForgetting.ERASED)

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="second_reading")
    model = models.CharField(max_length=200)
    parts = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    kinds = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
