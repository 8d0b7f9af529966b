"""Scenes keep to their format, and there are enough of each rarer kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from augenhoehe.understand.findings import Kind
from training.corpus import counts_of_scenes
from training.scenes import FOLDER, read_scenes, scenes
from training.talks import TalkError

HEAD = "---\nid: probe\nlang: de\nkind: refusal\nhand: t\n---\n\n"
RARER = frozenset(Kind) - {
    Kind.QUESTION, Kind.PROMISE, Kind.CANDOUR, Kind.OBJECTION, Kind.ADVICE, Kind.EXPERIENCE, Kind.TRADEOFF,
}  # fmt: skip


def probe(folder: Path, body: str, head: str = HEAD) -> list[dict[str, object]]:
    path = folder / "probe.scenes"
    path.write_text(head + body, encoding="utf-8")
    return read_scenes(path)


def test_a_scene_is_an_annotated_conversation(tmp_path: Path) -> None:
    (scene,) = probe(tmp_path, "@ Dach, Telefon\nC> {question:open|Wer zahlt?}\nA> {refusal|Ich nicht}, danke.\n")
    assert scene == {
        "id": "probe-001", "lang": "de", "kind": "refusal", "hand": "t", "about": "Dach, Telefon",
        "turns": [
            {"id": 1, "speaker": "C", "role": "customer", "text": "Wer zahlt?"},
            {"id": 2, "speaker": "A", "role": "adviser", "text": "Ich nicht, danke."},
        ],
        "findings": [
            {"turn": 1, "kind": "question", "quote": "Wer zahlt?", "attrs": {"form": "open"}},
            {"turn": 2, "kind": "refusal", "quote": "Ich nicht", "attrs": {}},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("C> Wer zahlt?\n", "probe.scenes:8: a turn before the first line with @"),
        ("@ Dach\n@ Keller\nA> Ja.\n", "probe.scenes:8: a scene without turns"),
        ("@ Dach\nX> Ja.\n", "probe.scenes:9: a turn starts with"),
        ("@ Dach\nC> {refusal|Nein}.\n", "probe.scenes:9: refusal cannot be said by customer"),
        ("@ Dach\nA> {refusal|Nein.\n", "probe.scenes:9: refusal is opened and never closed"),
    ],
)
def test_what_does_not_keep_to_the_format_is_refused_with_its_line(tmp_path: Path, body: str, says: str) -> None:
    with pytest.raises(TalkError, match=says):
        probe(tmp_path, body)


@pytest.mark.parametrize("head", [HEAD.replace("probe", "other"), HEAD.replace("refusal", "noise"), "id: x\n"])
def test_a_wrong_head_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(TalkError, match="probe"):
        probe(tmp_path, "@ Dach\nA> Ja.\n", head)


def test_every_rarer_kind_has_a_hundred_and_fifty_scenes_or_more() -> None:
    about = Counter(scene["kind"] for scene in scenes(FOLDER))
    assert {kind.value: about[kind.value] for kind in RARER if about[kind.value] < 150} == {}


def test_counts_tell_what_there_is(tmp_path: Path) -> None:
    assert counts_of_scenes(probe(tmp_path, "@ Dach\nA> {refusal|Nein}.\n\n@ Bad\nA> Ja.\n")) == {
        "scenes": 2, "turns": 2, "about": {"refusal de": 2}, "kinds": {"refusal": 1},
    }  # fmt: skip
