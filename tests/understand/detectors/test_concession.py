"""Concession: gives something away. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    (
        "de",
        "C: Da muss am Preis noch was gehen.\nA: Gut, dann gebe ich Ihnen zehn Prozent Nachlass.",
        [{"type": "price", "conditional": False}],
    ),
    ("de", "A: Wenn Sie zwei Jahre nehmen, gehe ich fünf Prozent runter.", [{"type": "price", "conditional": True}]),
    ("de", "A: Die Schulung lege ich Ihnen gratis drauf.", [{"type": "scope", "conditional": False}]),
    ("de", "A: Sie können das in zehn Raten zahlen.", [{"type": "terms", "conditional": False}]),
    ("en", "A: I can give you ten percent off.", [{"type": "price", "conditional": False}]),
    ("en", "A: If you sign for two years, we'll throw in the training.", [{"type": "scope", "conditional": True}]),
    ("de", "A: Der Satz liegt bei 1.150 Euro netto.", []),
    ("de", "A: Rabatt gibt es bei mir nicht.", []),
    ("en", "A: There is no discount on that.", []),
    ("en", "C: You can give us ten percent off.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_concession_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.CONCESSION, language, script) == expected
