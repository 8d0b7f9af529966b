"""Advise on a stored case: from its board, its catalogue and the terms a person set, and say whether it is current."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction

from augenhoehe.advise.advice import Advice
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.recommending import recommend
from augenhoehe.needs.board import Board
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, audit, boards, cases, catalogues
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.advices import StoredAdvice
from augenhoehe.store.mapping import from_json, to_json
from augenhoehe.store.scope import found


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person sets before advice is asked for, as `advise.recommending.recommend` takes it.

    The budget stands with the case itself (`cases.set_budget`).
    """

    full_need: Money | None = None
    seats: int | None = None
    hours: Decimal | None = None
    must_needs: tuple[str, ...] = field(default=())
    must_take: tuple[str, ...] = field(default=())
    must_leave: tuple[str, ...] = field(default=())
    owned: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that an advice of a case rests on."""

    board: Board
    catalogue: Catalogue
    budget: Money | None
    terms: Terms
    mark: str
    """The digest of all of it; an advice with the same digest is current."""


def terms(actor: Account, case_id: str) -> Terms:
    """The terms of a case. Raises NotFoundError."""
    return from_json(Terms, found(actor, tables.Case, case_id).terms)


def save_terms(actor: Account, case_id: str, terms: Terms) -> None:
    """Set the terms of a case. Raises NotFoundError."""
    with transaction.atomic():
        row = found(actor, tables.Case, case_id)
        row.terms = to_json(terms)
        row.save()
        audit.note(actor, "changed", "case", case_id)


def inputs(actor: Account, case_id: str) -> Inputs:
    """What an advice would rest on now. Raises NotFoundError, InputRefusedError for a case without a catalogue."""
    card = cases.case(actor, case_id)
    catalogue = catalogues.of_case(actor, case_id)
    if catalogue is None:
        raise InputRefusedError.of("store.advising.no_catalogue")
    board, set_terms = boards.board_of(actor, case_id), terms(actor, case_id)
    catalogue = catalogue.valid_on(card.opened_on, frozenset(set_terms.owned))
    mark = advices.digest((board, catalogue, card.budget, set_terms, str(card.opened_on)))
    return Inputs(board, catalogue, card.budget, set_terms, mark)


def advise(actor: Account, case_id: str) -> StoredAdvice:
    """Ask for advice on a case and keep it. Raises NotFoundError, InputRefusedError for what cannot be weighed."""
    ground = inputs(actor, case_id)
    given = {name.name: getattr(ground.terms, name.name) for name in dataclasses.fields(Terms)}
    advice: Advice = recommend(
        ground.board,
        ground.catalogue,
        budget=ground.budget,
        on=cases.case(actor, case_id).opened_on,
        language=actor.language,
        **given,
    )
    advices.add(actor, case_id, advice, inputs=ground.mark)
    kept = advices.latest(actor, case_id)
    if kept is None:  # pragma: no cover - it was added a line ago
        raise RuntimeError("the advice just added is gone")
    return kept


def is_current(actor: Account, case_id: str, kept: StoredAdvice) -> bool:
    """Whether an advice rests on what stands now; if not, it should be asked for again. Raises as `inputs` does."""
    return inputs(actor, case_id).mark == kept.digest
