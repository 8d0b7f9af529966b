"""Concealment: hides one's purpose. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ich will Ihnen gar nichts verkaufen, ich wollte mich nur mal vorstellen.", [{}]),
    ("de", "A: Ich bin gar kein Verkäufer.", [{}]),
    ("en", "A: I'm not trying to sell you anything, this is just a courtesy call.", [{}]),
    ("en", "A: I just happened to be in the area.", [{}]),
    ("de", "A: Ich möchte Ihnen die neue Anlage verkaufen.", []),
    ("de", "A: Wir verkaufen auch gebrauchte.", []),
    ("en", "A: I would like to sell you the new one.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_concealment_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.CONCEALMENT, language, script) == expected
