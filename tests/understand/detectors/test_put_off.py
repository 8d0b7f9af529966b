"""Put off: delay without a date or a step. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Melden Sie sich nach den Ferien noch mal.", [{}]),
    ("de", "C: Da müssen wir erst mal eine Nacht drüber schlafen.", [{}]),
    ("de", "C: Ich nehme das mal mit, und dann schauen wir.", [{}]),
    ("de", "C: also sie hören von uns wenn es ruhiger wird", [{}]),
    ("en", "C: We'll get back to you at some point.", [{}]),
    ("en", "C: Let me sleep on it.", [{}]),
    ("en", "C: Try me again when things calm down a bit.", [{}]),
    ("de", "C: Ich rufe Sie am Freitag um zehn an.", []),
    ("de", "C: Wir schlafen hier sehr gut.", []),
    ("en", "C: I'll call you on Friday at ten.", []),
    ("en", "A: We'll get back to you at some point.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_put_off_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.PUT_OFF, language, script) == expected
