"""Scripts in plain text, in the layouts people and programs write."""

from __future__ import annotations

import pytest

from listen.shapes import read_text, said, timed

LAYOUTS = {
    "names": "Anna Berg: Hallo Jan.\nJan Kolb: Hallo.\nAnna Berg: Gut.",
    "names_and_blank_lines": "Anna Berg: Hallo Jan.\n\nJan Kolb: Hallo.\n\nAnna Berg: Gut.",
    "names_alone": "Anna Berg:\nHallo Jan.\nJan Kolb:\nHallo.\nAnna Berg:\nGut.",
    "time_name": "[00:12] Anna Berg: Hallo Jan.\n[00:15] Jan Kolb: Hallo.\n[00:20] Anna Berg: Gut.",
    "long_time_name": "[00:00:12] Anna Berg: Hallo Jan.\n[00:00:15] Jan Kolb: Hallo.\n[00:00:20] Anna Berg: Gut.",
    "bare_time_name": "00:12 Anna Berg: Hallo Jan.\n00:15 Jan Kolb: Hallo.\n00:20 Anna Berg: Gut.",
    "time_dash_name": "00:00:12 - Anna Berg: Hallo Jan.\n00:00:15 - Jan Kolb: Hallo.\n00:00:20 - Anna Berg: Gut.",
    "time_name_above": "[00:12] Anna Berg\nHallo Jan.\n\n[00:15] Jan Kolb\nHallo.\n\n[00:20] Anna Berg\nGut.",
    "name_time_above": "Anna Berg   0:12\nHallo Jan.\n\nJan Kolb   0:15\nHallo.\n\nAnna Berg   0:20\nGut.",
    "name_time_in_brackets": "Anna Berg (00:12): Hallo Jan.\nJan Kolb (00:15): Hallo.\nAnna Berg (00:20): Gut.",
    "name_time_square_above": "Anna Berg [00:12]\nHallo Jan.\nJan Kolb [00:15]\nHallo.\nAnna Berg [00:20]\nGut.",
    "span_above": "0:0:12.0 --> 0:0:14.0\nAnna Berg\nHallo Jan.\n0:0:15.0 --> 0:0:16.0\nJan Kolb\nHallo.\n"
    "0:0:20.0 --> 0:0:21.0\nAnna Berg\nGut.",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str) -> None:
    assert said(read_text(LAYOUTS[layout], format="text")) == [
        ("Anna Berg", "Hallo Jan."),
        ("Jan Kolb", "Hallo."),
        ("Anna Berg", "Gut."),
    ]


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "time" in name or "span" in name])
def test_layout_has_times(layout: str) -> None:
    starts = [start for _, start, _, _ in timed(read_text(LAYOUTS[layout], format="text"))]
    assert starts == [12.0, 15.0, 20.0]


@pytest.mark.parametrize(
    "names", [("Sprecher 1", "Sprecher 2"), ("Speaker A", "Speaker B"), ("ich", "kolb"), ("K", "B")]
)
def test_labels_instead_of_names(names: tuple[str, str]) -> None:
    first, second = names
    text = "\n".join(f"{name}: Satz {number}" for number, name in enumerate([first, second] * 3))
    assert [speaker for speaker, _ in said(read_text(text))] == [first, second] * 3


def test_a_warning_in_a_long_turn_is_no_speaker() -> None:
    """Anna Berg: Ich erkläre das.
    Achtung: das ist wichtig.
    Jan Kolb: Gut.
    Anna Berg: Ort: Halle 3."""
    text = "Anna Berg: Ich erkläre das.\nAchtung: das ist wichtig.\nJan Kolb: Gut.\nAnna Berg: Ort: Halle 3."
    assert said(read_text(text)) == [
        ("Anna Berg", "Ich erkläre das.\nAchtung: das ist wichtig."),
        ("Jan Kolb", "Gut."),
        ("Anna Berg", "Ort: Halle 3."),
    ]


def test_mails_in_a_script_keep_their_paragraphs() -> None:
    text = (
        "Des Rourke: Imogen,\n\nit went down again.\n\nEtwas Kniffliges: der Samstag.\n\nDes\n\n"
        "Imogen Tarr: Des,\n\nyou are right.\n\nDes Rourke: Fine.\n\nImogen Tarr: Good."
    )
    assert said(read_text(text)) == [
        ("Des Rourke", "Imogen,\n\nit went down again.\n\nEtwas Kniffliges: der Samstag.\n\nDes"),
        ("Imogen Tarr", "Des,\n\nyou are right."),
        ("Des Rourke", "Fine."),
        ("Imogen Tarr", "Good."),
    ]


def test_somebody_who_speaks_once_is_somebody() -> None:
    text = "Anna Berg: Hallo.\nJan Kolb: Hallo.\nGisela: Telefon!\nAnna Berg: Gut.\nJan Kolb: Ja."
    assert [speaker for speaker, _ in said(read_text(text))] == [
        "Anna Berg",
        "Jan Kolb",
        "Gisela",
        "Anna Berg",
        "Jan Kolb",
    ]


def test_head_and_attendees_are_no_turns_and_absent_people_do_not_take_part() -> None:
    text = (
        "Titel: Erstgespräch\nDatum: 12.03.2026\nTeilnehmer: Anna Berg, Jan Kolb, Petra Fern\n\n"
        "Anna Berg: Petra Fern lässt grüßen.\nJan Kolb: Danke."
    )
    conversation = read_text(text).conversation
    assert (conversation.title, str(conversation.held_on)) == ("Erstgespräch", "2026-03-12")
    assert [party.name for party in conversation.people] == ["Anna Berg", "Jan Kolb"]
    assert len(conversation.turns) == 2


def test_times_without_names_leave_the_speaker_open() -> None:
    assert timed(read_text("[00:01] Hallo zusammen.\n[00:30] Fangen wir an.\n[00:50] Gern.")) == [
        ("", 1.0, None, "Hallo zusammen."),
        ("", 30.0, None, "Fangen wir an."),
        ("", 50.0, None, "Gern."),
    ]


def test_a_clock_time_in_words_is_no_beginning() -> None:
    assert said(read_text("Anna Berg: Um 10:30 Uhr\nJan Kolb: 10:30 passt\nAnna Berg: Gut: 11:00 Ende")) == [
        ("Anna Berg", "Um 10:30 Uhr"),
        ("Jan Kolb", "10:30 passt"),
        ("Anna Berg", "Gut: 11:00 Ende"),
    ]


def test_one_speaker_only() -> None:
    assert said(read_text("Anna Berg: Eins.\nAnna Berg: Zwei.\nAnna Berg: Drei.")) == [
        ("Anna Berg", "Eins."),
        ("Anna Berg", "Zwei."),
        ("Anna Berg", "Drei."),
    ]
