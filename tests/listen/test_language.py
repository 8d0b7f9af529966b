"""Which language is spoken."""

from __future__ import annotations

import pytest

from augenhoehe.listen.language import of_conversation, of_turn
from augenhoehe.speech.conversation import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ja also ich hab ihren brief hier liegen wegen der gebühren", Language.GERMAN),
        ("des is ned so schlimm wie s ausschaut gell", Language.GERMAN),
        ("Das Reporting-Modul vom Customer Success Team im Sales Call", Language.GERMAN),
        ("well i would need that before the audit you know", Language.ENGLISH),
        ("Fine about the sync", Language.ENGLISH),
        ("4417", Language.UNKNOWN),
        ("so", Language.UNKNOWN),
        ("wir haben das nicht gekauft weil you told us that it would not be ready for the launch", Language.MIXED),
    ],
)
def test_turn(text: str, language: Language) -> None:
    assert of_turn(text) is language


def test_english_names_in_german_talk_do_not_make_it_mixed() -> None:
    assert (
        of_conversation(["wir nehmen das Paket „The Best of All“ und das ist gut", "ja das machen wir"])
        is Language.GERMAN
    )


def test_turns_of_both_languages_make_it_mixed() -> None:
    german = "wir haben das im märz gekauft und es läuft nicht"
    english = "i am sorry to hear that what can we do about it"
    assert of_conversation([german, english]) is Language.MIXED


def test_one_english_sentence_in_ten_does_not() -> None:
    assert (
        of_conversation(["wir haben das im märz gekauft und es läuft nicht"] * 10 + ["what is that"]) is Language.GERMAN
    )


def test_nothing_is_unknown() -> None:
    assert of_conversation(["12", "…"]) is Language.UNKNOWN
