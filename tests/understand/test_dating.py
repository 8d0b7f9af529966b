"""The words that date a promise."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.understand.dating import due_in, due_words
from augenhoehe.understand.findings import Kind
from understand.marked import marked
from understand.talking import talk

WEDNESDAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Ich schicke Ihnen das bis Freitag.", "bis Freitag"),
        ("Ich schick euch heut Abend die Nummer", "heut Abend"),
        ("die steht morgen früh im Entwurf", "morgen früh"),
        ("Ich ruf den Kollegen heute noch an.", "heute noch"),
        ("i bin montag um sechse do", "montag um sechse"),
        ("Bis morgen halb 10, ich stell Kaffee hin", "Bis morgen halb 10"),
        ("Ich leg dem das bis zum Freitag auf den Tisch", "bis zum Freitag"),
        ("Bis am fünfzehnten haben Sie meine Stellungnahme", "Bis am fünfzehnten"),
        ("Die Zahlen bekommen Sie am 1. Dezember.", "am 1. Dezember"),
        ("Die Anfragen gehen heute raus, Antworten habe ich bis zum zwanzigsten.", "bis zum zwanzigsten"),
        ("Ich setz mich am Wochenende mit Cem hin, Sie hören bis Montagabend von uns.", "bis Montagabend"),
        ("Ich leg's ihm jeden Freitag auf den Sessel", "jeden Freitag"),
        ("na räum i den raum bis dahin aus", "bis dahin"),
        ("Ich such das raus.", None),
        ("Ich guck gleich nach.", None),
    ],
)
def test_german_dates_of_promises(quote: str, words: str | None) -> None:
    assert due_in(quote, WEDNESDAY, "de") == words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("All four hundred go out by Friday night", "by Friday night"),
        ("Dana will have it by noon tomorrow.", "by noon tomorrow"),
        ("i come sunday at two and we run one machine", "sunday at two"),
        ("It'll be on the freight by the end of January.", "by the end of January"),
        ("I'll take the contract to purchasing the same day.", "the same day"),
        ("I'll ring Leanne at procurement this arvo", "this arvo"),
        ("two names by the twenty first with all three references", "by the twenty first"),
        ("I'll look into it now.", None),
        ("I'll check with my boss.", None),
    ],
)
def test_english_dates_of_promises(quote: str, words: str | None) -> None:
    assert due_in(quote, WEDNESDAY, "en") == words


def test_words_are_read_where_nobody_knows_the_day() -> None:
    """Das Gespräch hat kein Datum."""
    conversation = talk("de", "A: Das haben Sie bis Freitag Mittag.")
    (promise,) = marked(conversation, (Kind.PROMISE, 1, "Das haben Sie bis Freitag Mittag."))
    assert due_words(promise.evidence, conversation) == "bis Freitag Mittag"


@pytest.mark.parametrize("language", ["de", "en", "mixed", "unknown"])
def test_words_stand_in_the_quote(language: str) -> None:
    quote = "Between the 3rd and 5th of May I send it, bis spätestens zum 31. Juni, vor dem Ersten Ersten. " * 5
    words = due_in(quote, WEDNESDAY, language)
    assert words is None or words in quote
