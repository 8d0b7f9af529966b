"""Boilerplate: stock courtesy. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ihre Zufriedenheit liegt uns sehr am Herzen.", [{}]),
    ("de", "A: Vielen Dank für Ihr Vertrauen und die angenehme Zusammenarbeit.", [{}]),
    ("en", "A: Your call is important to us.", [{}]),
    ("en", "A: Please do not hesitate to contact us.", [{}]),
    ("de", "A: Guten Tag, Frau Lappe.", []),
    ("de", "A: Die Zange liegt im Wagen.", []),
    ("en", "A: Goodbye, and thanks.", []),
    ("en", "C: Your call is important to us, they said.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_boilerplate_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.BOILERPLATE, language, script) == expected
