"""What a person changed on the needs board."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from augenhoehe.store.models.accounts import User
from augenhoehe.store.models.cases import Case
from augenhoehe.store.models.ground import Kept, OnForgetting, Privacy, Scope, Seen


class BoardChange(Kept):
    """One change, applied in the order of `number` to the board that is weighed from confirmed findings."""

    SCOPE: ClassVar = Scope(Seen.TEAM, "case__team")
    PRIVACY: ClassVar = Privacy("needs in the adviser's words", OnForgetting.ERASED)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="board_changes")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    target = models.CharField(max_length=120)
    value = models.JSONField(null=True)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_board_change_of_a_number")]
