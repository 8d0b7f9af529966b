"""Question: asks for information. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Wie läuft das denn heute bei Ihnen?", [{"form": "open"}]),
    ("de", "A: Nutzen Sie das Modul schon?", [{"form": "closed"}]),
    ("de", "A: Soll es in der Cloud laufen oder lokal?", [{"form": "choice"}]),
    ("de", "A: Das wäre doch bestimmt eine Erleichterung für Sie, oder?", [{"form": "leading"}]),
    ("de", "A: was würde ihnen denn da fehlen", [{"form": "open"}]),
    ("de", "A: haben sie das schon einmal ausprobiert", [{"form": "closed"}]),
    ("de", "A: Mich würde interessieren, wie Sie das bisher machen.", [{"form": "open"}]),
    ("de", "C: Und der Preis?", [{"form": "open"}]),
    ("en", "A: What would you do with it?", [{"form": "open"}]),
    ("en", "A: Have you got somebody who can run it?", [{"form": "closed"}]),
    ("en", "A: Do you want to buy it or rent it?", [{"form": "choice"}]),
    ("en", "A: do you still want colm over there", [{"form": "closed"}]),
    ("de", "A: Hören Sie mich?", []),
    ("de", "A: Wie geht es Ihnen?", []),
    ("de", "A: Das Kärtchen ist laminiert.\nC: Laminiert?", []),
    ("de", "A: dann ist das so am besten", []),
    ("de", "C: Können Sie am Preis noch was machen?", []),
    ("en", "A: Can you hear me?", []),
    ("en", "A: How are you?", []),
    ("en", "C: Could you send us the brochure?", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_question_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.QUESTION, language, script) == expected
