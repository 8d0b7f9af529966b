"""Experience: how something obtained earlier works out. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Das Modul von damals nutzt kein Mensch.", [{"polarity": "negative"}]),
    ("de", "C: Die Anlage, die Sie uns eingebaut haben, läuft wie am Schnürchen.", [{"polarity": "positive"}]),
    ("de", "C: Das System hat uns im ersten Jahr viel Zeit gespart, das hat sich gelohnt.", [{"polarity": "positive"}]),
    ("de", "C: seit dem update stürzt ihr programm jeden tag ab", [{"polarity": "negative"}]),
    ("en", "C: The rollout saved us a day a week.", [{"polarity": "positive"}]),
    ("en", "C: Nobody uses the portal you built us.", [{"polarity": "negative"}]),
    ("en", "C: The last company let us down twice in one season.", [{"polarity": "negative"}]),
    ("de", "C: Wir machen das freitags von Hand.", []),
    ("de", "A: Das nutzt bei uns kein Mensch.", []),
    ("en", "C: We close at six on Fridays.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_experience_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.EXPERIENCE, language, script) == expected
