"""Tables of turns."""

from __future__ import annotations

from augenhoehe.speech.conversation import Party, Role
from listen.shapes import read_file, read_text, refusal, said, timed


def test_german_header_semicolon_cp1252() -> None:
    transcript = read_file("turns.csv")
    assert timed(transcript) == [
        ("Anna Berg", 1.0, 3.0, "Wie läuft das; heute?"),
        ("Jan Kolb", 5.0, 6.0, "Zäh."),
    ]
    assert (transcript.format, transcript.encoding) == ("csv", "cp1252")


def test_english_header_tab() -> None:
    assert timed(read_file("turns.tsv")) == [("Tom Reed", 0.5, 2.0, "How long?"), ("Ada Lane", 3.0, 4.0, "Two days.")]


def test_roles_in_a_column_are_taken() -> None:
    transcript = read_text("Name,Rolle,Text\nAnna,Berater,Hallo\nJan,Kunde,Tag\n", "talk.csv")
    assert transcript.conversation.people == (Party("Anna", Role.ADVISER), Party("Jan", Role.CUSTOMER))


def test_columns_without_names_are_told_by_what_they_hold() -> None:
    table = "00:01,Anna,Hallo zusammen\n00:04,Jan,Guten Tag\n00:06,Anna,Fangen wir an\n00:09,Jan,Gern\n"
    assert said(read_text(table, "talk.csv")) == [
        ("Anna", "Hallo zusammen"),
        ("Jan", "Guten Tag"),
        ("Anna", "Fangen wir an"),
        ("Jan", "Gern"),
    ]


def test_words_over_several_lines_stay_one_turn() -> None:
    assert said(read_text('Speaker,Text\nAnna,"Eins\n\nzwei"\nJan,drei\n', "t.csv")) == [
        ("Anna", "Eins\n\nzwei"),
        ("Jan", "drei"),
    ]


def test_a_table_of_figures_is_refused() -> None:
    assert refusal(b"a,b\n1,2\n3,4\n", "talk.csv", "csv") == "listen.refused.csv_columns"


def test_rows_with_a_day_keep_their_order_and_their_day() -> None:
    table = "Datum;Uhrzeit;Sprecher;Text\n12.03.2026;16:00;Anna;Bis morgen.\n13.03.2026;09:00;Jan;Da ist es.\n"
    conversation = read_text(table, "chat.csv").conversation
    assert [(turn.text, str(turn.said_on)) for turn in conversation.turns] == [
        ("Bis morgen.", "2026-03-12"),
        ("Da ist es.", "2026-03-13"),
    ]
    assert str(conversation.held_on) == "2026-03-12"
