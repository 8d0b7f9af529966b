"""Critiques of an advice ("without X", "X must be in", "half the effort", "at most N"): each a limit, its effect named.

The new advice is solved and proven like any other; the effect is the comparison of both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from augenhoehe.advise.advice import Advice, Status
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.comparing import Comparison, compare
from augenhoehe.advise.engine import Engine
from augenhoehe.advise.recommending import recommend_under
from augenhoehe.advise.wants import Wants
from augenhoehe.needs.board import Board
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money


class Kind(StrEnum):
    """What is asked of the advice."""

    WITHOUT = "without"
    WITH = "with"
    HALF_EFFORT = "half_effort"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Critique:
    """One wish about the advice; `offers` for without and with, `amount` for at most."""

    kind: Kind
    offers: tuple[str, ...] = ()
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a critique comes to: the terms with it, the advice under them, and the comparison with the advice before
    (None where nothing fits or nothing is proven; the advice then says what stands in the way).
    """

    wants: Wants
    advice: Advice
    comparison: Comparison | None


def changed(wants: Wants, critique: Critique, advice: Advice) -> Wants:
    """The terms with a critique; what is newly asked for takes the place of what it contradicts."""
    if critique.kind is Kind.WITHOUT:
        take = tuple(one for one in wants.must_take if one not in critique.offers)
        return replace(wants, must_take=take, must_leave=tuple(dict.fromkeys((*wants.must_leave, *critique.offers))))
    if critique.kind is Kind.WITH:
        leave = tuple(one for one in wants.must_leave if one not in critique.offers)
        return replace(wants, must_leave=leave, must_take=tuple(dict.fromkeys((*wants.must_take, *critique.offers))))
    if critique.kind is Kind.HALF_EFFORT:
        return replace(wants, hours=(advice.effort_hours / 2).quantize(Decimal("0.01")))
    return replace(wants, budget=critique.amount)


def criticise(
    board: Board,
    catalogue: Catalogue,
    wants: Wants,
    critique: Critique,
    advice: Advice,
    *,
    language: str = "de",
    engine: Engine | None = None,
) -> Effect:
    """The advice under a critique against the one before. Raises InputRefusedError as `recommend` does."""
    under = changed(wants, critique, advice)
    other = recommend_under(under, board, catalogue, language=language, engine=engine)
    if other.status is not Status.BEST or advice.status is not Status.BEST:
        return Effect(under, other, None)
    return Effect(under, other, compare(board, catalogue, under, advice.chosen, other.chosen, engine=engine))


def offers_named(catalogue: Catalogue, words: str) -> tuple[str, ...]:
    """The offers that these words name: by id, by a whole title or other name, or by what stands in one ("Cloud").

    Raises InputRefusedError where none does.
    """
    wanted = " ".join(words.casefold().split())
    names = {offer.id: [offer.id, *(text for _, text in offer.title), *offer.aliases] for offer in catalogue.offers}
    whole = tuple(offer for offer, texts in names.items() if any(text.casefold() == wanted for text in texts))
    if whole:
        return whole
    part = tuple(offer for offer, texts in names.items() if any(wanted in text.casefold() for text in texts))
    if not wanted or not part:
        raise InputRefusedError.of("advise.critique_unknown", words=words.strip())
    return part
