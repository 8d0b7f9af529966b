"""Wish: a request for a thing. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Ich hätte gern das Reporting-Modul für drei Plätze.", [{}]),
    ("de", "C: Wir suchen jemanden, der uns die Website pflegt.", [{}]),
    ("de", "C: Schicken Sie mir bitte ein Angebot mit zwei Varianten.", [{}]),
    ("de", "A: Welche Variante soll es denn sein?\nC: wir brauchen zwei von den großen mit dem breiten tisch", [{}]),
    ("en", "C: We'd like a quote for the premium package, please.", [{}]),
    ("en", "C: I want someone on the phone at weekends.", [{}]),
    ("en", "C: Could you send us the drawings as well?", [{}]),
    ("de", "C: Wir wollen die Durchlaufzeit halbieren.", []),
    ("de", "C: Ich hätte nie gedacht, dass es so schnell geht.", []),
    ("de", "A: Ich hätte gern noch einen Kaffee.", []),
    ("en", "C: I want to be honest with you.", []),
    ("en", "C: The weather was lovely on Sunday.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_wish_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.WISH, language, script) == expected
