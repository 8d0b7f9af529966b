"""Tradeoff: names the cost of what is recommended. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Damit sparen Sie Geld, aber die Schnittstelle fehlt Ihnen dann.", [{}]),
    ("de", "A: Der Haken ist, Sie müssen jeden Abend selbst dran denken.", [{}]),
    ("de", "A: Nachteil: Der Lüfter ist lauter als bei der alten.", [{}]),
    ("de", "A: nur dauert die lieferung dann neun wochen", [{}]),
    ("en", "A: The catch is that you'll have to empty it yourself.", [{}]),
    ("en", "A: It's cheaper, but you lose the warranty.", [{}]),
    ("en", "A: The downside is the noise at night.", [{}]),
    ("de", "A: Das Gerät wiegt zwölf Kilo.", []),
    ("de", "C: Der Haken ist, dass wir keine Zeit haben.", []),
    ("en", "A: It weighs twelve kilos.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_tradeoff_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.TRADEOFF, language, script) == expected
