"""Take answers into the board: a yes makes a need as sure as words can, a no takes it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.wants import Answer
from augenhoehe.needs.board import Board, Need
from augenhoehe.speech.messages import Message

YES, NO = 0.95, 0.03
"""What is believed after an answer: people err, and so do those who listen."""


def with_answers(board: Board, catalogue: Catalogue, answers: Sequence[Answer]) -> Board:
    """The board as it stands after the answers; of two about one need the last counts, and words gone count no more.

    A need that was answered with yes and stood nowhere comes in with the catalogue's weight. Doing it twice changes
    nothing.
    """
    last = {answer.need: answer for answer in answers if answer.evidence and answer.need in catalogue.needs_by_id}
    needs: list[Need] = []
    for need in board.needs:
        answer = last.get(str(need.named))
        if answer is None:
            needs.append(need)
        elif answer.real:
            needs.append(_surer(need, answer))
    known = {need.named for need in board.needs}
    needs += [_new(catalogue, answer) for answer in last.values() if answer.real and answer.need not in known]
    return replace(board, needs=tuple(needs))


def _surer(need: Need, answer: Answer) -> Need:
    evidence = need.evidence + tuple(one for one in answer.evidence if one not in need.evidence)
    if need.certainty >= YES:
        return replace(need, evidence=evidence)
    because = Message.of("advise.answered_yes")
    return replace(need, evidence=evidence, certainty=YES, certainty_because=because, confirmed=True)


def _new(catalogue: Catalogue, answer: Answer) -> Need:
    named = catalogue.needs_by_id[answer.need]
    return Need(
        f"answer-{answer.need}",
        answer.evidence[0].quote,
        answer.evidence,
        named.weight,
        Message.of("advise.weight_of_catalogue"),
        YES,
        Message.of("advise.answered_yes"),
        answer.need,
        (),
        True,
    )
