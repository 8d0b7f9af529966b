"""Recommend: the board of what was confirmed and the catalogue become advice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.recommending import recommend as advise
from augenhoehe.journey.ports import Catalogues, Clock, Conversations, Findings, Records
from augenhoehe.journey.record import AdviceRecord
from augenhoehe.journey.settle import settle
from augenhoehe.needs.board import Board
from augenhoehe.needs.weighing import board
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.money import Money
from augenhoehe.understand.findings import Finding


def confirmed_board(
    conversations: Sequence[Conversation], confirmed: Mapping[str, Sequence[Finding]], catalogue: Catalogue
) -> Board:
    """The board weighed from confirmed findings only."""
    return board(conversations, confirmed, catalogue.needs, confirmed=True, house_currency=catalogue.currency)


def recommend(
    records: Records,
    conversations: Conversations,
    findings: Findings,
    catalogues: Catalogues,
    clock: Clock,
    case: str,
    *,
    budget: Money | None = None,
) -> AdviceRecord:
    """Advise a case and keep the advice in its record. What nobody has confirmed stays out of it."""
    held = conversations.of_case(case)
    rulings = {talk.id: findings.rulings(talk.id) for talk in held}
    confirmed = {talk.id: settle(findings.proposed(talk.id), rulings[talk.id]).confirmed for talk in held}
    catalogue = catalogues.of_case(case)
    weighed = confirmed_board(held, confirmed, catalogue)
    names = sorted({ruling.by for several in rulings.values() for ruling in several})
    record = replace(
        records.one(case),
        board=weighed,
        advice=advise(weighed, catalogue, budget=budget, on=clock.today()),
        made_on=clock.today(),
        offers=tuple((offer.id, offer.name("de")) for offer in catalogue.offers),
        needs=tuple((need.id, need.name("de"), need.name("en")) for need in catalogue.needs),
        confirmed_by=", ".join(names),
    )
    records.save(record)
    return record
