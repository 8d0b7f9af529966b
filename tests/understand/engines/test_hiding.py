"""What is hidden before anything leaves, what is not, and that places lead back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.understand.engines.hiding import hide, names_in
from understand.engines.talks import talk


@pytest.mark.parametrize(
    ("words", "leaves"),
    [
        ("Guten Tag, Herr Reuter.", "Guten Tag, Herr [name2]."),
        ("Paul, rufen Sie Ines an.", "[name2], rufen Sie [name1] an."),
        ("Reuters Lager, REUTERS LAGER", "[name2] Lager, [name2] LAGER"),
        ("Frau Kowalczyk sagt, die Kowalczyk war da.", "Frau [name3] sagt, die [name3] war da."),
        ("Mein Name ist Jonas Weber, der Weber von nebenan.", "Mein Name ist [name3], der [name3] von nebenan."),
        ("I spoke to Mrs. O’Hara and Dr. Lang.", "I spoke to Mrs. [name3] and Dr. [name4]."),
        ("Schreiben Sie an paul.reuter@firma.example.", "Schreiben Sie an [mail]."),
        ("Meine Nummer: 030 1234567.", "Meine Nummer: [phone]."),
        ("DE89 3704 0044 0532 0130 00 bitte", "[iban] bitte"),
        ("Bei der Hofladen Grün GmbH geht das nicht.", "Bei der [name3] GmbH geht das nicht."),
        ("ja paul, und REUTER auch", "ja [name2], und [name2] auch"),
        ("Frau Und das, das grüne Blatt", "Frau Und das, das grüne Blatt"),
        ("Wir zahlen 20.000 in Hamburg.", "Wir zahlen 20.000 in Hamburg."),
    ],
)
def test_names_and_numbers_are_hidden_and_nothing_else(words: str, leaves: str) -> None:
    conversation = talk(f"A Ines Sander: Los.\nC Paul Reuter: {words}")
    also = ["Hofladen Grün GmbH"] if "Hofladen" in words else []
    found = hide(words, names_in(conversation, also)).text
    assert found == leaves


def test_raw_speech_hides_known_names_in_any_spelling() -> None:
    """
    A Ines Sander: guten tag herr reuter
    C Paul Reuter: der reuter sagt frau kowalczyk hat angerufen und paul auch
    """
    conversation = talk(str(test_raw_speech_hides_known_names_in_any_spelling.__doc__))
    names = names_in(conversation)
    assert [hide(turn.text, names).text for turn in conversation.turns] == [
        "guten tag herr [name2]",
        "der [name2] sagt frau [name] hat angerufen und [name2] auch",
    ]


def test_name_that_is_a_common_word_is_hidden_with_a_capital_only() -> None:
    conversation = talk("A Will May: Ich will das, sagt Will.")
    assert hide(conversation.turns[0].text, names_in(conversation)).text == "Ich will das, sagt [name1]."


@pytest.mark.parametrize("label", ["Kunde", "Speaker 1", "Berater", "SPRECHER_02", "ich"])
def test_labels_are_no_names(label: str) -> None:
    conversation = talk(f"C {label}: Der Kunde und der Berater sind sich einig, Sprecher und Speaker auch, sage ich.")
    assert hide(conversation.turns[0].text, names_in(conversation)).masked == ()


def test_name_inside_an_address_hides_the_whole_address() -> None:
    conversation = talk("A Ines Sander: ines.sander@firma.example oder Sander@firma.example")
    assert hide(conversation.turns[0].text, names_in(conversation)).text == "[mail] oder [mail]"


@given(st.text(alphabet="Ines Sander Paul.Reuter@x0123456789/+-\n", max_size=80))
def test_every_place_outside_a_mask_leads_back_to_its_letter(words: str) -> None:
    view = hide(words, names_in(talk("A Ines Sander: x\nC Paul Reuter: y")))
    hidden = {place for mask in view.masked for place in range(mask.view_start, mask.view_end)}
    for place, letter in enumerate(view.text):
        if place not in hidden:
            assert words[view.to_original(place)] == letter
