"""Criterion: what the decision depends on, or who takes it. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Für uns zählt vor allem der Support.", [{}]),
    ("de", "C: Das muss der Betriebsrat freigeben.", [{}]),
    ("de", "C: Am wichtigsten ist mir, dass es leise ist.", [{}]),
    ("de", "A: Wer entscheidet das am Ende?\nC: Meine Chefin und der Kollege aus der Technik.", [{}]),
    ("en", "C: What matters most to us is a name on the end of a phone.", [{}]),
    ("en", "C: My finance director has the final say.", [{}]),
    ("en", "C: The board has to approve anything like this.", [{}]),
    ("de", "C: Mehr als zwei Tage haben wir nicht Zeit.", []),
    ("de", "C: Meine Frau lässt Sie grüßen.", []),
    ("en", "C: We open at nine.", []),
    ("en", "A: What matters most is the support.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_criterion_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.CRITERION, language, script) == expected
