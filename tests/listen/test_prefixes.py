"""Names before colons, and words that are none."""

from __future__ import annotations

import pytest

from augenhoehe.listen.prefixes import looks_like_name, named_in, sounds_like_label, speakers, split


@pytest.mark.parametrize(
    "name",
    [
        "Anna", "Anna Berg", "Berg, Anna", "Dr. Anna Berg", "Frau von der Leyen", "Sprecher 1",
        "SPEAKER_00", "Speaker A", "Anna Berg (Gast)", "J. Kolb", "Anna-Lena O'Neill", "Kunde", "ich", "Ömer Şahin",
        "Berg | Kolb AG", "Jung",
    ],
)  # fmt: skip
def test_names(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "Achtung", "Ort", "Nächster Schritt", "Ich sage mal", "Und dann", "mein Vorschlag wäre", "12", "PS",
        "Das Wichtigste", "Ja, klar, gern", "Wir haben gesagt. Also", "Meine Empfehlung", "Betreff",
    ],
)  # fmt: skip
def test_no_names(words: str) -> None:
    assert not looks_like_name(words)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna: ja", "Anna"),
        ("Anna:", "Anna"),
        ("[Anna] : ja", "Anna"),
        ("- Anna: ja", "Anna"),
        ("https://x.example", None),
        ("10:30 geht", None),
        ("ganz ohne", None),
        (": nichts davor", None),
        ("x" * 100 + ": zu lang", None),
    ],
)
def test_split(line: str, name: str | None) -> None:
    found = split(line)
    assert (found.name if found else None) == name


def test_words_that_end_as_matters_do() -> None:
    words = ("Grundregel", "Empfehlung", "Lieferplan", "Gisela", "Regel", "Anna Jung")
    assert [word for word in words if sounds_like_label(word)] == ["Grundregel", "Empfehlung", "Lieferplan", "Regel"]


def test_a_surname_that_ends_as_a_matter_does_is_a_speaker_when_written_again() -> None:
    lines = ["Jung: a", "Grundsatz: nie ohne Test", "Kolb: b", "Jung: c", "Kolb: d"]
    assert speakers([split(line) for line in lines]) == {"Jung", "Kolb"}


def test_names_that_are_written_again_are_speakers_among_continued_lines() -> None:
    lines = ["Anna: a", "weiter", "weiter", "Jan: b", "weiter", "Anna: c", "Jan: d", "Nebenbei: e", "weiter"]
    assert speakers([split(line) for line in lines]) == {"Anna", "Jan"}


def test_nobody_is_a_speaker_where_one_line_of_many_has_a_colon() -> None:
    assert speakers([split(line) for line in ["Ich fange an", "Achtung: das ist wichtig", "und weiter"]]) == frozenset()


def test_people_of_a_list() -> None:
    assert list(named_in("Anna Berg, Jan Kolb (Gast); alle anderen\n- Gisela")) == ["Anna Berg", "Jan Kolb", "Gisela"]
