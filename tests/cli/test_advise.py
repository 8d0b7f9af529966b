"""`augenhoehe advise`: the sample cases get their advice, in every form."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASE = str(EXAMPLES / "pruefstand")
CATALOGUE = ("--catalogue", str(EXAMPLES / "catalogues" / "pruefstand.toml"))


def test_wished_is_left_out_and_needed_is_added(call: Callable) -> None:
    """The head of the test bench wishes four toolboxes; two serve no need he spoke of, two he needs were not wished."""
    advice = json.loads(call("advise", CASE, *CATALOGUE, "--format", "json").out)
    assert (advice["schema"], advice["status"], advice["proof"]["gap"]) == ("augenhoehe.advice/1", "best", 0)
    assert {part: [item["offer"] for item in advice[part]] for part in ("kept", "left_out", "added")} == {
        "kept": ["statistik", "bericht"],
        "left_out": ["simulation", "echtzeit"],
        "added": ["ordnung", "nachtwaechter"],
    }
    assert advice["price"] == {"amount": 10600, "currency": "EUR"}


def test_a_smaller_budget_is_kept(call: Callable) -> None:
    advice = json.loads(call("advise", CASE, *CATALOGUE, "--budget", "5000", "--format", "json").out)
    assert advice["price"]["amount"] <= 5000
    assert advice["compromises"] != []


def test_text_says_advice_proof_and_assumptions(call: Callable) -> None:
    out = call("advise", CASE, *CATALOGUE).out
    titles = [line.partition(" ─")[0] for line in out.splitlines() if line.endswith("───")]
    assert titles[:4] == [
        "Gewünscht und geraten",
        "Gewünscht, aber nicht geraten",
        "Nicht gewünscht, aber geraten",
        "Kompromisse und ihr Risiko",
    ]
    assert titles[-1] == "Annahmen"
    assert "Bewiesen am besten" in out
    assert "Erstgespräch, Beitrag 4, 00:27, Arne Holtkamp" in out


def test_record_comes_in_three_forms(call: Callable, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    page = call("advise", CASE, *CATALOGUE, "--format", "html", "--for", "customer").out
    notes = call("advise", CASE, *CATALOGUE, "--format", "md").out
    assert page.startswith("<!doctype html>")
    assert "Kettenwerk Antriebe GmbH" in page
    assert "Kettenwerk Antriebe GmbH" in notes


def test_folder_with_its_own_catalogue_needs_no_option(call: Callable, tmp_path: Path) -> None:
    folder = tmp_path / "fall"
    shutil.copytree(CASE, folder)
    shutil.copy(CATALOGUE[1], folder / "catalogue.toml")
    assert call("advise", str(folder), "--format", "json") == call("advise", CASE, *CATALOGUE, "--format", "json")


def test_conversations_alone_are_a_case(call: Callable) -> None:
    called = call(
        "advise",
        f"{CASE}/erstgespraech.vtt",
        f"{CASE}/nachfassen.eml",
        *("--adviser", "Lena Brandhorst"),
        *CATALOGUE,
        "--format",
        "json",
    )
    assert called.status == 0
    assert json.loads(called.out)["status"] == "best"


def test_critiques_are_limits_and_their_effect_is_named(call: Callable) -> None:
    out = " ".join(call("advise", CASE, *CATALOGUE, "--without", "nachtw", "--half-effort").out.split())
    effect = out.partition("Was diese Vorgaben ändern")[2].partition("Gewünscht")[0]
    assert "Nachtwächter" in effect.partition("Fällt weg:")[2].partition(".")[0]
    assert "Merken, wenn ein Dauerlauf abbricht" in effect.partition("Schlechter gedeckt:")[2]


def test_an_answer_changes_the_advice_and_its_words_are_the_evidence(call: Callable) -> None:
    words = "Ja, die Antriebe legen wir jede Woche neu aus."
    advice = json.loads(call("advise", CASE, *CATALOGUE, "--yes", "auslegung", words, "--format", "json").out)
    said = {one["need"]: [each["quote"] for each in one["evidence"]] for one in advice["compromises"]}
    assert said["auslegung"] == [words]
    assert "auslegung" not in [question["need"] for question in advice["next_questions"]]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([CASE], f"Die Datei {CASE}/catalogue.toml gibt es nicht. Bitte prüfen Sie den Pfad."),
        (
            [f"{CASE}/erstgespraech.vtt"],
            "Es fehlt der Katalog. Bitte nennen Sie ihn mit --catalogue DATEI.",
        ),
        (
            [CASE, *CATALOGUE, "--budget", "viel"],
            "viel ist kein Betrag. Gemeint ist etwas wie 12000 oder 12000,50.",
        ),
        (
            [CASE, *CATALOGUE, "--without", "Satellit"],
            "Im Katalog heißt nichts so: „Satellit“. Bitte den Titel eines Angebots nennen oder ein Wort daraus.",
        ),
        (
            [str(EXAMPLES / "kurz"), *CATALOGUE],
            f"Im Ordner {EXAMPLES / 'kurz'} liegt kein Fall (case.json, case.toml).",
        ),
        (
            [f"{CASE}/case.json", f"{CASE}/nachfassen.eml", *CATALOGUE],
            "case.json ist schon ein ganzer Fall und steht allein; weitere Gespräche gehören hinein.",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_one_sentence(call: Callable, arguments: list[str], sentence: str) -> None:
    called = call("advise", *arguments)
    assert (called.status, called.out, called.err) == (2, "", sentence + "\n")


def test_case_cannot_name_files_outside_of_its_folder(call: Callable, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Anna: geheim\n", encoding="utf-8")
    folder = tmp_path / "fall"
    folder.mkdir()
    (folder / "case.toml").write_text(
        'schema = "augenhoehe.case/1"\n[[conversations]]\nfile = "../secret.txt"\n', encoding="utf-8"
    )
    called = call("advise", str(folder), *CATALOGUE)
    assert called.status == 2
    assert called.err == f"../secret.txt liegt nicht in {folder}. Ein Fall nennt nur Dateien, die bei ihm liegen.\n"
