"""A board of one conversation, by turns."""

from __future__ import annotations

from augenhoehe.needs.outline import outline
from augenhoehe.needs.weighing import board
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.structure import Structure, Want
from needs.talking import found, talk


def test_wants_needs_and_gaps_by_turn() -> None:
    """
    K: Ich will den Ofen.
    A: Also den Ofen.
    K: Der alte qualmt, und die Leute husten.
    A: Aha.
    K: Wann kommt er?
    """
    conversation = talk(test_wants_needs_and_gaps_by_turn.__doc__ or "")
    findings = found(
        conversation,
        (Kind.WISH, "Ich will den Ofen."),
        (Kind.MIRROR, "Also den Ofen."),
        (Kind.PROBLEM, "Der alte qualmt, und die Leute husten."),
        (Kind.QUESTION, "Wann kommt er?"),
    )

    assert outline(board([conversation], {"t": findings}, ())) == Structure(
        (Want("Ich will den Ofen", (1,), True, True),),
        (("Der alte qualmt, und die Leute husten.", (3,)),),
        (5,),
        (),
    )
