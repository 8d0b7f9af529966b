"""Overpromise: guarantees what nobody can. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Das läuft zu hundert Prozent, garantiert.", [{}]),
    ("de", "A: In vier Wochen sind Sie bei Google auf der Eins, da gebe ich Ihnen Brief und Siegel.", [{}]),
    ("en", "A: It pays for itself in three months, guaranteed.", [{}]),
    ("en", "A: It never breaks, trust me.", [{}]),
    ("de", "A: Das kann ich Ihnen nicht garantieren.", []),
    ("de", "A: Ich schicke Ihnen das bis Freitag.", []),
    ("en", "A: I can't guarantee that.", []),
    ("en", "A: I'll send it by Friday.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_overpromise_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.OVERPROMISE, language, script) == expected
