"""Advise on a case from a catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.advise.advice import Advice
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.recommending import recommend
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


def advise(case: Case, catalogue: Catalogue, *, budget: Money | None = None, language: str = "de") -> Advised:
    """The advice on a case; `budget` overrides the case's own, `language` names offers outside of sentences.

    Lead times count from the day the case was made, else from its last conversation. Raises InputRefusedError for what
    cannot be weighed.
    """
    on = case.made_on or max((day for talk in case.talks if (day := talk.conversation.held_on)), default=None)
    if on is not None:
        catalogue = catalogue.valid_on(on, frozenset(case.owned))
    board = case.board(catalogue.needs, catalogue.currency)
    advice = recommend(
        board,
        catalogue,
        budget=budget or case.budget,
        on=on,
        seats=case.seats,
        owned=case.owned,
        language=language,
    )
    return Advised(case, catalogue, board, advice)


@to_json.register
def _advised(value: Advised, voice: Voice = GERMAN) -> Json:
    return to_json(value.advice, voice)
