"""Constraint: a limit any solution must respect. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Mehr als 20.000 Euro sind nicht drin.", [{"type": "budget"}]),
    ("de", "C: Das muss bis Ende März laufen, da kommt die Prüfung.", [{"type": "deadline"}]),
    ("de", "C: Ich habe keinen, der das bedienen kann.", [{"type": "people"}]),
    ("de", "C: Die Rechner hängen nicht am Netz, das muss ohne Internet laufen.", [{"type": "technical"}]),
    ("de", "C: Wegen Datenschutz dürfen die Namen nicht nach draußen.", [{"type": "legal"}]),
    ("en", "C: We can't spend more than twelve thousand pounds, that is the budget.", [{"type": "budget"}]),
    ("en", "C: It has to be up and running before the audit in March.", [{"type": "deadline"}]),
    ("en", "C: It's a listed building, so planning permission is needed for everything.", [{"type": "legal"}]),
    ("de", "C: Uns ist vor allem der Service wichtig.", []),
    ("de", "C: Wir sind zwanzig Leute an zwei Standorten.", []),
    ("en", "C: We'd prefer the blue one.", []),
    ("en", "A: That is above our budget.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_constraint_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.CONSTRAINT, language, script) == expected
