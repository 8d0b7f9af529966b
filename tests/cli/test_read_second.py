"""`augenhoehe read --engine`: a language model reads along where it is asked to, and nobody is asked otherwise."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

import language_models as models

ADVISER = ("--adviser", "Ines Sander")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("AUGENHOEHE_ENGINE_KEY", raising=False)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_proposals_of_the_model_say_whose_they_are(call: Callable, talk: Path, form: str) -> None:
    said = {"turn": 4, "quote": "am Wochenende keiner mehr arbeiten muss", "kind": "criterion", "detail": ""}
    with models.serving(models.says(json.dumps({"findings": [said]}))) as server:
        called = call("read", str(talk), *ADVISER, "--engine", server.address, "--model", "klein", "--format", form)
    assert (called.status, called.err) == (0, "")
    assert "Was das Sprachmodell klein dazu sagt" in called.out
    assert "Kriterium" in called.out
    assert called.out.count("Sprachmodell") >= 3


def test_equal_calls_ask_once_and_give_equal_bytes(call: Callable, talk: Path, tmp_path: Path) -> None:
    asked = ("read", str(talk), *ADVISER, "--model", "regel", "--format", "json")
    with models.serving(models.by_rule) as server:
        outputs = {call(*asked, "--engine", server.address).out for _ in range(3)}
    assert (len(outputs), len(server.asked)) == (1, 1)
    assert json.loads(outputs.pop())["second_reading"]["model"] == "regel"
    (kept,) = (tmp_path / "home" / "language-model").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_key_comes_from_the_environment(call: Callable, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_ENGINE_KEY", "s3cret")
    with models.serving(models.by_rule) as server:
        call("read", str(talk), "--engine", server.address, "--model", "regel", "--brief")
    assert server.asked[0][0]["Authorization"] == "Bearer s3cret"


def test_nothing_is_asked_without_an_engine(call: Callable, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> None:
        raise AssertionError("somebody was called")

    monkeypatch.setattr(socket.socket, "connect", nobody)
    assert call("read", str(talk), *ADVISER, "--format", "json").status == 0
    leaves = call("read", str(talk), *ADVISER, "--what-leaves", "--hide", "Reporting-Modul")
    assert leaves.status == 0
    assert "1 adviser: Guten Tag, Herr [name2]. Wie läuft der Monatsabschluss heute?" in leaves.out
    assert "Ich hätte gern das [name3]" in leaves.out


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (models.refuses(401), "Der Dienst verlangt einen Schlüssel, und es ist keiner hinterlegt.\n"),
        (
            models.says("Gern!"),
            "Das Sprachmodell hat nicht in der verlangten Form (JSON) geantwortet. Übernommen wurde nichts; "
            "ein größeres Modell kann das meist.\n",
        ),
    ],
)
def test_failure_is_one_sentence_and_no_half_answer(
    call: Callable, talk: Path, tmp_path: Path, answer: models.Answering, sentence: str
) -> None:
    with models.serving(answer) as server:
        called = call("read", str(talk), "--engine", server.address, "--model", "klein")
    assert (called.status, called.out, called.err) == (2, "", sentence)
    assert not (tmp_path / "home" / "language-model").exists()


def test_engine_needs_the_name_of_a_model(call: Callable, talk: Path) -> None:
    called = call("read", str(talk), "--engine", "http://127.0.0.1:9/v1")
    assert (called.status, called.err) == (2, "Hier fehlt der Name des Modells.\n")
