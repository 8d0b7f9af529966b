"""`augenhoehe read`: the same reading in four forms, and one sentence for what cannot be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

ADVISER = ("--adviser", "Ines Sander")


def test_json_holds_turns_and_findings_with_their_places(call: Callable, talk: Path) -> None:
    called = call("read", str(talk), *ADVISER, "--format", "json")
    reading = json.loads(called.out)
    texts = {turn["id"]: turn["text"] for turn in reading["conversation"]["turns"]}
    assert (called.status, called.err) == (0, "")
    assert reading["schema"] == "augenhoehe.reading/1"
    assert len(texts) == 5
    assert reading["findings"] != []
    assert [f for f in reading["findings"] if texts[f["turn"]][f["start"] : f["end"]] != f["quote"]] == []


def test_equal_calls_give_equal_bytes(call: Callable, talk: Path) -> None:
    outputs = {call("read", str(talk), *ADVISER, "--format", form).out for form in ["json"] * 3}
    assert len(outputs) == 1
    assert next(iter(outputs)).endswith("}\n")


def test_standard_input_is_read_for_a_dash(call: Callable, talk: Path) -> None:
    piped = json.loads(call("read", "-", "--format", "json", *ADVISER, given=talk.read_bytes()).out)
    named = json.loads(call("read", str(talk), "--format", "json", *ADVISER).out)
    assert piped["findings"] == named["findings"]


def test_text_shows_the_script_then_what_follows(call: Callable, talk: Path) -> None:
    out = call("read", str(talk), *ADVISER).out
    titles = re.findall(r"^(\S.*?) ─+$", out, re.MULTILINE)
    assert titles == [
        "Das Gespräch",
        "Was der Kunde will",
        "Was der Kunde braucht",
        "In welchem Rahmen",
        "Woran der Kunde entscheidet",
        "Was offen geblieben ist",
        "Wie gesprochen wurde",
        "Was als Nächstes zu fragen ist",
    ]
    assert "[Ich hätte gern das Reporting-Modul." in out
    assert max(map(len, out.splitlines())) <= 88


def test_brief_leaves_the_script_out(call: Callable, talk: Path) -> None:
    out = call("read", str(talk), *ADVISER, "--brief").out
    assert "Das Gespräch ─" not in out
    assert "Was der Kunde will ─" in out


def test_wide_output_sets_wish_and_need_side_by_side(
    call: Callable, talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    out = call("read", str(talk), *ADVISER, "--brief").out
    assert re.search(r"^Was der Kunde will ─+ +Was der Kunde braucht ─+$", out, re.MULTILINE)


def test_english_voice_for_a_german_talk(call: Callable, talk: Path) -> None:
    out = call("read", str(talk), *ADVISER, "--lang", "en").out
    assert "What the customer wants ─" in out
    assert "[Ich hätte gern das Reporting-Modul." in out


class Page(HTMLParser):
    """What a page asks for from outside, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.marked: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name == "src" or (name == "href" and tag == "link")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_page_stands_alone_and_keeps_every_word(call: Callable, talk: Path) -> None:
    page = Page()
    page.feed(call("read", str(talk), *ADVISER, "--format", "html").out)
    words = "".join(page.text)
    assert (page.fetched, "script" in page.tags) == ([], False)
    assert "mark" in page.tags
    for line in talk.read_text(encoding="utf-8").splitlines():
        assert line.partition(": ")[2] in words


def test_words_of_a_talk_are_never_markup(call: Callable, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Ines: <script>alert(1)</script> & *Sterne*\nPaul: \x1b[31mIch hätte gern <b>das</b>.\n")
    page = Page()
    page.feed(call("read", str(path), "--format", "html").out)
    assert ("script" in page.tags, "b" in page.tags) == (False, True)
    assert "<script>alert(1)</script> & *Sterne*" in "".join(page.text)
    assert "\x1b" not in call("read", str(path)).out
    assert r"\<script\>alert(1)\</script\> & \*Sterne\*" in call("read", str(path), "--format", "md").out


def test_markdown_lists_findings_below_their_turn(call: Callable, talk: Path) -> None:
    out = call("read", str(talk), *ADVISER, "--format", "md").out
    assert out.startswith("# ")
    assert re.search(r"\*\*Paul Reuter\*\*: Ich hätte gern das Reporting-Modul\..*\n\n- \*Wunsch\*, \d+\u00a0%: „", out)


def test_catalogue_gives_needs_their_names(call: Callable, tmp_path: Path) -> None:
    """Paul: Der Monatsabschluss dauert jedes Mal zwei Tage, das ist mein größtes Problem."""
    path = tmp_path / "talk.txt"
    path.write_text(
        "Ines: Was plagt Sie am meisten?\n"
        "Paul: Der Monatsabschluss dauert jedes Mal zwei Tage, das ist mein größtes Problem.\n",
        encoding="utf-8",
    )
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(
        'schema = "augenhoehe.catalogue/1"\nname = "Probe"\ncurrency = "EUR"\n'
        '[[need]]\nid = "abschluss"\nname = {de = "Schneller abschließen", en = "Close faster"}\n'
        'signs = ["Monatsabschluss"]\n'
        '[[offer]]\nid = "modul"\ntitle = "Modul"\nprice = 100\nserves = [{need = "abschluss", quality = 100}]\n',
        encoding="utf-8",
    )
    arguments = ["read", str(path), "--adviser", "Ines", "--catalogue", str(catalogue), "--format", "json"]
    german, english = (json.loads(call(*arguments, "--lang", each).out)["needs"] for each in ("de", "en"))
    assert [(need["named"], need["need"]) for need in german] == [("abschluss", "Schneller abschließen")]
    assert [need["need"] for need in english] == ["Close faster"]


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "leer.txt"), (b"\x00\x01\x02" * 500, "bild.txt"), (b"PK\x03\x04kaputt", "talk.docx")],
)
def test_what_cannot_be_read_is_one_sentence(call: Callable, tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    called = call("read", str(path))
    assert (called.status, called.out) == (2, "")
    assert called.err.count("\n") == 1
    assert name in called.err
    assert "Traceback" not in called.err


def test_missing_file_and_folder_are_one_sentence(call: Callable, tmp_path: Path) -> None:
    missing, folder = call("read", str(tmp_path / "nein.vtt")), call("read", str(tmp_path), "--address", "du")
    assert (missing.status, missing.out) == (2, "")
    assert missing.err == f"Die Datei {tmp_path}/nein.vtt gibt es nicht. Bitte prüfen Sie den Pfad.\n"
    assert folder.err == f"{tmp_path} ist ein Ordner. Bitte nenn eine Datei daraus.\n"


def test_a_proposed_side_says_so_with_its_reason_and_an_open_one_claims_nothing(call: Callable, tmp_path: Path) -> None:
    proposed, open_talk = tmp_path / "proposed.txt", tmp_path / "open.txt"
    proposed.write_text("Anna: Das schicke ich Ihnen.\nJan: Was kostet das?\n", encoding="utf-8")
    open_talk.write_text("Anna: Mhm.\nJan: Ja.\nAnna: Mhm.\n", encoding="utf-8")
    told = [call("read", str(path), "--brief").out.splitlines() for path in (proposed, open_talk)]
    assert told[0][2:4] == [
        "Anna: vermutlich Beratung – „schicke ich Ihnen“ klingt nach jemandem, der berät oder",
        "  anbietet.",
    ]
    assert told[1][2] == "Anna: Seite unbekannt – Aus den Worten geht es nicht hervor."
