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


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_folder_without_conversations_is_refused(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["score", name, "--lang", "de"]) == 2
    assert name in capfd.readouterr().err
