"""A voice says sentences, numbers, money and days as its language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Address, UnknownSentenceError, Voice

SIE, DU, ENGLISH = Voice("de"), Voice("de", Address.DU), Voice("en")


def test_one_sentence_in_three_voices() -> None:
    message = Message.of("cli.file.missing", name="talk.vtt")
    assert [voice.say(message) for voice in (SIE, DU, ENGLISH)] == [
        "Die Datei talk.vtt gibt es nicht. Bitte prüfen Sie den Pfad.",
        "Die Datei talk.vtt gibt es nicht. Bitte prüf den Pfad.",
        "There is no file talk.vtt. Please check the path.",
    ]


def test_du_takes_the_common_sentence_where_there_is_no_other() -> None:
    assert DU.text("cli.option.help") == SIE.text("cli.option.help")


def test_sentence_inside_a_sentence_is_said_in_the_same_voice() -> None:
    message = Message.of("api.case.field", file="case.json", field="made_on", wanted=Message.of("api.case.wanted_day"))
    assert ENGLISH.say(message) == "case.json, field made_on: a day such as 2026-03-12 belongs here."


def test_braces_in_a_value_stay_braces() -> None:
    assert "{name}" in SIE.text("cli.file.missing", name="{name}")


@pytest.mark.parametrize("voice", [SIE, DU, ENGLISH])
def test_sentence_that_nobody_wrote_is_an_error(voice: Voice) -> None:
    with pytest.raises(UnknownSentenceError, match=r"nobody\.wrote\.this"):
        voice.text("nobody.wrote.this")


def test_language_that_does_not_exist_cannot_be_a_voice() -> None:
    with pytest.raises(ValueError, match="no such language: 'fr'"):
        Voice("fr")


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (1249, "1.249", "1,249"),
        (0.5, "0,5", "0.5"),
        (Decimal("12.345"), "12,34", "12.34"),
        (date(2026, 11, 3), "3. Nov. 2026", "3 Nov 2026"),
        (Money(Decimal(12000)), "12.000\xa0€", "€12,000"),
        (Money(Decimal("12.5"), "CHF"), "12,50\xa0CHF", "CHF\xa012.50"),
        ("so gesagt", "so gesagt", "so gesagt"),
    ],
)
def test_values_are_written_as_the_language_writes_them(value: object, german: str, english: str) -> None:
    assert (SIE.word(value), ENGLISH.word(value)) == (german, english)


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [
        ("22616.02", "rund 22.600\xa0€", "about €22,600"),
        ("1234.50", "rund 1.230\xa0€", "about €1,230"),
        ("1000", "rund 1.000\xa0€", "about €1,000"),
        ("999.60", "rund 1.000\xa0€", "about €1,000"),
        ("376.30", "rund 380\xa0€", "about €380"),
        ("99.40", "rund 99\xa0€", "about €99"),
        ("8.60", "rund 9\xa0€", "about €9"),
        ("0.01", "rund 1\xa0€", "about €1"),
        ("0", "0\xa0€", "€0"),
        ("-376.30", "rund -380\xa0€", "about -€380"),
    ],
)
def test_estimate_is_said_as_one(amount: str, german: str, english: str) -> None:
    value = Money(Decimal(amount))
    assert (SIE.about(value), DU.about(value), ENGLISH.about(value)) == (german, german, english)


def test_sentence_asks_for_an_estimate_where_it_says_one() -> None:
    message = Message.of("advise.taking_it_costs", loss=Money(Decimal("22616.02")))
    assert SIE.say(message) == "Wer es trotzdem nimmt, hat rund 22.600\xa0€ weniger davon."
    assert ENGLISH.say(message) == "Whoever takes it all the same gets about €22,600 less out of it."


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [
        (0, "0 Redebeiträge", "0 turns"),
        (1, "ein Redebeitrag", "one turn"),
        (2, "2 Redebeiträge", "2 turns"),
        (Decimal("1.0"), "ein Redebeitrag", "one turn"),
        (Decimal("1.5"), "1,5 Redebeiträge", "1.5 turns"),
    ],
)
def test_one_is_said_as_one(count: int | Decimal, german: str, english: str) -> None:
    message = Message.of("cli.read.turns", count=count)
    assert (SIE.say(message), ENGLISH.say(message)) == (german, english)


def test_first_number_of_a_sentence_is_the_one_that_counts() -> None:
    message = Message.of("understand.measured.questions_open", count=1, whole=11)
    assert (SIE.say(message), ENGLISH.say(message)) == ("1 von 11 Fragen war offen.", "1 of 11 questions was open.")


def test_one_has_its_du() -> None:
    message = Message.of("report.customer.advise.hours", hours=1)
    assert [voice.say(message) for voice in (SIE, DU)] == [
        "Sie brauchen dafür etwa eine Stunde eigene Zeit.",
        "Du brauchst dafür etwa eine Stunde eigene Zeit.",
    ]


def test_word_without_a_number_in_it_counts_what_it_is_given() -> None:
    assert [SIE.text("understand.unit.seconds", value=value) for value in (1, 2.5)] == ["Sekunde", "Sekunden"]


def test_percent_sign_stays_with_its_figure() -> None:
    assert [voice.percent(0.43) for voice in (SIE, ENGLISH)] == ["43\u00a0%", "43%"]


def test_listing_and_quotes() -> None:
    assert (SIE.listing(["a", "b", "c"]), ENGLISH.listing(["a", "b"])) == ("a, b und c", "a and b")
    assert (SIE.quoted("Ja"), ENGLISH.quoted("Ja")) == ("„Ja“", "“Ja”")


@pytest.mark.parametrize("value", [True, None, object()])
def test_what_has_no_wording_is_an_error(value: object) -> None:
    with pytest.raises(TypeError, match="no wording"):
        SIE.word(value)
