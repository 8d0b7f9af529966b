"""Learning from corrections: what the network considered in a conversation, as figures without words."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.conversations import Conversation
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class Considered(Kept):
    """Places, kinds and odds; `mark` says for which text, sides and network they hold.

    `heeded_for` is whose corrections changed the proposals when it was examined, `fewer` and `more` by how many.
    Everything here can be computed anew; what was decided stands with the findings.
    """

    SCOPE: ClassVar = Scope(Seen.TEAM, "conversation__case__team")
    PRIVACY: ClassVar = Privacy("places and kinds in somebody's words, no words", OnForgetting.ERASED)

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="considered")
    mark = models.CharField(max_length=64)
    guesses = models.JSONField(default=list)
    heeded_for = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    fewer = models.PositiveIntegerField(default=0)
    more = models.PositiveIntegerField(default=0)
