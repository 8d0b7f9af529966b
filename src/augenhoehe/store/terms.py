"""What a person set for the advice of a case: single limits and offers, and what was answered when a need was asked
after.
"""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from augenhoehe.advise.wants import Wants
from augenhoehe.store import audit, turns
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.scope import found


def terms(actor: Account, case_id: str) -> Wants:
    """What was set for a case; its budget and its first day stand with the case itself and are blank here.

    An answer whose words are gone is left out. Raises NotFoundError.
    """
    stored = found(actor, tables.Case, case_id).terms
    wants = from_json(Wants, stored, turns.finder(actor, [stored]))
    return replace(wants, answers=tuple(answer for answer in wants.answers if answer.evidence))


def save_terms(actor: Account, case_id: str, wants: Wants) -> None:
    """Set the terms of a case. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Case, case_id)
        row.terms = to_json(replace(wants, budget=None, on=None))
        row.save()
        audit.note(actor, "changed", "case", case_id)
