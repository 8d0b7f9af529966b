"""Supplication: makes oneself small. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ich will Sie wirklich nicht lange stören, nur ganz kurz, wenn das okay ist.", [{}]),
    ("de", "A: Entschuldigen Sie bitte, dass ich überhaupt anrufe.", [{}]),
    ("en", "A: Sorry to bother you, I know how busy you are.", [{}]),
    ("en", "A: I hate to ask, and please feel free to say no.", [{}]),
    ("de", "A: Da haben wir einen Fehler gemacht.", []),
    ("de", "A: Hätten Sie kurz Zeit für mich?", []),
    ("en", "A: We made a mistake with the dates.", []),
    ("en", "A: Do you have a minute?", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_supplication_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.SUPPLICATION, language, script) == expected
