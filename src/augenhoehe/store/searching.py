"""Simple search: conversations by words, cases and customers by name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import visible

SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class HitKind(StrEnum):
    """What was found."""

    CUSTOMER = "customer"
    CASE = "case"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit: `text` is the name, title or turn; `case` and `conversation` say where it stands."""

    kind: HitKind
    id: str
    text: str
    case: str | None = None
    conversation: str | None = None
    turn: int | None = None


def searchable(text: str) -> str:
    """A text as the search compares it: small letters, umlauts and ß spelt out, accents and double spaces gone.

    "größe", "GRÖSSE" and "groesse" are the same; "grosse" is not.
    """
    spelt = unicodedata.normalize("NFC", text).casefold().translate(SPELLINGS)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))
    return " ".join(bare.split())


def search(actor: Account, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Customers, cases and turns that contain all the words, in that order. Three queries; blank words find nothing."""
    wanted = searchable(words).split()[:8]
    if not wanted:
        return ()
    customers = [
        Hit(HitKind.CUSTOMER, row.id, row.name)
        for row in visible(actor, tables.Customer).order_by("name", "id")
        if _contains(row.name, wanted)
    ]
    cases = [
        Hit(HitKind.CASE, row.id, row.title, case=row.id)
        for row in visible(actor, tables.Case).order_by("-changed_at", "id").only("id", "title", "occasion")
        if _contains(f"{row.title} {row.occasion}", wanted)
    ]
    said = Q()
    for word in wanted:
        said &= Q(searchable__contains=word)
    turns = [
        Hit(HitKind.TURN, row.id, row.text, row.conversation.case_id, row.conversation_id, row.number)
        for row in visible(actor, tables.Turn)
        .filter(said)
        .select_related("conversation")
        .order_by("-conversation__added_at", "position")[:limit]
    ]
    return tuple([*customers, *cases, *turns][:limit])


def _contains(text: str, wanted: list[str]) -> bool:
    plain = searchable(text)
    return all(word in plain for word in wanted)
