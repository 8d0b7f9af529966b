"""Advice: recommends, or advises against. Rows are positive, boundary and near misses."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import of_kind

ROWS = [
    ("de", "A: Ich würde mit dem Basispaket anfangen.", [{"direction": "for"}]),
    ("de", "A: Das Modul würde ich an Ihrer Stelle weglassen.", [{"direction": "against"}]),
    ("de", "A: Von der großen Anlage rate ich Ihnen ab.", [{"direction": "against"}]),
    ("de", "A: nehmen sie lieber die kleine mit den tasten", [{"direction": "for"}]),
    ("en", "A: I'd start with the small one and see how it goes.", [{"direction": "for"}]),
    ("en", "A: I wouldn't buy new.", [{"direction": "against"}]),
    ("en", "A: My suggestion is that you wait until spring.", [{"direction": "for"}]),
    ("de", "A: Das Modul kostet neunhundert Euro im Jahr.", []),
    ("de", "A: Schauen Sie, da hinten kommt er.", []),
    ("de", "C: Ich würde mit dem Basispaket anfangen.", []),
    ("en", "A: The module has three parts.", []),
]


@pytest.mark.parametrize(("language", "script", "expected"), ROWS)
def test_advice_is_found_where_it_is_said_and_not_where_it_is_not(
    language: str, script: str, expected: list[dict[str, object]]
) -> None:
    assert of_kind(Kind.ADVICE, language, script) == expected
