"""SubRip files."""

from __future__ import annotations

from listen.shapes import read_file, read_text, said, timed


def test_whisperx_labels_in_brackets_are_speakers() -> None:
    assert timed(read_file("player.srt")) == [
        ("SPEAKER_00", 1.0, 3.0, "Was ist Ihnen wichtig?"),
        ("SPEAKER_01", 3.5, 6.0, "Dass es einfach ist. Und günstig."),
        ("SPEAKER_00", 6.5, 7.0, "Gut."),
    ]


def test_missing_blank_lines_between_cues_do_no_harm() -> None:
    srt = (
        "1\n00:00:01,000 --> 00:00:02,000\nAnna: Hallo.\n2\n00:00:03,000 --> 00:00:04,000\nJan: 42\n"
        "3\n00:00:05,000 --> 00:00:06,000\nAnna: Gut."
    )
    assert said(read_text(srt, "talk.srt")) == [("Anna", "Hallo."), ("Jan", "42"), ("Anna", "Gut.")]


def test_two_dashes_in_a_cue_are_two_people_nobody_named() -> None:
    srt = "1\n00:00:01,000 --> 00:00:02,000\n- Kommen Sie?\n- Ja.\n"
    assert said(read_text(srt, "talk.srt")) == [("", "Kommen Sie?"), ("", "Ja.")]


def test_the_name_at_a_change_of_speakers_holds_until_the_next() -> None:
    srt = "\n\n".join(
        f"{n}\n00:00:{n * 9:02},000 --> 00:00:{n * 9 + 1:02},000\n{line}"
        for n, line in enumerate(
            ["Anna Berg: Eins.", "Zwei.", "Jan Kolb: Drei.", "Vier.", "Anna Berg: Fünf.", "Jan Kolb: Sechs."]
        )
    )
    assert said(read_text(srt, "talk.srt")) == [
        ("Anna Berg", "Eins."),
        ("Anna Berg", "Zwei."),
        ("Jan Kolb", "Drei."),
        ("Jan Kolb", "Vier."),
        ("Anna Berg", "Fünf."),
        ("Jan Kolb", "Sechs."),
    ]
