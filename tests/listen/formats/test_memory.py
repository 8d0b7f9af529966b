"""Three lines of memory."""

from __future__ import annotations

from augenhoehe.speech.conversation import Channel
from listen.shapes import read_file, read_text, said


def test_three_lines_are_three_turns_of_nobody() -> None:
    transcript = read_file("memory.txt")
    assert said(transcript) == [
        ("", "Kolb will unbedingt das Reporting-Modul."),
        ("", "Der wahre Grund: Die Auswertung dauert zwei Tage."),
        ("", "Angebot bis Freitag versprochen."),
    ]
    assert (transcript.format, transcript.conversation.channel, transcript.conversation.people) == (
        "memory",
        Channel.NOTES,
        (),
    )


def test_labels_before_colons_are_no_speakers() -> None:
    text = "Kunde: Meier GmbH\nWunsch: Reporting\nNächster Schritt: Angebot"
    assert said(read_text(text)) == [("", line) for line in text.split("\n")]


def test_lines_wrapped_at_a_margin_are_one_paragraph() -> None:
    text = (
        "Herr Kolb hat lange erzählt, dass ihm die Auswertung über\n"
        "den Kopf wächst und er eigentlich gar kein neues Modul\nbraucht, sondern Ruhe.\n\nZweiter Absatz."
    )
    assert [text for _, text in said(read_text(text))] == [
        "Herr Kolb hat lange erzählt, dass ihm die Auswertung über den Kopf wächst und er eigentlich gar kein neues "
        "Modul braucht, sondern Ruhe.",
        "Zweiter Absatz.",
    ]
