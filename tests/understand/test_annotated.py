"""Annotated files: the shipped ones, and what is wrong with others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.understand.annotated import answer, given, read_annotated
from augenhoehe.understand.scoring import score
from augenhoehe.understand.structure import Structure, Want

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


FOOT = {
    "wants": [{"what": "Inselküche", "turns": [2, 2], "mirrored": True, "reason_known": False}],
    "needs": [{"need": "Platz", "turns": [4], "stated": False}],
    "unanswered": [5],
    "answered_without_asking": [],
}


def test_the_structure_is_read_where_it_is_noted() -> None:
    one = read_annotated(json.dumps({**whole(), **FOOT, "form": "asr"}).encode(), "k.json")
    assert one.structure == Structure((Want("Inselküche", (2,), True, False),), (("Platz", (4,)),), (5,), ())
    assert one.raw


def test_a_file_without_any_structure_notes_none() -> None:
    empty = {name: [] for name in FOOT}
    assert read_annotated(json.dumps({**whole(), **empty}).encode(), "k.json").structure is None


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"wants": [{"what": "Insel", "turns": [2]}]}, "wants"),
        ({"wants": ["Insel"]}, "wants"),
        ({"needs": [{"need": "Platz", "turns": "vier"}]}, "needs"),
        ({"unanswered": [None]}, "unanswered"),
        ({"answered_without_asking": 7}, "answered_without_asking"),
    ],
)
def test_structure_that_cannot_be_read_is_named(change: dict[str, object], part: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        read_annotated(json.dumps({**whole(), **change}).encode(), "k.json")
    assert refused.value.message == Message.of("understand.annotated.structure", name="k.json", part=part)


def test_marks_become_findings_in_their_order() -> None:
    one = read_annotated((EXAMPLES / "kuechenplanung.json").read_bytes(), "k.json")
    findings = given(one)
    places = [(finding.evidence.turn.id, finding.evidence.start) for finding in findings]
    assert places == sorted(places)
    assert len(findings) == len(one.marked)
    assert [finding.id for finding in findings] == [f"f{number}" for number in range(1, len(findings) + 1)]
