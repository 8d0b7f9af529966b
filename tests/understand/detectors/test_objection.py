"""Objection: doubt about the proposal or the adviser. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ich würde mit dem Basispaket anfangen.\nC: Ob uns das wirklich Zeit spart, weiß ich nicht.", [{}]),
    ("de", "A: Nehmen Sie lieber die kleine Anlage.\nC: Aber die kleine schafft doch unsere Mengen gar nicht.", [{}]),
    ("de", "C: Das ist mir viel zu teuer für ein bisschen Software.", [{}]),
    ("de", "A: Damit sparen Sie drei Stunden in der Woche.\nC: Das sagen sie alle.", [{}]),
    ("en", "A: I'd start with the smaller system.\nC: I'm not convinced that will be enough for us.", [{}]),
    ("en", "C: My people will never use that.", [{}]),
    ("en", "A: I'd share the machine with your neighbour.\nC: But then we're stuck whenever they need it.", [{}]),
    ("de", "C: Aber gern, kommen Sie rein.", []),
    ("de", "A: Ich würde warten.\nC: Ja, das klingt vernünftig.", []),
    ("en", "A: I'd wait until spring.\nC: Yes, that sounds sensible.", []),
    ("en", "A: I'm not convinced by that.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_objection_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.OBJECTION, language, script) == expected
