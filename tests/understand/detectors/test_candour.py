"""Candour: says the own purpose, gap, mistake or an inconvenient truth. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ich möchte Sie als Kunden gewinnen.", [{}]),
    ("de", "C: Hält die zehn Jahre?\nA: Das weiß ich nicht.", [{}]),
    ("de", "A: Da haben wir einen Fehler gemacht.", [{}]),
    ("en", "A: I don't know how long it lasts.", [{}]),
    ("en", "A: That was our mistake, we should have called you.", [{}]),
    ("en", "A: To be honest, others do it better.", [{}]),
    ("de", "A: Damit sparen Sie Geld.", []),
    ("de", "C: Das weiß ich nicht.", []),
    ("en", "A: It saves you money.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_candour_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.CANDOUR, language, script) == expected
