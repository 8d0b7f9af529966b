"""Pressure: urges without a reason that serves the customer. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Das Angebot gilt nur noch heute.", [{}]),
    ("de", "A: Wenn Sie heute unterschreiben, gilt noch der alte Preis.", [{}]),
    ("en", "A: This is only valid until tonight, after that it is gone.", [{}]),
    ("en", "A: You would need to decide today, others are waiting.", [{}]),
    ("de", "A: Der Großhandel liefert nur bis Mitte Juni, danach wird es Herbst.", []),
    ("de", "A: Heute ist Montag.", []),
    ("en", "A: The supplier needs six weeks, so tell me when you know.", []),
    ("en", "C: This is only valid until tonight.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_pressure_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.PRESSURE, language, script) == expected
