"""Flattery: praise that would fit anyone. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Sie sind ja ein echter Visionär!", [{}]),
    ("de", "A: So ein Gespür haben nur ganz wenige.", [{}]),
    ("en", "A: You are a true visionary.", [{}]),
    ("en", "A: It takes someone with your extraordinary instinct.", [{}]),
    ("de", "A: Gut, dass Sie die Maße mitgebracht haben.", []),
    ("de", "A: Das ist ein gutes Gerät.", []),
    ("de", "C: Sie sind ja ein echter Visionär!", []),
    ("en", "A: That is a good machine.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_flattery_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.FLATTERY, language, script) == expected
