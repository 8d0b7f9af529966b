"""Problem: a present pain. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "C: Die Auswertung dauert jedes Mal zwei Tage, und am Ende fehlen trotzdem Zahlen.", [{}]),
    ("de", "C: Wir kommen mit den Reklamationen nicht mehr hinterher.", [{}]),
    ("de", "A: Was stört Sie daran am meisten?\nC: dass ich jeden abend bis acht sitze und die zettel abtippe", [{}]),
    ("de", "C: Keiner weiß, welche Fassung die richtige ist.", [{}]),
    ("en", "C: We keep losing orders because nobody answers the phone.", [{}]),
    ("en", "C: It takes us three days every month to close the books.", [{}]),
    ("en", "A: What's not working at the moment?\nC: The heating cuts out and the rooms are freezing by noon.", [{}]),
    ("de", "C: Kein Problem, das passt mir gut.", []),
    ("de", "C: Die Lieferung kam am Dienstag.", []),
    ("de", "A: Das Problem ist, dass wir keine Leute finden.", []),
    ("en", "C: No problem, Tuesday works.", []),
    ("en", "C: We are forty people in two offices.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_problem_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.PROBLEM, language, script) == expected
