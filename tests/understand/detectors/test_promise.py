"""Promise: the speaker's side commits to a deed. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ich schicke Ihnen das bis Freitag.", [{"due": "bis Freitag"}]),
    ("de", "C: Ich kläre das mit meinem Chef und melde mich.", [{"due": None}]),
    ("de", "A: Am Montag haben Sie die Unterlagen von mir im Kasten.", [{"due": "Am Montag"}]),
    ("de", "A: das haben sie morgen früh auf dem tisch", [{"due": "morgen früh"}]),
    ("en", "A: I'll send you the quote by Thursday.", [{"due": "by Thursday"}]),
    ("en", "C: I'll check with my boss.", [{"due": None}]),
    ("en", "A: You'll have the drawings tomorrow morning.", [{"due": "tomorrow morning"}]),
    ("de", "A: Das könnten wir machen.", []),
    ("de", "A: Da müsste man mal nachschauen.", []),
    ("de", "A: Am Preis mache ich nichts.", []),
    ("de", "C: Ich mache das jeden Freitag von Hand.", []),
    ("en", "A: We could do that, maybe.", []),
    ("en", "A: I'll be honest with you.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_promise_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.PROMISE, language, script) == expected
