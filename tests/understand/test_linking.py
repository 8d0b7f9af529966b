"""What belongs together: reasons, mirrors, requests behind promises, repetitions."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.linking import Heard, Link, Matter, Relation, groups, links, mirror_of, mirrored, requested
from augenhoehe.understand.topics import shared, topics, traces
from understand.marked import marked
from understand.talking import talk

TALK = """
C: Wir hätten gern das Archivmodul.
A: Wozu soll das Archivmodul dienen?
C: Die Prüferin will jedes Blatt sehen, und wir finden keins.
A: Ihnen fehlen also die Blätter, wenn die Prüferin kommt.
C: Genau. Und das Archivmodul bitte noch im Mai.
A: Ich schicke Ihnen das Angebot für das Archivmodul am Montag.
"""


def all_of(script: str, *rows: tuple[Kind, int, str]) -> tuple[Link, ...]:
    conversation = talk("de", script)
    return links((conversation,), marked(conversation, *rows, polarity="negative"))


def told(found: tuple[Link, ...]) -> list[tuple[str, str, str]]:
    return [(str(link.relation), link.source.quote, link.target.evidence.quote) for link in found]


def test_a_talk_is_linked_whole() -> None:
    found = all_of(
        TALK,
        (Kind.WISH, 1, "das Archivmodul"),
        (Kind.QUESTION, 2, "Wozu soll das Archivmodul dienen?"),
        (Kind.PROBLEM, 3, "wir finden keins"),
        (Kind.MIRROR, 4, "Ihnen fehlen also die Blätter, wenn die Prüferin kommt."),
        (Kind.WISH, 5, "das Archivmodul bitte noch im Mai"),
        (Kind.PROMISE, 6, "Ich schicke Ihnen das Angebot für das Archivmodul am Montag."),
    )
    assert told(found) == [
        ("again", "das Archivmodul bitte noch im Mai", "das Archivmodul"),
        ("reason", "Die Prüferin will jedes Blatt sehen, und wir finden keins.", "das Archivmodul"),
        ("reason", "wir finden keins", "das Archivmodul"),
        ("mirror", "Ihnen fehlen also die Blätter, wenn die Prüferin kommt.", "wir finden keins"),
        (
            "promise",
            "Ich schicke Ihnen das Angebot für das Archivmodul am Montag.",
            "das Archivmodul bitte noch im Mai",
        ),
    ]


@pytest.mark.parametrize(
    ("script", "rows", "reasons"),
    [
        (  # told long before, with a word of the wish
            "C: Der Ofen backt schief.\n" + "A: Aha.\nC: Ja.\n" * 6 + "C: Wir möchten einen neuen Ofen.",
            [(Kind.EXPERIENCE, 1, "Der Ofen backt schief."), (Kind.WISH, 14, "Wir möchten einen neuen Ofen.")],
            ["Der Ofen backt schief."],
        ),
        (  # told long before, about something else
            "C: Die Kasse klemmt.\n" + "A: Aha.\nC: Ja.\n" * 6 + "C: Wir möchten einen neuen Ofen.",
            [(Kind.EXPERIENCE, 1, "Die Kasse klemmt."), (Kind.WISH, 14, "Wir möchten einen neuen Ofen.")],
            [],
        ),
        (  # told four turns later, without a word of it
            "C: Den Ofen bitte.\nA: Gut.\nC: Ja.\nA: Und?\nC: Um drei steht schon die erste Schlange.",
            [(Kind.WISH, 1, "Den Ofen bitte."), (Kind.PROBLEM, 5, "Um drei steht schon die erste Schlange.")],
            ["Um drei steht schon die erste Schlange."],
        ),
        (  # told five turns later
            "C: Den Ofen bitte.\nA: Gut.\nC: Ja.\nA: Und?\nA: Na?\nC: Um drei steht schon die erste Schlange.",
            [(Kind.WISH, 1, "Den Ofen bitte."), (Kind.PROBLEM, 6, "Um drei steht schon die erste Schlange.")],
            [],
        ),
        (  # a clause in the same breath
            "C: Den Ofen bitte, weil der alte qualmt.",
            [(Kind.WISH, 1, "Den Ofen bitte")],
            ["weil der alte qualmt."],
        ),
        (  # what else the turn tells
            "C: Bei uns stehen sie samstags bis zur Straße hinaus. Den Ofen bitte.",
            [(Kind.WISH, 1, "Den Ofen bitte.")],
            ["Bei uns stehen sie samstags bis zur Straße hinaus."],
        ),
    ],
)
def test_reasons_of_a_wish(script: str, rows: list[tuple[Kind, int, str]], reasons: list[str]) -> None:
    found = all_of(script, *rows)
    assert [link.source.quote for link in found if link.relation is Relation.REASON] == reasons


def test_what_went_well_is_no_reason() -> None:
    conversation = talk("de", "C: Der alte Ofen war gut.\nC: Den Ofen bitte.")
    found = marked(
        conversation,
        (Kind.EXPERIENCE, 1, "Der alte Ofen war gut."),
        (Kind.WISH, 2, "Den Ofen bitte."),
        polarity="positive",
    )
    assert links((conversation,), found) == ()


def wish_and_mirror(script: str, wish: tuple[int, str], mirror: tuple[int, str]) -> bool:
    conversation = talk("de", script)
    found = marked(conversation, (Kind.WISH, *wish), (Kind.MIRROR, *mirror))
    matter = Matter(topics(wish[1]), (found[0],))
    return mirror_of(matter, Heard((conversation,), found)) is not None


@pytest.mark.parametrize(
    ("script", "wish", "mirror", "expected"),
    [
        ("C: Den Ofen bitte.\nA: Sie wollen ihn.", (1, "Den Ofen bitte."), (2, "Sie wollen ihn."), True),
        ("C: Den Ofen bitte.\nC: ja\nA: Sie wollen ihn.", (1, "Den Ofen bitte."), (3, "Sie wollen ihn."), True),
        (
            "C: Den Ofen bitte.\nA: Gut.\nC: Und?\nA: Sie wollen ihn.",
            (1, "Den Ofen bitte."),
            (4, "Sie wollen ihn."),
            False,
        ),
        (
            "C: Den Ofen bitte.\nA: Gut.\nC: Und?\nA: Also der Ofen.",
            (1, "Den Ofen bitte."),
            (4, "Also der Ofen."),
            True,
        ),
        ("A: Es geht um den Ofen.\nC: Den Ofen bitte.", (2, "Den Ofen bitte."), (1, "Es geht um den Ofen."), True),
        ("A: Es geht ums Geld.\nC: Den Ofen bitte.", (2, "Den Ofen bitte."), (1, "Es geht ums Geld."), False),
        (
            "C: Den Ofen bitte.\n" + "A: Gut.\nC: Ja.\n" * 4 + "A: Also der Ofen.",
            (1, "Den Ofen bitte."),
            (10, "Also der Ofen."),
            False,
        ),
    ],
)
def test_a_mirror_of_a_wish_stands_next_or_names_it(
    script: str, wish: tuple[int, str], mirror: tuple[int, str], expected: bool
) -> None:
    assert wish_and_mirror(script, wish, mirror) is expected


def test_a_mirror_gives_back_what_was_said_last_where_no_word_is_shared() -> None:
    conversation = talk("de", "C: Die Presse steht.\nA: Ja?\nC: Das kostet Nerven.\nA: Sie schlafen schlecht.")
    found = marked(
        conversation,
        (Kind.PROBLEM, 1, "Die Presse steht."),
        (Kind.PROBLEM, 3, "Das kostet Nerven."),
        (Kind.MIRROR, 4, "Sie schlafen schlecht."),
    )
    assert mirrored(found[2], Heard((conversation,), found)) == (found[1],)


def request(script: str, *rows: tuple[Kind, int, str]) -> Finding | None:
    conversation = talk("de", script)
    found = marked(conversation, *rows)
    return requested(found[-1], Heard((conversation,), found))


def test_a_promise_takes_up_what_it_names_before_what_is_near() -> None:
    script = "C: Schicken Sie mir die Preise?\nC: Und geht das auch in Blau?\nA: Die Preise haben Sie morgen."
    rows = [
        (Kind.WISH, 1, "Schicken Sie mir die Preise?"),
        (Kind.QUESTION, 2, "geht das auch in Blau?"),
        (Kind.PROMISE, 3, "Die Preise haben Sie morgen."),
    ]
    found = request(script, *rows)
    assert found is not None
    assert found.evidence.quote == "Schicken Sie mir die Preise?"


def test_a_promise_that_nobody_asked_for_takes_up_nothing() -> None:
    assert request("C: Guten Tag.\nA: Ich rufe morgen an.", (Kind.PROMISE, 2, "Ich rufe morgen an.")) is None


def test_own_questions_are_not_taken_up_by_own_promises() -> None:
    script = "A: Brauchen Sie die Preise?\nA: Die Preise haben Sie morgen."
    rows = [(Kind.QUESTION, 1, "Brauchen Sie die Preise?"), (Kind.PROMISE, 2, "Die Preise haben Sie morgen.")]
    assert request(script, *rows) is None


def test_the_same_wish_three_times_is_one_thing() -> None:
    conversation = talk("de", "C: Den Ofen bitte.\nC: Und die Kasse.\nC: Der Ofen, der muss her.\nC: Also den Ofen.")
    found = marked(
        conversation,
        (Kind.WISH, 1, "Den Ofen bitte."),
        (Kind.WISH, 2, "die Kasse"),
        (Kind.WISH, 3, "Der Ofen, der muss her."),
        (Kind.WISH, 4, "den Ofen"),
    )
    assert groups(found) == ((found[0], found[2], found[3]), (found[1],))


def test_questions_are_never_repeated_and_sides_stay_apart() -> None:
    conversation = talk(
        "de", "C: Wann kommt der Ofen?\nC: Wann kommt der Ofen?\nA: Ich bringe den Ofen.\nC: Ich bringe den Ofen."
    )
    found = marked(
        conversation,
        (Kind.QUESTION, 1, "Wann kommt der Ofen?"),
        (Kind.QUESTION, 2, "Wann kommt der Ofen?"),
        (Kind.PROMISE, 3, "Ich bringe den Ofen."),
        (Kind.PROMISE, 4, "Ich bringe den Ofen."),
    )
    assert groups(found) == tuple((one,) for one in found)


def test_findings_of_unknown_conversations_are_left_alone() -> None:
    conversation = talk("de", "C: Den Ofen bitte.\nA: Den Ofen also.")
    found = marked(conversation, (Kind.MIRROR, 2, "Den Ofen also."))
    assert links((), found) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lagerschaden", "Schaden am Lager"),
        ("Reports", "report"),
        ("Simulationstoolbox", "Simulation"),
        ("Ofen", "Öfen"),
    ],
)
def test_words_that_are_shared_leave_a_common_trace(one: str, other: str) -> None:
    assert shared(topics(one), topics(other))
    assert not traces(topics(one)).isdisjoint(traces(topics(other)))
