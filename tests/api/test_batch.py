"""A batch reads each conversation as it would be read alone, whoever reads it and whatever lies beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from augenhoehe.api import read, to_json
from augenhoehe.api.batch import Manner, cores, read_all
from augenhoehe.wording.saying import Address, Voice

TALKS = {
    "a.txt": "Ines Sander: Wie läuft der Abschluss heute?\nPaul Reuter: Der dauert jedes Mal zwei Tage.\n",
    "b.txt": "Ines Sander: Was fehlt Ihnen?\nPaul Reuter: Ich hätte gern das Reporting-Modul.\n",
    "c.txt": "Ines Sander: Ich schicke Ihnen bis Freitag einen Vorschlag.\nPaul Reuter: Das ist zu teuer.\n",
}
MANNER = Manner(advisers=("Ines Sander",))


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    for name, text in TALKS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in TALKS]


def test_each_line_is_the_reading_of_its_conversation_alone(names: list[str]) -> None:
    alone = [to_json(read(Path(name).read_bytes(), Path(name).name, advisers=("Ines Sander",))) for name in names]
    assert [json.loads(line.reading or "") for line in read_all(names, MANNER, workers=1)] == alone


def test_number_of_workers_changes_neither_result_nor_order(names: list[str]) -> None:
    several = [*names, *reversed(names)]
    one, two = (list(read_all(several, MANNER, workers=count)) for count in (1, 2))
    assert [line.name for line in two] == several
    assert two == one


def test_what_cannot_be_used_is_a_line_in_its_place(names: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "leer.txt"
    empty.write_bytes(b"")
    lines = list(read_all([names[0], str(empty), names[1]], MANNER, workers=1))
    assert [line.refusal is None for line in lines] == [True, False, True]
    assert [line.reading is None for line in lines] == [False, True, False]


def test_sentences_are_in_the_voice(names: list[str]) -> None:
    (line,) = read_all(names[:1], Manner(voice=Voice("en", Address.SIE)), workers=1)
    assert json.loads(line.reading or "")["voice"]["language"] == "en"


def test_no_names_are_no_lines() -> None:
    assert list(read_all([])) == []


def test_there_is_a_core_to_read_on() -> None:
    assert cores() >= 1
