"""Goal: an outcome, whatever the means. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Unser Ziel ist, dass freitags um vier alle nach Hause gehen.", [{}]),
    ("de", "C: Wir wollen die Durchlaufzeit halbieren.", [{}]),
    ("de", "A: Was soll in einem Jahr anders sein?\nC: Dass die Kollegen ohne Rückfragen arbeiten können.", [{}]),
    ("de", "C: Das darf uns nicht noch einmal passieren.", [{}]),
    ("en", "C: We want to cut the waiting time in half by summer.", [{}]),
    ("en", "C: I never want to stand in that car park again.", [{}]),
    ("en", "A: What would good look like for you?\nC: Nobody calling me on a Sunday for a whole season.", [{}]),
    ("de", "C: Ich hätte gern das große Paket.", []),
    ("de", "C: Wollen Sie noch einen Kaffee?", []),
    ("en", "C: I'd like a new oven, the wide one.", []),
    ("en", "A: We want to grow by half next year.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_goal_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.GOAL, language, script) == expected
