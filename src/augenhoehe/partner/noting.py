"""One line typed by hand becomes a fact or an entry of the ledger: "Umsatz 12.000 € am 3.3.", "Nachlass 500 €",
"Aufwand 14 h".

The first word says what it is; amount, hours and day are found anywhere behind it. What is not in the line stays
unknown: an amount is never guessed, and without a day the day of writing holds only where the line says "heute". "laut
Kunde" makes a value the customer's own, "ungefragt" and "auf Nachfrage" say whether a concession was asked for.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import Side
from augenhoehe.needs.amounts import amounts
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money
from augenhoehe.understand.dates.reading import read_date

LONGEST = 300

THEIR_EFFORT = re.compile(
    r"^\W*(?:aufwand (?:des |der |beim |vom )?kund\w+|kundenaufwand|"
    r"(?:customer|their) (?:effort|time)|effort of the customer)\b",
    re.IGNORECASE,
)
THEIR_RATE = re.compile(
    r"^\W*(?:stundensatz (?:des |der |beim |vom )?kund\w+|(?:customer|their)(?:['’]s)? hourly rate)\b", re.IGNORECASE
)
FACT_WORDS: tuple[tuple[str, FactKind], ...] = (
    (r"stundensatz|hourly rate", FactKind.OWN_RATE),
    (r"umsatz|rechnung|erlös|honorar|bezahlt|revenue|invoice|fee|paid", FactKind.REVENUE),
    (r"fremdkosten|einkauf|kosten|auslagen|reisekosten|direct costs?|costs?|expenses", FactKind.DIRECT_COST),
    (r"aufwand|arbeitszeit|stunden|effort|hours|work", FactKind.EFFORT),
    (r"nutzen|ersparnis|ertrag|gespart|value|benefit|savings?|saved", FactKind.VALUE),
)
ENTRY_WORDS: tuple[tuple[str, EntryKind, Side], ...] = (
    (r"gegenleistung|dafür bekommen|return|in return", EntryKind.RETURN, Side.THEIRS),
    (
        r"zugeständnis|nachlass|rabatt|skonto|kulanz|geschenkt|concession|discount|goodwill",
        EntryKind.CONCESSION,
        Side.OURS,
    ),
    (r"mehrarbeit|unbezahlt|extra|extra work|unpaid", EntryKind.EXTRA_WORK, Side.OURS),
    (r"verschoben|vertröstet|vertagt|vertröstung|put off|postponed|delayed", EntryKind.PUT_OFF, Side.THEIRS),
    (r"forderung|verlangt|forderte|demand|demanded", EntryKind.DEMAND, Side.THEIRS),
)
SORTS: tuple[tuple[str, str], ...] = (
    (r"preis|rabatt|nachlass|skonto|prozent|%|price|discount|percent", "price"),
    (r"umfang|leistung|schulung|gratis|kostenlos|obendrauf|scope|training|free", "scope"),
    (r"termin|frist|zeit|laufzeit|time|deadline", "time"),
    (r"bedingung|zahlungsziel|raten|kündigung|vertrag|terms|payment|notice", "terms"),
)
HOURS = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?:h|std\.?|stunden?|hours?|hrs?)\b", re.IGNORECASE)
CONFIRMED = re.compile(
    r"\b(?:laut kund\w+|sagt der kunde|sagt die kundin|bestätigt|customer says|confirmed)\b", re.IGNORECASE
)
UNASKED = re.compile(r"\b(?:ungefragt|unaufgefordert|von mir aus|unasked|volunteered)\b", re.IGNORECASE)
ASKED = re.compile(r"\b(?:auf nachfrage|gefragt|verlangt|auf wunsch|asked|on request)\b", re.IGNORECASE)
NONE = re.compile(r"\b(?:kein|keine|keinen|none|no)\b", re.IGNORECASE)


def note(line: str, entry_id: str, written_on: date, language: str, *, currency: str = "EUR") -> Fact | Entry:
    """The fact or ledger entry in a line; `currency` is the house's own where the line names none.

    Raises InputRefusedError for an empty or too long line and for one whose first word says nothing known.
    """
    text = " ".join(line.split())
    if not text:
        raise InputRefusedError.of("partner.note.empty")
    if len(text) > LONGEST:
        raise InputRefusedError.of("partner.note.long", most=LONGEST)
    bare = NONE.sub("", text, count=1).strip() if NONE.match(text) else text
    none = bare is not text
    reading = read_date(_without_hours(bare), written_on, language)
    on = _past(reading.first, written_on) if reading is not None and reading.first is not None else None
    fact = _fact_kind(bare)
    if fact is not None:
        amount = Money(Decimal(0), currency) if none else _money(bare, currency)
        confirmed = bool(CONFIRMED.search(bare))
        return Fact(fact, on, amount, hours=_hours(bare), words=text, confirmed=confirmed)
    for words, kind, side in ENTRY_WORDS:
        if re.match(rf"\W*(?:{words})\b", bare, re.IGNORECASE):
            return _entry(bare, entry_id, kind, side, on, currency)
    raise InputRefusedError.of("partner.note.unknown", words=text.split()[0])


def _fact_kind(text: str) -> FactKind | None:
    if THEIR_EFFORT.match(text):
        return FactKind.THEIR_EFFORT
    if THEIR_RATE.match(text):
        return FactKind.THEIR_RATE
    return next((kind for words, kind in FACT_WORDS if re.match(rf"\W*(?:{words})\b", text, re.IGNORECASE)), None)


def _entry(text: str, entry_id: str, kind: EntryKind, side: Side, on: date | None, currency: str) -> Entry:
    asked = False if UNASKED.search(text) else True if ASKED.search(text) else None
    sort = next((name for words, name in SORTS if re.search(words, text, re.IGNORECASE)), "")
    concession = kind is EntryKind.CONCESSION
    return Entry(
        entry_id,
        kind,
        on,
        side,
        words=text,
        sort=sort if concession else "",
        asked=asked if concession else None,
        worth=_money(text, currency),
        hours=_hours(text) if kind is EntryKind.EXTRA_WORK else None,
    )


def _money(text: str, currency: str) -> Money | None:
    found = amounts(_without_hours(text))
    if not found:
        return None
    return Money(found[0].value, found[0].currency or currency)


def _hours(text: str) -> Decimal | None:
    hit = HOURS.search(text)
    return Decimal(hit["number"].replace(",", ".")) if hit else None


def _without_hours(text: str) -> str:
    return HOURS.sub(lambda hit: " " * len(hit.group()), text)


def _past(day: date, written_on: date) -> date:
    """A fact lies behind: a day that the grammar of due dates put into the next year is the one of the last."""
    if day <= written_on:
        return day
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
