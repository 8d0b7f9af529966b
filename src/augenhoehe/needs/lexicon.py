"""Words the needs room goes by: data, to be read and corrected by people who do not program."""

from __future__ import annotations

STRONG = (
    r"auf (?:gar )?keinen fall",
    r"unbedingt",
    r"un?bezahlbar",
    r"jedes mal",
    r"jede[nrs]? (?:tag|woche|freitag|monat|nacht)",
    r"dringend",
    r"keine[rnms]?\b",
    r"nie(?:mals| mehr| wieder)",
    r"\bmuss\b",
    r"\bmüssen\b",
    r"katastroph\w*",
    r"schlimm\w*",
    r"teuer\w*",
    r"am wichtigsten",
    r"vor allem",
    r"entscheidend\w*",
    r"das a und o",
    r"frisst",
    r"never again",
    r"\bnever\b",
    r"\bmust\b",
    r"(?:can|could)(?:no|')t afford",
    r"at all costs",
    r"every (?:single )?(?:day|week|friday|month|night|time)",
    r"disaster\w*",
    r"nightmare\w*",
    r"urgent\w*",
    r"desperate\w*",
    r"above all",
    r"most important",
    r"costs? us",
    r"kostet uns",
)
"""Patterns (casefolded) by which somebody says that a matter weighs a lot."""

LIST_TAILS = (
    r"(?:das|die|den|des|alles)\s+(?:brauch|brauche|brauchen|hätt|hätte|hätten|will|wollen|möchte|möchten|nehm|nehmen)\w*",
    r"(?:that's|those are|that is|this is)\s+what",
)
"""How an enumeration of wished things ends."""

CURRENCY_WORDS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "teuro": "EUR",
    "£": "GBP", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "gbp": "GBP", "pfund": "GBP",
    "$": "USD", "dollar": "USD", "dollars": "USD", "usd": "USD", "bucks": "USD",
    "chf": "CHF", "franken": "CHF", "stutz": "CHF", "fränkli": "CHF",
}  # fmt: skip
"""What people call a currency, with its ISO 4217 code."""
