"""Notes and scripts in Markdown."""

from __future__ import annotations

from augenhoehe.speech.conversation import Channel
from listen.shapes import read_file, said


def test_notes_are_turns_of_nobody() -> None:
    transcript = read_file("notes.md")
    assert said(transcript) == [
        ("", "Was er will"),
        ("", "Reporting-Modul, unbedingt"),
        ("", "Budget: 20.000 Er wirkte müde, sagte aber nichts."),
    ]
    conversation = transcript.conversation
    assert (conversation.title, str(conversation.held_on), conversation.channel) == (
        "Besuch bei Kolb",
        "2026-03-12",
        Channel.NOTES,
    )


def test_names_in_bold_make_a_script() -> None:
    transcript = read_file("script.md")
    assert said(transcript) == [
        ("Anna Berg", "Wie läuft das heute?"),
        ("Jan Kolb", "Zäh.\nWirklich zäh."),
        ("Anna Berg", "Aha."),
    ]
    assert str(transcript.conversation.held_on) == "2026-03-12"
