"""`augenhoehe score`: the table, the JSON, and folders that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from augenhoehe.cli.main import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "annotated"


def test_table_ends_with_the_figures_over_all(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["score", str(EXAMPLES), "--lang", "en"]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0].split() == ["Kind", "annotated", "found", "precision", "recall", "F1"]
    assert lines[-2].startswith("All findings")
    assert lines[-1].startswith("Mean over kinds")


def test_json_has_a_schema_and_the_same_counts(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["score", str(EXAMPLES), "--json"]) == 0
    result = json.loads(capfdbinary.readouterr().out)
    assert result["schema"] == "augenhoehe.score/1"
    assert result["micro"]["annotated"] == sum(kind["annotated"] for kind in result["kinds"].values())


TALK = {
    "id": "ofen",
    "lang": "de",
    "channel": "phone",
    "date": "2026-03-11",
    "form": "asr",
    "people": [{"name": "A", "role": "adviser"}, {"name": "K", "role": "customer"}],
    "turns": [
        {"id": 1, "speaker": "K", "role": "customer", "text": "Wir hätten gern den Ofen, weil der alte qualmt."},
        {"id": 2, "speaker": "A", "role": "adviser", "text": "Den schicke ich Ihnen bis Freitag."},
    ],
    "findings": [
        {"turn": 1, "kind": "wish", "quote": "Wir hätten gern den Ofen", "attrs": {}},
        {"turn": 2, "kind": "promise", "quote": "Den schicke ich Ihnen bis Freitag.", "attrs": {"due": "Bis  freitag"}},
    ],
    "wants": [{"what": "Ofen", "turns": [1], "mirrored": False, "reason_known": True}],
    "needs": [],
    "answered_without_asking": [],
    "unanswered": [],
}


def test_structure_is_scored_where_it_is_noted(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "ofen.json").write_text(json.dumps(TALK), encoding="utf-8")
    assert main(["score", str(tmp_path), "--json", "--given", "--stripped"]) == 0
    result = json.loads(capfdbinary.readouterr().out)
    assert result["structure"]["parts"]["wants"]["agreeing"] == 1
    assert result["structure"]["attrs"] == {"mirrored": {"right": 1, "of": 1}, "reason_known": {"right": 1, "of": 1}}
    assert result["attrs"]["promise.due"] == {"right": 1, "of": 1}
    assert sorted(result["groups"]) == ["de", "raw"]
    assert result["stripped"]["loss"] == round(result["micro"]["f1"] - result["stripped"]["micro"]["f1"], 4)


def test_table_shows_languages_raw_speech_and_the_loss(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "ofen.json").write_text(json.dumps(TALK), encoding="utf-8")
    assert main(["score", str(tmp_path), "--stripped", "--lang", "de"]) == 0
    table = capfdbinary.readouterr().out.decode()
    heads = (
        "Deutsch, ein Gespräch",
        "Rohe Spracherkennung, ein Gespräch",
        "Verlust ohne Satzzeichen",
        "Bedarf",
        "Gewünschtes",
    )
    assert [head for head in heads if head not in table] == []


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_folder_without_conversations_is_refused(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["score", name, "--lang", "de"]) == 2
    assert name in capfd.readouterr().err
