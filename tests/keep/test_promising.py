"""Promises of a conversation, soft and firm ones, and contradictions."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.keep.promising import Clash, condition, contradictions, is_firm, promises_from
from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Finding, Kind

WEDNESDAY = date(2026, 3, 4)


def talk(*lines: tuple[str, Role, str]) -> Conversation:
    turns = tuple(Turn(number, who, role, text) for number, (who, role, text) in enumerate(lines, 1))
    people = tuple(dict.fromkeys(Party(who, role) for who, role, _ in lines))
    return Conversation("c1", Language.GERMAN, Channel.PHONE, people, turns, held_on=WEDNESDAY)


def promise_finding(talk: Conversation, turn: int, quote: str, due: str | None, number: int = 1) -> Finding:
    evidence = Evidence.locate(talk.id, talk.turn(turn), quote)
    return Finding(f"f{number}", Kind.PROMISE, evidence, 0.8, Message.of("because"), attrs=(("due", due),))


def test_promises_keep_words_side_and_day() -> None:
    """
    Dörfler: Das Angebot haben Sie bis Freitag.
    Wiegmann: Gut. Ich schicke Ihnen die Messdaten.
    """
    conversation = talk(
        ("Dörfler", Role.ADVISER, "Das Angebot haben Sie bis Freitag."),
        ("Wiegmann", Role.CUSTOMER, "Gut. Ich schicke Ihnen die Messdaten."),
    )
    findings = [
        promise_finding(conversation, 2, "Ich schicke Ihnen die Messdaten.", None, 2),
        promise_finding(conversation, 1, "Das Angebot haben Sie bis Freitag.", "bis Freitag"),
    ]

    made = promises_from(conversation, findings)

    friday = date(2026, 3, 6)
    assert made == (
        Promise(
            "c1/f1",
            Side.OURS,
            "Dörfler",
            "Das Angebot haben Sie bis Freitag.",
            Due("bis Freitag", friday, friday),
            True,
            WEDNESDAY,
            evidence=findings[1].evidence,
        ),
        Promise(
            "c1/f2",
            Side.THEIRS,
            "Wiegmann",
            "Ich schicke Ihnen die Messdaten.",
            None,
            True,
            WEDNESDAY,
            evidence=findings[0].evidence,
        ),
    )


def test_a_promise_of_nobody_knows_which_side_is_left_out() -> None:
    """Sprecher 1: Das schicke ich morgen."""
    conversation = talk(("Sprecher 1", Role.UNKNOWN, "Das schicke ich morgen."))

    assert promises_from(conversation, [promise_finding(conversation, 1, "Das schicke ich morgen.", "morgen")]) == ()


def test_other_findings_are_no_promises() -> None:
    """Wiegmann: Ich hätte gern das Modul."""
    conversation = talk(("Wiegmann", Role.CUSTOMER, "Ich hätte gern das Modul."))
    evidence = Evidence.locate("c1", conversation.turn(1), "Ich hätte gern das Modul.")

    assert promises_from(conversation, [Finding("f1", Kind.WISH, evidence, 0.9, Message.of("because"))]) == ()


@pytest.mark.parametrize(
    ("words", "firm"),
    [
        ("Ich schicke Ihnen das bis Freitag.", True),
        ("Die haben Sie morgen.", True),
        ("Ich versuche, das bis Freitag zu schicken.", False),
        ("Das müsste ich eigentlich schaffen.", False),
        ("Ich schau mal, was ich machen kann.", False),
        ("Ich schaue mir die Liste an.", True),
        ("Hoffentlich kann ich es Ihnen Montag geben.", False),
        ("I'll send it by Friday.", True),
        ("I'll try to send it by Friday.", False),
        ("Let me circle back to you on that one.", False),
        ("I could have it by Friday, probably.", False),
        ("I'll get the country report done.", True),
    ],
)
def test_hedged_promises_are_soft(words: str, firm: bool) -> None:
    turn = Turn(1, "Dörfler", Role.ADVISER, words)

    assert is_firm(Evidence("c1", turn, 0, len(words)), None) is firm


def test_a_vague_day_makes_a_promise_soft() -> None:
    turn = Turn(1, "Dörfler", Role.ADVISER, "Ich melde mich bei Ihnen.")

    assert is_firm(Evidence("c1", turn, 0, len(turn.text)), Due("irgendwann")) is False


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wenn die Daten da sind, haben Sie es am Montag.", "Wenn die Daten da sind"),
        ("Sie haben es am Montag, sobald der Pavlović zusagt.", "sobald der Pavlović zusagt"),
        ("If both invoices are paid, I'll move the date.", "If both invoices are paid"),
        ("Sie haben es am Montag.", ""),
        ("Ich schicke Ihnen die Liste, wer wenn überhaupt kommt.", ""),
    ],
)
def test_the_words_a_promise_hangs_on_are_kept(words: str, expected: str) -> None:
    turn = Turn(1, "Dörfler", Role.ADVISER, words)

    assert condition(Evidence("c1", turn, 0, len(words))) == expected


def promised(number: int, what: str, due: Due | None = None, side: Side = Side.OURS, **more: object) -> Promise:
    return Promise(f"p{number}", side, "Dörfler", what, due, True, WEDNESDAY, **more)  # type: ignore[arg-type]


FRIDAY = Due("bis Freitag", date(2026, 3, 6), date(2026, 3, 6))
MONDAY = Due("am Montag", date(2026, 3, 9), date(2026, 3, 9))
NEXT_FRIDAY = Due("nächsten Freitag", date(2026, 3, 6), date(2026, 3, 13), ambiguous=True)
OFFER = "Das Angebot über die Messkette schicke ich Ihnen bis Freitag."


@pytest.mark.parametrize(
    ("other", "due", "kind"),
    [
        ("Das Angebot für die Messkette kommt am Montag.", MONDAY, Clash.TWO_DATES),
        ("Das Angebot für die Messkette kommt am Freitag.", FRIDAY, None),
        ("Das Angebot für die Messkette kommt nächsten Freitag.", NEXT_FRIDAY, None),
        ("Das Angebot für die Messkette kommt.", None, None),
        ("Den Schulungsplan schicke ich am Montag.", MONDAY, None),
        ("Ein Angebot über die Messkette schicke ich Ihnen nicht.", None, Clash.YES_AND_NO),
    ],
)
def test_contradictions_need_the_same_thing_and_dates_apart(other: str, due: Due | None, kind: Clash | None) -> None:
    found = contradictions([promised(1, OFFER, FRIDAY), promised(2, other, due)])

    assert [clash.kind for clash in found] == ([] if kind is None else [kind])


def test_promises_of_both_sides_do_not_contradict_each_other() -> None:
    theirs = promised(2, "Das Angebot für die Messkette prüfen wir am Montag.", MONDAY, Side.THEIRS)

    assert contradictions([promised(1, OFFER, FRIDAY), theirs]) == ()


def test_a_newly_agreed_promise_contradicts_nothing() -> None:
    newly = promised(2, "Das Angebot für die Messkette kommt am Montag.", MONDAY, state=PromiseState.RENEGOTIATED)

    assert contradictions([promised(1, OFFER, FRIDAY), newly]) == ()


def test_tomorrow_counts_from_the_day_of_its_own_turn() -> None:
    """
    Dörfler, on Wednesday: Das Angebot haben Sie morgen.
    Dörfler, on Friday: Die Messdaten haben Sie morgen.
    """
    turns = (
        Turn(1, "Dörfler", Role.ADVISER, "Das Angebot haben Sie morgen."),
        Turn(2, "Dörfler", Role.ADVISER, "Die Messdaten haben Sie morgen.", said_on=date(2026, 3, 6)),
    )
    people = (Party("Dörfler", Role.ADVISER),)
    conversation = Conversation("c1", Language.GERMAN, Channel.EMAIL, people, turns, held_on=WEDNESDAY)
    findings = [promise_finding(conversation, turn.id, turn.text, "morgen", turn.id) for turn in turns]

    made = promises_from(conversation, findings)

    assert [(one.made_on, one.due.last if one.due else None) for one in made] == [
        (WEDNESDAY, date(2026, 3, 5)),
        (date(2026, 3, 6), date(2026, 3, 7)),
    ]


def test_promises_in_notes_have_a_side_and_no_owner() -> None:
    """Zugesagt, bis Montag eins mitzubringen. Sie schickt mir die Maße bis Freitag."""
    text = "Zugesagt, bis Montag eins mitzubringen. Sie schickt mir die Maße bis Freitag."
    turn = Turn(1, "Milan", Role.UNKNOWN, text)
    note = Conversation("n", Language.GERMAN, Channel.NOTES, (), (turn,), held_on=WEDNESDAY)
    found = promises_from(note, examine(note))
    assert [(one.side, one.owner, one.due and one.due.last) for one in found] == [
        (Side.OURS, "", date(2026, 3, 9)),
        (Side.THEIRS, "", date(2026, 3, 6)),
    ]
