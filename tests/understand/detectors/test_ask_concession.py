"""Ask concession: something is to be given away. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Da müssen Sie am Preis noch was machen.", [{"type": "price"}]),
    ("de", "C: Das Training legen Sie sicher gratis drauf.", [{"type": "scope"}]),
    ("de", "C: Können wir das in Raten zahlen?", [{"type": "terms"}]),
    ("de", "C: könnt ihr das nicht früher liefern", [{"type": "time"}]),
    ("en", "C: You'll have to knock something off the price.", [{"type": "price"}]),
    ("en", "C: I'd expect you to throw in the training.", [{"type": "scope"}]),
    ("en", "C: We would want sixty days to pay.", [{"type": "terms"}]),
    ("de", "C: Was kostet das im Jahr?", []),
    ("de", "C: Wir haben um zehn Prozent mehr Reklamationen als letztes Jahr.", []),
    ("en", "C: What does it cost per seat?", []),
    ("en", "A: I can give you ten percent off.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_ask_concession_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.ASK_CONCESSION, language, script) == expected
