"""Refusal: says no or sets a limit. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Zehn Prozent müssen drin sein.\nA: Den Preis gebe ich nicht her.", [{}]),
    ("de", "A: Das machen wir nicht.", [{}]),
    ("de", "C: Können Sie am Samstag kommen?\nA: Am Samstag arbeiten wir nicht, das geht leider nicht.", [{}]),
    ("en", "C: We'd want half off.\nA: No, I can't do that.", [{}]),
    ("en", "A: We don't do weekend cover.", [{}]),
    ("de", "A: Das kann ich Ihnen heute nicht sagen.", []),
    ("de", "A: Kein Problem, das machen wir.", []),
    ("de", "C: Das machen wir nicht.", []),
    ("en", "A: I can't tell you that yet.", []),
    ("en", "A: No problem, Tuesday is fine.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_refusal_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.REFUSAL, language, script) == expected
