"""WebVTT as the exporters write it."""

from __future__ import annotations

from listen.shapes import read_file, read_text, refusal, said, timed


def test_teams_cues_of_one_person_are_one_turn() -> None:
    assert timed(read_file("teams.vtt")) == [
        ("Berg, Anna", 1.12, 6.0, "Guten Morgen, Herr Kolb. Wie läuft das heute bei Ihnen?"),
        ("Jan Kolb", 6.3, 13.0, "Die Auswertung dauert zwei Tage & nervt. Wir brauchen das schneller."),
    ]


def test_zoom_names_stand_before_the_first_colon() -> None:
    assert said(read_file("zoom.vtt")) == [
        ("Tom Reed", "Morning. How long does the report take?"),
        ("Ada Lane", "Two days: one for the data, one for the slides."),
        ("Tom Reed", "I see."),
    ]


def test_webex_names_stand_in_the_cue_names() -> None:
    assert said(read_file("webex.vtt")) == [("Anna Berg", "Hören Sie mich?"), ("Jan Kolb", "Ja.")]


def test_several_voices_in_one_cue_are_several_turns_and_styles_are_no_words() -> None:
    assert timed(read_file("voices.vtt")) == [
        ("Anna Berg", 1.0, 4.0, "Ist das fertig?"),
        ("Jan Kolb", 1.0, 6.0, "Noch nicht. Am Freitag."),
        ("Anna Berg", 4.5, 6.0, "Gut."),
    ]


def test_rolling_captions_are_told_once() -> None:
    assert timed(read_file("rolling.vtt")) == [("", 0.0, 6.0, "wir haben das im märz gekauft und nie benutzt")]


def test_growing_captions_are_told_once() -> None:
    """Live captions show each draft of a line until it is finished."""
    drafts = ["ich", "ich will", "ich will das", "ich will das modul"]
    cues = "\n\n".join(f"00:0{number}.000 --> 00:0{number}.900\n{draft}" for number, draft in enumerate(drafts))
    assert said(read_text(f"WEBVTT\n\n{cues}\n", "talk.vtt")) == [("", "ich will das modul")]


def test_the_same_short_answer_twice_stays_twice() -> None:
    vtt = "WEBVTT\n\n" + "\n\n".join(
        f"00:{start:02}.000 --> 00:{start + 1:02}.000\n<v {name}>{text}</v>"
        for start, name, text in [
            (0, "A", "Ja."),
            (2, "B", "Ja."),
            (4, "A", "Und?"),
            (6, "B", "Nein."),
            (8, "A", "Gut."),
        ]
    )
    assert [text for _, text in said(read_text(vtt, "talk.vtt"))] == ["Ja.", "Ja.", "Und?", "Nein.", "Gut."]


def test_a_warning_in_a_monologue_is_no_speaker() -> None:
    vtt = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nIch fange an\n\n00:02.100 --> 00:04.000\nAchtung: das ist wichtig\n\n"
        "00:04.100 --> 00:06.000\nund weiter"
    )
    assert said(read_text(vtt, "talk.vtt")) == [("", "Ich fange an Achtung: das ist wichtig und weiter")]


def test_a_colon_in_voiced_words_is_no_speaker() -> None:
    vtt = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Nele>Nur: Lift 2 dauert.\n\n00:03.000 --> 00:04.000\n<v Jan>Nur: Ja."
    assert said(read_text(vtt, "talk.vtt")) == [("Nele", "Nur: Lift 2 dauert."), ("Jan", "Nur: Ja.")]


def test_words_after_a_blank_line_belong_to_their_cue() -> None:
    vtt = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Nele>Liebe Frau Wein,\n\nam Dienstag.\n\n"
        "00:03.000 --> 00:04.000\n<v Jan>Gut."
    )
    assert said(read_text(vtt, "talk.vtt")) == [("Nele", "Liebe Frau Wein, am Dienstag."), ("Jan", "Gut.")]


def test_an_end_before_its_start_and_missing_names_do_no_harm() -> None:
    vtt = "WEBVTT\n\n00:05.000 --> 00:02.000\n<v >Hallo\n\n00:09.000 --> 00:10.000\n<v Jan>Ja?"
    assert timed(read_text(vtt, "talk.vtt")) == [("", 5.0, 5.0, "Hallo"), ("Jan", 9.0, 10.0, "Ja?")]


def test_less_than_signs_in_words_stay() -> None:
    vtt = "WEBVTT\n\n00:05.000 --> 00:06.000\n<v Jan>Preis < 100 und 3 > 2"
    assert said(read_text(vtt, "talk.vtt")) == [("Jan", "Preis < 100 und 3 > 2")]


def test_a_head_without_cues_is_refused() -> None:
    assert refusal(b"WEBVTT\n\nNOTE nothing here", "talk.vtt") == "listen.refused.no_cues"


def test_cues_without_words_are_refused() -> None:
    assert refusal(b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "talk.vtt") == "listen.refused.no_words"
