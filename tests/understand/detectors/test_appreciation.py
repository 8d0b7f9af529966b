"""Appreciation: recognises something specific. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Dass Sie mir die Zahlen vorab geschickt haben, hat uns eine Stunde gespart.", [{}]),
    ("de", "A: Danke, dass Sie das so offen sagen.", [{}]),
    ("en", "A: Thank you for sending the plans ahead, that saved me a visit.", [{}]),
    ("en", "A: You kept a log of every fault, most customers don't.", [{}]),
    ("de", "A: Vielen Dank für Ihr Vertrauen.", []),
    ("de", "A: Die Zahlen habe ich bekommen.", []),
    ("en", "A: Thank you for calling.", []),
    ("en", "A: I have the numbers here.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_appreciation_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.APPRECIATION, language, script) == expected
