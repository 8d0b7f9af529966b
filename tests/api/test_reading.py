"""What the library's door adds to the rooms: gaps by turn, and what to ask next."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import jsonschema

from augenhoehe.api import read, to_json
from augenhoehe.api.reading import next_questions
from augenhoehe.api.shapes import schema
from augenhoehe.needs.board import Board, Gap, GapKind, Wish
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Address, Voice

WHY = Message.of("api.case.confirmed")


def said(turn: int, words: str) -> Evidence:
    return Evidence.locate("x", Turn(turn, "Paul", Role.CUSTOMER, words), words)


def board(*kinds: tuple[GapKind, str | None]) -> Board:
    wishes = (Wish("w1", "Reporting-Modul", (said(1, "Das Reporting-Modul bitte."),), 1.0),)
    return Board(
        wishes=wishes,
        gaps=tuple(Gap(kind, said(n, "Was kostet das?"), WHY, wish) for n, (kind, wish) in enumerate(kinds, 1)),
    )


def test_unanswered_questions_come_first_and_a_wish_is_asked_about_once() -> None:
    questions = next_questions(
        board(
            (GapKind.ANSWERED_WITHOUT_ASKING, None),
            (GapKind.WISH_NOT_MIRRORED, "w1"),
            (GapKind.REASON_UNKNOWN, "w1"),
            (GapKind.UNANSWERED, None),
        )
    )
    assert [question.gap.kind for question in questions] == [
        GapKind.UNANSWERED,
        GapKind.REASON_UNKNOWN,
        GapKind.ANSWERED_WITHOUT_ASKING,
    ]


def test_questions_are_worded_for_the_customer() -> None:
    (question,) = next_questions(board((GapKind.REASON_UNKNOWN, "w1")))
    assert [Voice("de", address).say(question.text) for address in Address] == [
        "Sie sagten „Reporting-Modul“: Was soll damit für Sie anders werden?",
        "Du sagtest „Reporting-Modul“: Was soll damit für dich anders werden?",
    ]


def test_long_words_are_cut_between_words() -> None:
    gap = Gap(GapKind.UNANSWERED, said(1, "Und was kostet das, " + "wenn wir noch mehr davon nehmen, " * 8), WHY)
    (question,) = next_questions(Board(gaps=(gap,)))
    words = question.text.by_name["words"]
    assert isinstance(words, str)
    assert (len(words) <= 162, words.endswith(" …")) == (True, True)


def test_gaps_are_listed_by_turn_once() -> None:
    reading = replace(
        read(b"Anna: Ja.\nBodo: Nein.\n", "talk.txt"),
        board=Board(
            gaps=(
                Gap(GapKind.UNANSWERED, said(4, "Was kostet das?"), WHY),
                Gap(GapKind.UNANSWERED, said(4, "Und wann?"), WHY),
                Gap(GapKind.ANSWERED_WITHOUT_ASKING, said(5, "Das ist so."), WHY),
            )
        ),
    )
    assert (reading.unanswered, reading.answered_without_asking) == ((4,), (5,))


def test_file_is_never_opened_by_its_name() -> None:
    assert read(b"Anna: Ja.\nBodo: Nein.\n", "/does/not/exist.txt").conversation.turns[0].text == "Ja."


def test_amounts_without_a_currency_are_in_that_of_the_catalogue() -> None:
    """A Swiss catalogue: "Mehr als zehntausend geht nicht" means francs."""
    talk = b"Ines: Was darf es kosten?\nPaul: Mehr als 10.000 sind im Budget nicht drin.\n"
    who = {"advisers": ["Ines"], "customers": ["Paul"]}
    limits = [read(talk, "talk.txt", **who, **more).board.limits for more in ({}, {"house_currency": "CHF"})]
    assert [[limit.amount for limit in one] for one in limits] == [
        [Money(Decimal(10000), "EUR")],
        [Money(Decimal(10000), "CHF")],
    ]


def test_a_reading_gives_a_turn_its_day_and_reads_it_back() -> None:
    chat = b"[12.03.26, 23:59:00] A: Bis morgen.\n[13.03.26, 00:01:00] B: Gern."
    first = to_json(read(chat, "chat.txt"))
    jsonschema.validate(first, json.loads(schema("reading")))
    again = read(json.dumps(first["conversation"]).encode(), "chat.json").conversation
    assert [turn.said_on for turn in again.turns] == [date(2026, 3, 12), date(2026, 3, 13)]
