"""Put the advice record of a case together from everything that is stored."""

from __future__ import annotations

from augenhoehe.journey.record import AdviceRecord
from augenhoehe.store import advices, boards, cases, catalogues, conversations, findings, promises
from augenhoehe.store.account import Account


def record(actor: Account, case_id: str, *, language: str | None = None) -> AdviceRecord:
    """The record as it stands: confirmed findings only, the newest advice and decision. Offers are named in `language`
    (the actor's own without one). Raises NotFoundError."""
    card = cases.case(actor, case_id)
    catalogue = catalogues.of_case(actor, case_id)
    advice = advices.latest(actor, case_id)
    return AdviceRecord(
        case=card.id,
        title=card.title,
        customer=card.customer,
        adviser=card.adviser,
        occasion=card.occasion,
        made_on=advice.at.date() if advice else card.opened_on,
        conversations=conversations.heard(actor, case_id),
        board=boards.board_of(actor, case_id),
        offers=tuple((offer.id, offer.name(language or actor.language)) for offer in catalogue.offers)
        if catalogue
        else (),
        needs=tuple((need.id, need.name("de"), need.name("en")) for need in catalogue.needs) if catalogue else (),
        advice=advice.advice if advice else None,
        decision=advices.decision(actor, case_id),
        promises=tuple(item.promise for item in promises.list_promises(actor, case_id=case_id)),
        signs=advices.signs(actor, case_id),
        checks=tuple(item.check for item in advices.checks(actor, case_id=case_id)),
        learned=card.learned,
        confirmed_by=findings.confirmed_by(actor, case_id),
    )
