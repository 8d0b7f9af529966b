"""The words that give the reason of a wish."""

from __future__ import annotations

import pytest

from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.reasoning import reason_clause, reason_question, reason_start, telling_beside
from augenhoehe.understand.topics import topics
from understand.talking import talk


def wish(script: str, quote: str) -> Evidence:
    conversation = talk("de", script)
    turn = next(turn for turn in conversation.turns if quote in turn.text)
    return Evidence.locate(conversation.id, turn, quote)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ich will den Ofen, weil der alte qualmt. Danke.", "weil der alte qualmt."),
        ("Ich will den Ofen. Damit schlafen wir länger. Danke.", "Damit schlafen wir länger."),
        ("Ich will den Ofen. Danke. Heute ist Montag, weil gestern Sonntag war.", None),
        ("Ich will den Ofen, weil so.", None),
        ("Ich will den Ofen", None),
    ],
)
def test_a_clause_of_the_same_breath(text: str, clause: str | None) -> None:
    found = reason_clause(wish(f"C: {text}", "Ich will den Ofen"))
    assert (found.quote if found else None) == clause


def test_where_a_reason_starts() -> None:
    assert reason_start("den Ofen, weil der alte qualmt") == 10
    assert reason_start("den Ofen") is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Den Ofen. Um drei steht bei uns schon die erste Schlange.",
            "Um drei steht bei uns schon die erste Schlange.",
        ),
        (
            "Um drei steht bei uns schon die erste Schlange. Den Ofen.",
            "Um drei steht bei uns schon die erste Schlange.",
        ),
        ("Ja, gern. Den Ofen.", None),
    ],
)
def test_what_else_a_turn_tells(text: str, rest: str | None) -> None:
    found = telling_beside(wish(f"C: {text}", "Den Ofen"))
    assert (found.quote if found else None) == rest


@pytest.mark.parametrize(
    ("script", "answer"),
    [
        ("C: Den Ofen bitte.\nA: Wozu der Ofen?\nC: Die Schlange ist lang.", "Die Schlange ist lang."),
        ("C: Den Ofen bitte.\nA: Wozu das?\nC: Die Schlange ist lang.", "Die Schlange ist lang."),
        ("C: Den Ofen bitte.\nA: Wozu die Kasse?\nC: Welche Kasse meinen Sie?", "Welche Kasse meinen Sie?"),
        ("C: Den Ofen bitte.\nA: Aha.\nC: Ja, die Kasse.\nA: Wozu die Kasse?\nC: Zum Rechnen halt.", None),
        ("C: Den Ofen bitte.\nA: Wann der Ofen?\nC: Die Schlange ist lang.", None),
        ("C: Den Ofen bitte.\nA: Wozu der Ofen?\nC: Na ja.", None),
    ],
)
def test_the_answer_to_what_it_is_for(script: str, answer: str | None) -> None:
    conversation = talk("de", script)
    evidence = wish(script, "Den Ofen bitte.")
    found = reason_question(conversation, evidence, topics(evidence.quote), alone=True)
    assert (found.quote if found else None) == answer
