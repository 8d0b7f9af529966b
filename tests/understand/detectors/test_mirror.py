"""Mirror: gives back what the customer said. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    (
        "de",
        "C: Der Monatsabschluss kostet mich jedes Mal zwei volle Tage, und dann stimmt er nicht.\n"
        "A: Also der Monatsabschluss frisst Ihnen zwei Tage.",
        [{}],
    ),
    (
        "de",
        "C: Ich will nicht mehr jeden Abend bis acht hier sitzen.\n"
        "A: Ihnen geht es um Ihre Abende, habe ich das richtig verstanden?",
        [{}],
    ),
    (
        "de",
        "C: wir haben drei läden und in allen fehlt am ende das geld in der kasse\n"
        "A: das heißt in allen drei läden stimmt die kasse nicht",
        [{}],
    ),
    (
        "en",
        "C: I stand in that car park every Saturday waiting for a bus.\n"
        "A: So what bothers you is the waiting on a Saturday.",
        [{}],
    ),
    (
        "en",
        "C: We pay for gold service and we talk to a machine.\nA: It sounds like you feel left alone with it.",
        [{}],
    ),
    ("de", "A: Also unser Modul rechnet jetzt doppelt so schnell.", []),
    ("de", "C: Wir haben drei Läden.\nA: Ich würde im ersten Laden anfangen.", []),
    ("en", "C: We have three shops.\nA: I would start with one of the shops.", []),
    ("en", "C: I stand there every Saturday.\nA: Thank you for calling.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_mirror_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.MIRROR, language, script) == expected
