"""Moments of an own talk that are worth a second look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from augenhoehe.learn.practice import LONG_WORDS, MOST, Moment, MomentKind, moments
from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import Attribute, Finding, Kind
from augenhoehe.understand.measures import Basis, Measure

US, THEM = Role.ADVISER, Role.CUSTOMER
LONG = " ".join(["Außerdem messen wir dann noch die Schwingung am Lager"] * 20) + "."


def talk(*lines: tuple[Role, str], channel: Channel = Channel.VIDEO) -> Conversation:
    names = {US: "Dörfler", THEM: "Wiegmann", Role.UNKNOWN: "Sprecher 1"}
    turns = tuple(Turn(number, names[role], role, text) for number, (role, text) in enumerate(lines, 1))
    people = tuple(dict.fromkeys(Party(names[role], role) for role, _ in lines))
    return Conversation("c", Language.GERMAN, channel, people, turns, held_on=date(2026, 3, 4))


def found(conversation: Conversation, turn: int, kind: Kind, quote: str, **attrs: Attribute) -> Finding:
    evidence = Evidence.locate("c", conversation.turn(turn), quote)
    return Finding(f"f{turn}{kind}", kind, evidence, 0.9, Message.of("because"), attrs=tuple(attrs.items()))


def kinds(shown: Sequence[Moment]) -> list[MomentKind]:
    return [moment.kind for moment in shown]


def test_a_talk_without_such_moments_shows_none() -> None:
    """
    Dörfler: Was dauert heute am längsten?
    Wiegmann: Die Auswertung, jedes Mal zwei Tage, und keiner weiß warum.
    """
    conversation = talk(
        (US, "Was dauert heute am längsten?"), (THEM, "Die Auswertung, jedes Mal zwei Tage, und keiner weiß warum.")
    )

    assert moments(conversation, []) == ()


def test_an_answer_given_before_asking_is_shown_with_its_words() -> None:
    """
    Wiegmann: Was kann denn die Messkette?
    Dörfler: (180 Wörter)
    """
    conversation = talk((THEM, "Was kann denn die Messkette?"), (US, LONG))
    question = found(conversation, 1, Kind.QUESTION, "Was kann denn die Messkette?", form="open")

    (moment,) = moments(conversation, [question])

    assert (moment.kind, moment.evidence.quote) == (MomentKind.ANSWERED_WITHOUT_ASKING, LONG)
    assert moment.because == Message.of("learn.moment.answered_without_asking", words=180)
    assert [better.key for better in moment.better] == ["learn.better.what_for", "learn.better.what_happens_today"]


def test_a_wish_that_nobody_gave_back_is_shown() -> None:
    """Wiegmann: Ich hätte gern das Statistikmodul."""
    conversation = talk((THEM, "Ich hätte gern das Statistikmodul."), (US, "Gut."))
    wish = found(conversation, 1, Kind.WISH, "Ich hätte gern das Statistikmodul.")

    (moment,) = moments(conversation, [wish])

    assert moment.kind is MomentKind.WISH_NOT_MIRRORED
    assert moment.evidence.turn.id == 1
    assert moment.because == Message.of("learn.moment.wish_not_mirrored.no_reason")


def test_a_concession_before_anybody_asked_is_shown_and_one_after_is_not() -> None:
    """
    Dörfler: Da gebe ich Ihnen zehn Prozent.
    Wiegmann: Am Preis müssen Sie noch was machen.
    """
    conversation = talk((US, "Da gebe ich Ihnen zehn Prozent."), (THEM, "Am Preis müssen Sie noch was machen."))
    given = found(conversation, 1, Kind.CONCESSION, "Da gebe ich Ihnen zehn Prozent.", type="price", conditional=False)
    asked = found(conversation, 2, Kind.ASK_CONCESSION, "Am Preis müssen Sie noch was machen.", type="price")
    turned = talk((THEM, "Am Preis müssen Sie noch was machen."), (US, "Da gebe ich Ihnen zehn Prozent."))
    late = found(turned, 2, Kind.CONCESSION, "Da gebe ich Ihnen zehn Prozent.", type="price", conditional=False)
    first = found(turned, 1, Kind.ASK_CONCESSION, "Am Preis müssen Sie noch was machen.", type="price")

    assert kinds(moments(conversation, [given, asked])) == [MomentKind.CONCESSION_BEFORE_ASKED]
    assert moments(turned, [late, first]) == ()


def test_a_concession_for_something_in_return_is_not_shown() -> None:
    """Dörfler: Wenn Sie zwei Jahre nehmen, gehe ich runter."""
    conversation = talk((US, "Wenn Sie zwei Jahre nehmen, gehe ich runter."))
    given = found(conversation, 1, Kind.CONCESSION, "gehe ich runter", type="price", conditional=True)

    assert moments(conversation, [given]) == ()


def test_a_first_statement_cut_off_is_shown_with_what_came_before() -> None:
    """
    Wiegmann: Also bei uns ist es so, dass die Pumpen am Ende –
    Dörfler: Da haben wir genau das Richtige.
    """
    conversation = talk(
        (THEM, "Also bei uns ist es so, dass die Pumpen am Ende –"), (US, "Da haben wir genau das Richtige.")
    )

    (moment,) = moments(conversation, [])

    assert (moment.kind, moment.evidence.turn.id) == (MomentKind.FIRST_STATEMENT_INTERRUPTED, 2)
    assert moment.before is not None
    assert moment.before.turn.id == 1


def test_overlapping_times_show_an_interruption_and_a_breath_does_not() -> None:
    said = "Also bei uns ist es so, dass die Pumpen am Ende laufen."

    def timed(start: float) -> Conversation:
        turns = (
            Turn(1, "Wiegmann", THEM, said, 0.0, 6.0),
            Turn(2, "Dörfler", US, "Da haben wir etwas.", start, start + 2),
        )
        return Conversation("c", Language.GERMAN, Channel.PHONE, (Party("Wiegmann", THEM), Party("Dörfler", US)), turns)

    assert kinds(moments(timed(5.0), [])) == [MomentKind.FIRST_STATEMENT_INTERRUPTED]
    assert moments(timed(5.8), []) == ()
    assert moments(timed(6.1), []) == ()


def test_a_long_stretch_is_a_monologue_unless_the_customer_led_or_it_was_written() -> None:
    conversation = talk((US, LONG), (THEM, "Aha."))
    led = [Measure("talk_share", 35.0, "percent", Basis.MEASURED)]

    assert kinds(moments(conversation, [])) == [MomentKind.MONOLOGUE]
    assert moments(conversation, [], led) == ()
    assert moments(talk((US, LONG), (THEM, "Aha."), channel=Channel.EMAIL), []) == ()


def test_just_below_the_limit_is_no_monologue() -> None:
    assert moments(talk((US, " ".join(["Wort"] * (LONG_WORDS - 1))), (THEM, "Aha.")), []) == ()


def test_without_an_own_side_there_is_no_mirror() -> None:
    assert moments(talk((Role.UNKNOWN, LONG), (THEM, "Aha.")), []) == ()


def test_at_most_three_of_different_kinds_in_the_order_they_happened() -> None:
    conversation = talk(
        (THEM, "Also bei uns ist es so, dass die Pumpen am Ende –"),
        (US, "Da gebe ich Ihnen zehn Prozent."),
        (THEM, "Ich hätte gern das Statistikmodul. Was kann denn die Messkette?"),
        (US, LONG),
    )
    findings = [
        found(conversation, 2, Kind.CONCESSION, "Da gebe ich Ihnen zehn Prozent.", type="price", conditional=False),
        found(conversation, 3, Kind.WISH, "Ich hätte gern das Statistikmodul."),
        found(conversation, 3, Kind.QUESTION, "Was kann denn die Messkette?", form="open"),
    ]

    shown = moments(conversation, findings)

    assert len(shown) == MOST
    assert kinds(shown) == [
        MomentKind.CONCESSION_BEFORE_ASKED,
        MomentKind.WISH_NOT_MIRRORED,
        MomentKind.ANSWERED_WITHOUT_ASKING,
    ]
    assert len({moment.id for moment in shown}) == MOST
