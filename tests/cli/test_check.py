"""`augenhoehe check`: what a file is, whether it can be used, and where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize(
    ("file", "sort"),
    [
        ("catalogues/pruefstand.toml", "catalogue"),
        ("catalogues/office-move.toml", "catalogue"),
        ("pruefstand/case.json", "case"),
        ("office-move/case.json", "case"),
        ("pruefstand/erstgespraech.vtt", "conversation"),
        ("pruefstand/nachfassen.eml", "conversation"),
        ("office-move/call.txt", "conversation"),
        ("kurz/whatsapp-hofladen.txt", "conversation"),
        ("kurz/drei-zeilen.txt", "conversation"),
    ],
)
def test_every_example_can_be_used(call: Callable, file: str, sort: str) -> None:
    called = call("check", str(EXAMPLES / file), "--format", "json")
    checked = json.loads(called.out)
    assert (called.status, checked["sort"], checked["usable"], checked["errors"]) == (0, sort, True, [])


def test_every_mistake_of_a_catalogue_has_a_line_of_its_own(call: Callable, tmp_path: Path) -> None:
    path = tmp_path / "angebote.toml"
    path.write_text(
        'schema = "augenhoehe.catalogue/1"\nname = "Probe"\ncurrency = "EUR"\n'
        '[[need]]\nid = "ruhe"\nname = "Ruhe"\n'
        '[[offer]]\nid = "a"\ntitle = "A"\nprice = -5\nserves = [{need = "ruhe", quality = 101}]\n',
        encoding="utf-8",
    )
    called = call("check", str(path))
    mistakes = [line for line in called.out.splitlines() if line.startswith("✗ ")]
    assert called.status == 2
    assert called.out.splitlines()[-1] == "So nicht zu verwenden."
    assert len(mistakes) >= 2
    assert all("angebote.toml" in each for each in mistakes)


def test_a_table_of_turns_is_a_conversation_and_a_table_of_offers_is_not(call: Callable, tmp_path: Path) -> None:
    turns, offers = tmp_path / "turns.csv", tmp_path / "offers.csv"
    turns.write_text("speaker,text\nInes,Guten Tag.\nPaul,Guten Tag.\n", encoding="utf-8")
    offers.write_text("id,title,price\na,Angebot A,100\n", encoding="utf-8")
    sorts = [json.loads(call("check", str(path), "--format", "json").out)["sort"] for path in (turns, offers)]
    assert sorts == ["conversation", "catalogue"]


def test_what_it_is_meant_to_be_can_be_said(call: Callable, talk: Path) -> None:
    called = call("check", str(talk), "--as", "catalogue", "--lang", "en")
    assert called.status == 2
    assert called.out.splitlines()[0] == "talk.txt: catalogue"


def test_a_case_with_a_quote_nobody_said_is_refused(call: Callable, talk: Path) -> None:
    (talk.parent / "case.toml").write_text(
        'schema = "augenhoehe.case/1"\n[[conversations]]\nfile = "talk.txt"\n'
        '[[conversations.findings]]\nkind = "wish"\nquote = "Ich will alles."\n',
        encoding="utf-8",
    )
    called = call("check", str(talk.parent / "case.toml"))
    assert called.status == 2
    assert called.out.splitlines()[1] == (
        "✗ case.toml, Feld conversations[1].findings[1].quote: "
        "Diese Worte stehen so nicht im Gespräch: „Ich will alles.“"
    )
