"""The board as a whole: what is a need, how much it weighs and how sure it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.needs.board import Board
from augenhoehe.needs.named import NamedNeed
from augenhoehe.needs.weighing import board, needs
from augenhoehe.speech.conversation import Channel, Conversation, Language, Turn
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.wording.saying import Voice
from needs.talking import ROLES, found, talk

HAND = NamedNeed(
    "hand", (("de", "Auswertung ohne Handarbeit"),), ("von Hand", "Freitag Stunden"), weight=0.6, prior=0.2
)
FIND = NamedNeed("find", (("de", "Alte Messungen wiederfinden"),), ("finden", "Festplatten"), weight=0.5, prior=0.1)


def made(conversation: Conversation, findings: list[Finding], confirmed: bool = False) -> Board:
    return board([conversation], {conversation.id: findings}, (HAND, FIND), confirmed)


def test_a_board_keeps_wish_and_need_apart() -> None:
    """
    K: Ich will den Report-Generator.
    A: Wofür?
    K: Ich mach die Auswertung jeden Freitag von Hand, vier Stunden lang.
    K: Und wir finden auf den drei Festplatten nichts wieder.
    """
    conversation = talk(test_a_board_keeps_wish_and_need_apart.__doc__ or "")
    findings = found(
        conversation,
        (Kind.WISH, "Ich will den Report-Generator."),
        (Kind.PROBLEM, "Ich mach die Auswertung jeden Freitag von Hand, vier Stunden lang."),
        (Kind.PROBLEM, "wir finden auf den drei Festplatten nichts wieder"),
    )

    result = made(conversation, findings)

    assert [wish.what for wish in result.wishes] == ["Ich will den Report-Generator"]
    assert [(n.id, n.named, n.statement, n.matched_words) for n in result.needs] == [
        ("n1", "hand", "Auswertung ohne Handarbeit", ("Hand", "Freitag", "Stunden")),
        ("n2", "find", "Alte Messungen wiederfinden", ("finden", "Festplatten")),
    ]


def test_an_unmatched_problem_stays_a_need_without_a_name() -> None:
    conversation = talk("K: Die Heizung klappert nachts.")
    (need,) = made(conversation, found(conversation, (Kind.PROBLEM, "Die Heizung klappert nachts."))).needs

    assert (need.named, need.statement, need.weight) == (None, "Die Heizung klappert nachts.", 0.5)
    assert Voice("de").say(need.certainty_because) == "Eine Stelle zeigt es; ein Name fehlt noch."


def test_one_speakers_goal_and_problem_within_two_turns_are_one_need() -> None:
    """
    K: Um drei steht die Schlange bis zur Straße.
    A: Aha.
    K: Ich will wieder schlafen.
    L: Und ich will weniger Papier.
    """
    conversation = talk(test_one_speakers_goal_and_problem_within_two_turns_are_one_need.__doc__ or "")
    findings = found(
        conversation,
        (Kind.PROBLEM, "Um drei steht die Schlange bis zur Straße."),
        (Kind.GOAL, "Ich will wieder schlafen."),
        (Kind.GOAL, "Und ich will weniger Papier."),
    )
    assert [[e.turn.id for e in need.evidence] for need in needs(findings, ())] == [[1, 3], [4]]


def test_a_bad_experience_is_a_need_only_far_from_goals_and_problems() -> None:
    near = talk("K: Der Ofen qualmt.\nA: Ja?\nA: Aha.\nA: Gut.\nK: Das Modul nutzt niemand.")
    far = talk("K: Der Ofen qualmt.\n" + "A: Aha.\n" * 9 + "K: Das Modul nutzt niemand.")
    rows = ((Kind.PROBLEM, "Der Ofen qualmt."), (Kind.EXPERIENCE, "Das Modul nutzt niemand."))
    assert [need.statement for need in needs(found(near, *rows), ())] == ["Der Ofen qualmt."]
    assert [need.statement for need in needs(found(far, *rows), ())] == ["Der Ofen qualmt.", "Das Modul nutzt niemand."]


def test_weight_rises_with_mentions_people_and_strong_words() -> None:
    once = talk("K: Wir finden da nichts.")
    twice = talk("K: Wir finden da nichts.\nK: Was wir nicht finden, messen wir neu.")
    by_two = talk("K: Wir finden da nichts.\nL: Was wir nicht finden, messen wir neu.")
    strongly = talk("K: Wir finden da nichts.\nL: Was wir nicht finden, messen wir jedes Mal neu.")
    weights = []
    for conversation in (once, twice, by_two, strongly):
        findings = found(conversation, *[(Kind.PROBLEM, turn.text) for turn in conversation.turns])
        weights.append(made(conversation, findings).needs[0].weight)

    assert weights == [0.5, 0.575, 0.6388, 0.711]


def test_the_reasons_say_where_weight_and_certainty_come_from() -> None:
    conversation = talk("K: Wir finden da nichts.\nL: Was wir nicht finden, messen wir jedes Mal neu.")
    findings = found(conversation, *[(Kind.PROBLEM, turn.text) for turn in conversation.turns])
    (need,) = made(conversation, findings).needs

    assert Voice("de").say(need.weight_because) == (
        "Der Katalog beginnt bei 50\u00a0%; 2-mal gesagt, von 2 Personen, mit deutlichen Worten (jedes Mal)."
    )
    assert Voice("en").say(need.certainty_because) == "2 places show it; matched by: finden."


def test_certainty_is_that_of_findings_and_match_and_never_full() -> None:
    conversation = talk("K: Wir finden da nichts.")
    sure = [
        made(conversation, found(conversation, (Kind.PROBLEM, "Wir finden da nichts."), certainty=c)).needs[0].certainty
        for c in (0.2, 0.8, 1.0)
    ]

    assert sure == [0.235, 0.64, 0.775]


def test_a_persons_word_makes_a_need_sure() -> None:
    conversation = talk("K: Wir finden da nichts.")
    (need,) = made(conversation, found(conversation, (Kind.PROBLEM, "Wir finden da nichts.")), confirmed=True).needs

    assert (need.confirmed, need.certainty) == (True, 0.98)


def test_an_adviser_makes_no_need_but_a_mirror_makes_one_surer() -> None:
    conversation = talk("K: Wir finden da nichts.\nA: Sie finden also nichts wieder.")
    problem = (Kind.PROBLEM, "Wir finden da nichts.")
    mirror = (Kind.MIRROR, "Sie finden also nichts wieder.")
    alone = needs(found(conversation, problem), (FIND,))
    both = needs(found(conversation, problem, mirror), (FIND,))

    assert needs(found(conversation, mirror), (FIND,)) == ()
    assert both[0].certainty > alone[0].certainty


def test_a_list_of_wished_things_shows_no_need() -> None:
    conversation = talk("K: Ich will Festplatten, Kabel und Stecker.")
    findings = found(conversation, (Kind.WISH, "Ich will Festplatten, Kabel und Stecker."))

    assert needs(findings, (FIND,)) == ()


def test_without_conversations_the_board_is_empty() -> None:
    assert board([], {}, (HAND,)) == Board()


def test_the_same_talk_gives_the_same_board() -> None:
    conversation = talk("K: Wir finden da nichts.\nL: Was wir nicht finden, messen wir neu.")
    findings = found(conversation, *[(Kind.PROBLEM, turn.text) for turn in conversation.turns])

    assert made(conversation, findings) == made(conversation, findings)


LINES = st.lists(
    st.tuples(st.sampled_from("AKL"), st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)), max_size=8
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(LINES)
def test_any_talk_gives_a_board_whose_quotes_stand_in_it(lines: list[tuple[str, str]]) -> None:
    turns = tuple(Turn(place, who, ROLES[who], text) for place, (who, text) in enumerate(lines, start=1))
    conversation = Conversation("t", Language.GERMAN, Channel.MEETING, (), turns)
    result = board([conversation], {"t": examine(conversation)}, (HAND, FIND))
    parts = (*result.wishes, *result.needs, *result.limits, *result.criteria)

    assert all(evidence.quote in evidence.turn.text for part in parts for evidence in part.evidence)


@pytest.mark.parametrize(
    "kind", [Kind.WISH, Kind.CONSTRAINT, Kind.CRITERION, Kind.PROBLEM, Kind.QUESTION, Kind.EXPERIENCE]
)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80).filter(str.strip))
def test_any_words_can_be_any_part_of_a_board(kind: Kind, text: str) -> None:
    conversation = Conversation("t", Language.GERMAN, Channel.MEETING, (), (Turn(1, "K", ROLES["K"], text),))
    for kind_of_limit in ("budget", "deadline", "other"):
        findings = found(conversation, (kind, text), type=kind_of_limit)
        assert made(conversation, findings) == made(conversation, findings)
