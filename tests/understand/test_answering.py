"""Questions that stayed open, and answers that came before any question."""

from __future__ import annotations

import pytest

from augenhoehe.understand.answering import Outcome, answered_without_asking, replies, unanswered
from augenhoehe.understand.examining import by_rules
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import prepare
from understand.marked import marked
from understand.talking import talk

TELLING = (
    "Der Vortrag steht auf drei Säulen, und die erste Säule ist das Warum, da erzähle ich von einem Berg, dann kommt "
    "das innere Betriebssystem mit Gewohnheiten und Glaubenssätzen, das ist alles unterlegt mit Studien, und am "
    "Schluss die Umsetzung mit einem Kärtchen für jeden, dazu Musik, und hinterher gibt es das Buch mit einer "
    "Widmung, außerdem bleibe ich gern noch zum Essen da und spreche mit allen, die das möchten."
)


def open_ones(script: str) -> list[int]:
    conversation = talk("de", script)
    return [evidence.turn.id for evidence in unanswered(conversation, by_rules(prepare(conversation)))]


def told_first(script: str) -> list[int]:
    conversation = talk("de", script)
    return [evidence.turn.id for evidence in answered_without_asking(conversation, by_rules(prepare(conversation)))]


@pytest.mark.parametrize(
    "script",
    [
        "C: Wie viele Wagen haben Sie?\nA: Mehr als genug.\nC: Das ist keine Antwort.",
        "C: Wer hat das erzählt?\nA: Da darf ich nichts sagen.\nC: Das war nicht meine Frage.",
        "C: Wann genau kommt der Monteur?\nA: Das kommt darauf an.\nC: Wie gesagt, ich frage: wann?",
        "C: Was kostet das im Jahr?\nA: Das ist individuell, je nach Paket, und wir sind da sehr gut aufgestellt.",
    ],
)
def test_evasions_leave_a_question_open(script: str) -> None:
    conversation = talk("de", script)
    asked = marked(conversation, (Kind.QUESTION, 1, conversation.turns[0].text), form="open")
    after = marked(conversation, (Kind.OBJECTION, 3, conversation.turns[2].text)) if len(conversation.turns) > 2 else ()
    (reply,) = replies(conversation, (*asked, *after))
    assert reply.outcome is Outcome.EVADED
    assert reply.evidence is not None
    assert reply.evidence.turn.id == 2


def test_a_reply_without_words_of_the_question_is_no_evasion_by_itself() -> None:
    """Gesagt wird es in anderen Worten, und niemand beschwert sich."""
    script = (
        "C: Und die Festplatten?\nA: Die hole ich am Dienstag aus dem Keller und lese sie bei uns aus, Stück für Stück."
    )
    conversation = talk("de", script)
    (reply,) = replies(conversation, marked(conversation, (Kind.QUESTION, 1, "Und die Festplatten?"), form="open"))
    assert reply.outcome is Outcome.ANSWERED


def test_whoever_flatters_and_presses_all_along_is_believed_less() -> None:
    """
    C: Für welche Abteilung?
    A: Sie sind ein Visionär.
    """
    script = test_whoever_flatters_and_presses_all_along_is_believed_less.__doc__ or ""
    conversation = talk("de", script)
    asked = marked(conversation, (Kind.QUESTION, 1, "Für welche Abteilung?"), form="open")
    flattered = marked(conversation, *[(Kind.FLATTERY, 2, "Sie sind ein Visionär.")] * 7)
    outcomes = [replies(conversation, (*asked, *flattered[:count]))[0].outcome for count in (0, 7)]
    assert outcomes == [Outcome.ANSWERED, Outcome.EVADED]


def test_without_an_adviser_nothing_can_be_answered() -> None:
    conversation = talk("de", "C: Wann?\nC: Montag.")
    assert replies(conversation, marked(conversation, (Kind.QUESTION, 1, "Wann?"))) == ()


def test_asking_for_a_figure_is_not_asking_what_somebody_is_after() -> None:
    assert told_first(f"A: Wie viele sind Sie denn?\nC: Neun. Was nehmen meine Leute mit?\nA: {TELLING}") == [3]


def test_honest_not_knowing_is_an_answer() -> None:
    assert open_ones("C: Hält die Dichtung zehn Jahre?\nA: Das weiß ich nicht.") == []


def test_yes_and_a_figure_are_answers() -> None:
    assert (
        open_ones(
            "C: Liefern Sie auch samstags?\nA: Ja, jeden zweiten, wenn das Lager besetzt ist und der Fahrer kann."
        )
        == []
    )
    assert (
        open_ones(
            "C: Was kostet das?\n"
            "A: Neunhundert im Jahr, dazu kommt die Einrichtung, und die hängt davon ab, wie viele mitmachen."
        )
        == []
    )


def test_question_at_the_end_without_reply_is_open() -> None:
    """Der Chat ist weg, bevor jemand antwortet."""
    assert open_ones("A: Danke und bis bald.\nC: Nehmt ihr eigentlich die alten Tische mit?") == [2]


def test_long_answer_before_any_question_is_seen() -> None:
    assert told_first(f"C: Was nehmen meine Leute denn mit?\nA: {TELLING}") == [2]


def test_long_answer_after_an_open_question_is_fine() -> None:
    assert told_first(f"A: Was wollen Sie denn erreichen?\nC: Ruhe. Was nehmen meine Leute mit?\nA: {TELLING}") == []


def test_short_answer_is_fine() -> None:
    assert told_first("C: Was nehmen meine Leute denn mit?\nA: Drei Gedanken und ein Kärtchen.") == []
