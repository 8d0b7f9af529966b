"""Questions that stayed open, and answers that came before any question."""

from __future__ import annotations

from augenhoehe.understand.answering import answered_without_asking, unanswered
from augenhoehe.understand.examining import examine
from understand.talking import talk

TELLING = (
    "Der Vortrag steht auf drei Säulen, und die erste Säule ist das Warum, da erzähle ich von einem Berg, dann kommt "
    "das innere Betriebssystem mit Gewohnheiten und Glaubenssätzen, das ist alles unterlegt mit Studien, und am "
    "Schluss die Umsetzung mit einem Kärtchen für jeden, dazu Musik, und hinterher gibt es das Buch mit einer "
    "Widmung, außerdem bleibe ich gern noch zum Essen da und spreche mit allen, die das möchten."
)


def open_ones(script: str) -> list[int]:
    conversation = talk("de", script)
    return [evidence.turn.id for evidence in unanswered(conversation, examine(conversation))]


def told_first(script: str) -> list[int]:
    conversation = talk("de", script)
    return [evidence.turn.id for evidence in answered_without_asking(conversation, examine(conversation))]


def test_evasion_leaves_a_question_open() -> None:
    """A long reply about something else."""
    assert open_ones(
        "C: Haben Sie schon einmal vor zwei verfeindeten Lagern gestanden?\n"
        "A: In Kassel waren hinterher kräftige Kerle bei mir, mit Tränen in den Augen, "
        "und die Bewertungen sind hervorragend."
    ) == [1]


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
