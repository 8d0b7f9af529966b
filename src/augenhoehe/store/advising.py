"""Advise on a stored case: from its board, its catalogue and the terms a person set, and say whether it is current."""

from __future__ import annotations

from dataclasses import dataclass, replace

from augenhoehe.advise.advice import Advice
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.recommending import recommend_under
from augenhoehe.advise.wants import Wants
from augenhoehe.needs.board import Board
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import advices, boards, cases, catalogues
from augenhoehe.store.account import Account
from augenhoehe.store.advices import StoredAdvice
from augenhoehe.store.terms import terms


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that an advice of a case rests on; `wants` with the case's budget and its first day."""

    board: Board
    catalogue: Catalogue
    wants: Wants
    mark: str
    """The digest of all of it; an advice with the same digest is current."""


def inputs(actor: Account, case_id: str) -> Inputs:
    """What an advice would rest on now. Raises NotFoundError, InputRefusedError for a case without a catalogue."""
    card = cases.case(actor, case_id)
    catalogue = catalogues.of_case(actor, case_id)
    if catalogue is None:
        raise InputRefusedError.of("store.advising.no_catalogue")
    board = boards.board_of(actor, case_id)
    wants = replace(terms(actor, case_id), budget=card.budget, on=card.opened_on)
    catalogue = catalogue.valid_on(card.opened_on, frozenset(wants.owned))
    return Inputs(board, catalogue, wants, advices.digest((board, catalogue, wants)))


def advise(actor: Account, case_id: str) -> StoredAdvice:
    """Ask for advice on a case and keep it. Raises NotFoundError, InputRefusedError for what cannot be weighed."""
    ground = inputs(actor, case_id)
    advice: Advice = recommend_under(ground.wants, ground.board, ground.catalogue, language=actor.language)
    advices.add(actor, case_id, advice, inputs=ground.mark)
    kept = advices.latest(actor, case_id)
    if kept is None:  # pragma: no cover - it was added a line ago
        raise RuntimeError("the advice just added is gone")
    return kept


def is_current(actor: Account, case_id: str, kept: StoredAdvice) -> bool:
    """Whether an advice rests on what stands now; if not, it should be asked for again. Raises as `inputs` does."""
    return inputs(actor, case_id).mark == kept.digest
