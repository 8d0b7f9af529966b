"""One line typed by hand becomes a fact or an entry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import Side
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.partner.noting import note
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money

WRITTEN = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("line", "kind", "on", "amount", "hours", "confirmed"),
    [
        ("Umsatz 12.000 € am 3.3.", FactKind.REVENUE, date(2026, 3, 3), 12_000, None, False),
        ("Rechnung 4.500 Euro heute", FactKind.REVENUE, WRITTEN, 4_500, None, False),
        ("Aufwand 14 h am 5.6.", FactKind.EFFORT, date(2026, 6, 5), None, "14", False),
        ("Aufwand 2,5 Stunden", FactKind.EFFORT, None, None, "2.5", False),
        ("keine Kosten heute", FactKind.DIRECT_COST, WRITTEN, 0, None, False),
        ("Kosten heute", FactKind.DIRECT_COST, WRITTEN, None, None, False),
        ("Nutzen 20.000 € laut Kunde am 1.12.", FactKind.VALUE, date(2025, 12, 1), 20_000, None, True),
        ("Stundensatz 95 €", FactKind.OWN_RATE, None, 95, None, False),
        ("Stundensatz Kunde 60 €", FactKind.THEIR_RATE, None, 60, None, False),
        ("Aufwand Kunde 6 h", FactKind.THEIR_EFFORT, None, None, "6", False),
        ("Revenue €1,200 on 3 March", FactKind.REVENUE, date(2026, 3, 3), 1_200, None, False),
    ],
)
def test_a_line_becomes_a_fact(
    line: str, kind: FactKind, on: date | None, amount: int | None, hours: str | None, confirmed: bool
) -> None:
    language = "en" if line.startswith("Revenue") else "de"

    made = note(line, "x", WRITTEN, language)

    money = None if amount is None else Money(Decimal(amount))
    assert made == Fact(
        kind, on, money, hours=None if hours is None else Decimal(hours), words=line, confirmed=confirmed
    )


@pytest.mark.parametrize(
    ("line", "kind", "side", "sort", "asked", "worth", "hours"),
    [
        ("Nachlass 500 € ungefragt", EntryKind.CONCESSION, Side.OURS, "price", False, 500, None),
        ("Zugeständnis Schulung obendrauf, auf Nachfrage", EntryKind.CONCESSION, Side.OURS, "scope", True, None, None),
        ("Gegenleistung: Referenz", EntryKind.RETURN, Side.THEIRS, "", None, None, None),
        ("Mehrarbeit 6 h", EntryKind.EXTRA_WORK, Side.OURS, "", None, None, "6"),
        ("verschoben auf nach den Ferien", EntryKind.PUT_OFF, Side.THEIRS, "", None, None, None),
        ("Forderung: Preis runter", EntryKind.DEMAND, Side.THEIRS, "", None, None, None),
    ],
)
def test_a_line_becomes_an_entry(
    line: str, kind: EntryKind, side: Side, sort: str, asked: bool | None, worth: int | None, hours: str | None
) -> None:
    made = note(line, "x", WRITTEN, "de")

    money = None if worth is None else Money(Decimal(worth))
    assert made == Entry(
        "x",
        kind,
        None,
        side,
        line,
        sort=sort,
        asked=asked,
        worth=money,
        hours=None if hours is None else Decimal(hours),
    )


@pytest.mark.parametrize(
    ("line", "key"),
    [(" ", "partner.note.empty"), ("Umsatz " * 60, "partner.note.long"), ("Wetter schön", "partner.note.unknown")],
)
def test_a_useless_line_is_refused_with_a_reason(line: str, key: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        note(line, "x", WRITTEN, "de")

    assert refused.value.message.key == key
