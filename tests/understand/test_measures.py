"""Measures: values, basis, evidence, and the words for what cannot be measured."""

from __future__ import annotations

import pytest

from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.examining import examine
from augenhoehe.understand.measures import NAMES, Basis, Measure, measure, why_none
from augenhoehe.wording.saying import LANGUAGES, Address, Voice
from understand.talking import talk

A, C = Role.ADVISER, Role.CUSTOMER


def measures(conversation: Conversation) -> dict[str, Measure]:
    return {each.name: each for each in measure(conversation, examine(conversation))}


def timed() -> Conversation:
    """
    0–4 A: Was stört Sie? · 6–26 C erzählt · 25.0–26 A: Mhm. · 28–30 A: Also … · 31–33 C: Genau.
    """
    telling = (
        "Die Auswertung dauert jedes Mal zwei Tage und am Ende fehlen immer noch Zahlen "
        "weil jeder seine eigene Liste führt."
    )
    turns = (
        Turn(1, "A", A, "Was stört Sie am meisten?", 0.0, 4.0),
        Turn(2, "C", C, telling, 6.0, 26.0),
        Turn(3, "A", A, "Mhm.", 25.0, 25.5),
        Turn(4, "A", A, "Also die Auswertung frisst Ihnen zwei Tage.", 28.0, 30.0),
        Turn(5, "C", C, "Genau so ist das bei uns.", 31.0, 33.0),
        Turn(6, "A", A, "Wer führt denn die Listen?", 35.0, 37.0),
        Turn(7, "C", C, "Jeder für sich, das ist es ja.", 38.0, 40.0),
        Turn(8, "A", A, "Ich würde mit einer Liste anfangen.", 44.0, 46.0),
    )
    return Conversation("t", Language.GERMAN, Channel.PHONE, (), turns)


def test_times_make_figures_measured() -> None:
    found = measures(timed())
    assert list(found) == list(NAMES)
    assert (found["talk_share"].value, found["talk_share"].basis) == (29.4, Basis.MEASURED)
    assert (found["patience"].value, found["patience"].basis) == (2.0, Basis.MEASURED)
    assert found["interactivity"].value == pytest.approx(6 * 60 / 46, abs=0.01)
    assert (found["longest_customer_turn"].value, found["longest_customer_turn"].evidence[0].turn.id) == (20.0, 2)
    assert found["first_statement"].value == 20.0


def test_back_channels_are_neither_turns_nor_interruptions() -> None:
    found = measures(timed())
    assert found["first_statement"].because is not None
    assert found["first_statement"].because.key == "understand.measured.first_statement"


def test_questions_are_counted_by_form_with_their_words() -> None:
    found = measures(timed())
    assert (found["questions"].value, found["questions_open"].value, found["questions_closed"].value) == (2, 2, 0)
    assert [each.quote for each in found["questions"].evidence] == [
        "Was stört Sie am meisten?",
        "Wer führt denn die Listen?",
    ]
    assert found["reflections_to_questions"].value == 0.5


def test_asking_before_telling_is_positive() -> None:
    assert measures(timed())["first_telling"].value == 6


def test_without_times_shares_are_estimated_and_patience_is_not_measurable() -> None:
    found = measures(talk("de", "A: Was stört Sie am meisten?\nC: Dass es so lange dauert, und zwar jedes Mal."))
    assert found["talk_share"].basis is Basis.ESTIMATED
    assert (found["patience"].value, found["patience"].basis) == (None, Basis.NOT_MEASURABLE)


def test_one_side_only_measures_no_share() -> None:
    found = measures(talk("de", "A: Guten Tag.\nA: Ist da jemand?"))
    assert found["talk_share"].basis is Basis.NOT_MEASURABLE
    assert found["longest_customer_turn"].value is None


def test_no_question_means_not_measurable_and_never_zero() -> None:
    found = measures(talk("de", "A: Guten Tag, schön dass Sie da sind.\nC: Ja, danke, gern."))
    assert found["reflections_to_questions"].value is None
    assert found["follow_up_rate"].value is None
    assert found["questions"].value == 0


def test_statement_that_breaks_off_counts_as_cut() -> None:
    script = (
        "C: Also das war so, wir hatten im Herbst eine Lieferung aus Rotterdam, und dann kam der Kollege und –\n"
        "A: Ja, das kenne ich."
    )
    because = measures(talk("de", script))["first_statement"].because
    assert because is not None
    assert because.key == "understand.measured.first_statement_cut"


def test_follow_up_takes_up_a_word_of_the_customer() -> None:
    script = "C: Die Listen stimmen nie.\nA: Wer führt die Listen?\nC: Jeder.\nA: Wie alt sind Sie?"
    assert measures(talk("de", script))["follow_up_rate"].value == 50.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_can_be_said(language: str) -> None:
    for address in Address:
        voice = Voice(language, address)
        for conversation in (timed(), talk("de", "A: Hallo."), talk("de", "C: Ist da wer?")):
            for each in measure(conversation, examine(conversation)):
                assert voice.text(f"understand.measure.{each.name}")
                assert voice.text(f"understand.unit.{each.unit}")
                assert each.because is not None
                assert voice.say(each.because)


def test_value_without_basis_is_refused() -> None:
    with pytest.raises(ValueError, match="does not go with"):
        Measure("talk_share", None, "percent", Basis.MEASURED)


def test_notes_say_once_that_nothing_can_be_measured() -> None:
    """Wollte die große Anlage. Habe abgeraten."""
    turn = Turn(1, "", Role.UNKNOWN, "Wollte die große Anlage. Habe abgeraten.")
    found = measure(note := Conversation("n", Language.GERMAN, Channel.NOTES, (), (turn,)), examine(note))
    assert [(each.name, each.value) for each in found] == [(name, None) for name in NAMES]
    reason = why_none(found)
    assert reason is not None
    assert Voice("de").say(reason) == "Aus einer Notiz lässt sich nicht messen, wie gesprochen wurde."
    talked = timed()
    assert why_none(measure(talked, examine(talked))) is None


def test_units_are_the_same_where_nothing_can_be_measured() -> None:
    turn = Turn(1, "", Role.UNKNOWN, "Wollte die große Anlage.")
    found = measure(Conversation("n", Language.GERMAN, Channel.NOTES, (), (turn,)), ())
    talked = timed()
    spoken = measure(talked, examine(talked))
    assert [(each.name, each.unit) for each in found] == [(each.name, each.unit) for each in spoken]
