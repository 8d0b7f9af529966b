"""Advise on a case from a catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.advise.advice import Advice, Status
from augenhoehe.advise.answering import with_answers
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.comparing import Comparison, compare
from augenhoehe.advise.critiquing import Critique, changed
from augenhoehe.advise.recommending import recommend_under
from augenhoehe.advise.wants import Answer, Wants
from augenhoehe.api.cases import Case
from augenhoehe.api.shapes import GERMAN, Json, to_json
from augenhoehe.needs.board import Board
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Voice


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice with all it was made from."""

    case: Case
    catalogue: Catalogue
    board: Board
    advice: Advice
    effect: Comparison | None = None
    """The advice without the critiques against the one with them, where both are proven."""


def advise(
    case: Case,
    catalogue: Catalogue,
    *,
    budget: Money | None = None,
    language: str = "de",
    critiques: Sequence[Critique] = (),
    answers: Sequence[Answer] = (),
) -> Advised:
    """The advice on a case; `budget` overrides the case's own, `language` names offers outside of sentences.

    `critiques` ("without X", "half the effort") are limits on top, whose effect is named; `answers` are what asking
    after needs brought.
    Lead times count from the day the case was made, else from its last conversation; only what can be had on that day
    is weighed. Raises InputRefusedError for what cannot be weighed.
    """
    on = case.made_on or max((day for talk in case.talks if (day := talk.conversation.held_on)), default=None)
    if on is not None:
        catalogue = catalogue.valid_on(on, frozenset(case.owned))
    wants = Wants(
        budget=budget or case.budget,
        on=on,
        seats=case.seats,
        owned=case.owned,
        answers=tuple(answers),
    )
    board = with_answers(case.board(catalogue.needs, catalogue.currency), catalogue, wants.answers)
    advice = recommend_under(wants, board, catalogue, language=language)
    if not critiques:
        return Advised(case, catalogue, board, advice)
    under = wants
    for critique in critiques:
        under = changed(under, critique, advice)
    other = recommend_under(under, board, catalogue, language=language)
    both = advice.status is other.status is Status.BEST
    effect = compare(board, catalogue, under, advice.chosen, other.chosen) if both else None
    return Advised(case, catalogue, board, other, effect)


@to_json.register
def _advised(value: Advised, voice: Voice = GERMAN) -> Json:
    return to_json(value.advice, voice)
