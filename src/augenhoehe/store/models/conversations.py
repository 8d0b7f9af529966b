"""Conversations: what was said, by whom, where the text comes from, and who agreed to that."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.customers import Person
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Conversation(Kept):
    """One conversation of a case, with how it was read. The file itself is not kept, only its digest."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("title, file name and origin of a conversation", OnForgetting.CLEANED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="conversations")
    source_id = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10)
    channel = models.CharField(max_length=20)
    held_on = models.DateField(null=True)
    origin = models.CharField(max_length=20)
    format = models.CharField(max_length=40)
    encoding = models.CharField(max_length=40)
    file_name = models.CharField(max_length=255, blank=True)
    digest = models.CharField(max_length=64)
    roles = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    examined_with = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "digest"], name="one_conversation_of_a_content")]


class Turn(Kept):
    """One turn, word for word. `searchable` is the text as the search compares it."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "conversation__case__team")
    PRIVACY: ClassVar = Privacy("what a person said, word for word", OnForgetting.CLEANED)

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    number = models.BigIntegerField()
    position = models.PositiveIntegerField()
    speaker = models.CharField(max_length=200)
    role = models.CharField(max_length=10)
    text = models.TextField()
    searchable = models.TextField()
    start = models.FloatField(null=True)
    end = models.FloatField(null=True)
    said_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="one_turn_of_a_number"),
            models.UniqueConstraint(fields=["conversation", "position"], name="one_turn_at_a_place"),
        ]


class Participant(Kept):
    """Somebody who took part, the side they spoke for, and their consent to the text being kept."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "conversation__case__team")
    PRIVACY: ClassVar = Privacy("name of a participant and their consent", OnForgetting.CLEANED)

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=10)
    consent = models.CharField(max_length=10, default="unknown")
    consent_on = models.DateField(null=True)
    consent_way = models.CharField(max_length=20, default="unknown")
    consent_wording = models.CharField(max_length=40, blank=True)
    consent_scope = models.CharField(max_length=100, blank=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "name"], name="one_participant_of_a_name")]
