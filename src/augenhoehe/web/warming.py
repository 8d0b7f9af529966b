"""Load what takes its time before somebody waits for it: addresses, lexicons, word forms, the solver."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal

from django.urls import get_resolver

from augenhoehe.advise.catalogue.offers import Catalogue, Offer, Price, Serving
from augenhoehe.advise.recommending import recommend
from augenhoehe.keep.due import resolve
from augenhoehe.needs.named import NamedNeed
from augenhoehe.needs.weighing import board
from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.understand.examining import examine

LINES = ("Wir brauchen schnellere Berichte, das dauert zwei Tage.", "We need faster reports, it takes two days.")


def start_warming() -> threading.Thread:
    """Warm up beside the first requests."""
    thread = threading.Thread(target=warm, name="warming", daemon=True)
    thread.start()
    return thread


def warm() -> None:
    """Walk a made-up case through the rooms once; nothing is stored."""
    get_resolver().check()
    people = (Party("A", Role.CUSTOMER),)
    turns = tuple(Turn(place, "A", Role.CUSTOMER, line) for place, line in enumerate(LINES))
    talk = Conversation("warm", Language.MIXED, Channel.NOTES, people, turns)
    need = NamedNeed("reports", (("de", "Berichte"),), signs=("Berichte", "reports"))
    offer = Offer("tool", (("de", "Berichte"),), (Price(Decimal(1)),), (Serving("reports", 100),))
    catalogue = Catalogue((("de", "warm"),), "EUR", (need,), (offer,))
    recommend(board([talk], {talk.id: examine(talk)}, catalogue.needs), catalogue)
    resolve("bis Freitag", date(2026, 1, 1), "de")
