"""Annotated files: the shipped ones, and what is wrong with others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.annotated import answer, read_annotated
from augenhoehe.understand.scoring import score

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "annotated"


def test_shipped_conversations_are_read_and_score() -> None:
    read = [read_annotated(path.read_bytes(), path.name) for path in sorted(EXAMPLES.glob("*.json"))]
    assert len(read) == 4
    assert sum(len(each.marked) for each in read) == 100
    assert sorted(str(each.conversation.language) for each in read) == ["de", "de", "en", "en"]
    assert score(answer(each) for each in read).micro.f1 >= 0.6


def whole() -> dict[str, object]:
    return json.loads((EXAMPLES / "kuechenplanung.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"findings": None}, "understand.annotated.no_findings"),
        ({"findings": [{"turn": 1, "kind": "praise", "quote": "Schön"}]}, "understand.annotated.unreadable"),
        ({"findings": [{"turn": 1, "kind": "wish"}]}, "understand.annotated.unreadable"),
        ({"findings": [{"turn": 1, "kind": "wish", "quote": "steht da nicht"}]}, "understand.annotated.no_such_quote"),
    ],
)
def test_wrong_annotation_is_named(change: dict[str, object], key: str) -> None:
    data = json.dumps({**whole(), **change}).encode()
    with pytest.raises(InputRefusedError) as refused:
        read_annotated(data, "k.json")
    assert refused.value.message.key == key
