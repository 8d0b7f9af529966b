"""Find the turns that stored values rest on, all at once."""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.mapping import Json, TurnFinder, evidence_places
from augenhoehe.store.scope import visible


def turn_value(row: tables.Turn) -> Turn:
    """A stored turn as a value."""
    return Turn(row.number, row.speaker, Role(row.role), row.text, row.start, row.end, row.said_on)


def finder(actor: Account, stored: Iterable[Json]) -> TurnFinder:
    """A function that gives the turns the stored values speak of, read in one query; None for those that are gone."""
    places = {place for value in stored for place in evidence_places(value)}
    turns: dict[tuple[str, int], Turn] = {}
    if places:
        rows = visible(actor, tables.Turn).filter(
            conversation_id__in={conversation for conversation, _ in places},
            number__in={number for _, number in places},
        )
        turns = {(row.conversation_id, row.number): turn_value(row) for row in rows}
    return lambda conversation, number: turns.get((conversation, number))
