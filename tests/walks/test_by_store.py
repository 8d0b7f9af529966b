"""The same case kept in the database gives the same advice as the files do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from augenhoehe.api import advise
from augenhoehe.journey.record import Origin
from augenhoehe.keep.promising import promises_from
from augenhoehe.report.record import render
from augenhoehe.store import advices, advising, boards, cases, catalogues, conversations, findings, promises, records
from augenhoehe.store.errors import NotFoundError
from augenhoehe.wording.saying import Voice
from walks.sample import CASES, case_of, catalogue_file, catalogue_of

TODAY = date(2026, 11, 2)


def keep(actor: Any, name: str) -> str:
    """The sample case in the store, its findings confirmed one by one; its id."""
    case = case_of(name)
    catalogue = catalogues.add_catalogue(actor, catalogue_file(name).read_bytes(), f"{name}.toml")
    case_id = cases.open_case(
        actor,
        case.title,
        opened_on=case.made_on or TODAY,
        customer=case.customer,
        occasion=case.occasion,
        catalogue_id=catalogue,
    )
    cases.set_budget(actor, case_id, case.budget)
    for talk in case.talks:
        added = conversations.add(
            actor, talk.transcript, origin=talk.origin or Origin.NOTES, today=TODAY, case_id=case_id
        )
        for each in talk.findings:
            place = each.evidence
            findings.add_own(
                actor, added.conversation_id, place.turn.id, each.kind, place.start, place.end, dict(each.attrs)
            )
    return case_id


@pytest.mark.parametrize("name", CASES)
def test_store_and_files_give_the_same_advice(cast: Any, name: str) -> None:
    case_id = keep(cast.alice, name)
    stored, plain = advising.advise(cast.alice, case_id).advice, advise(case_of(name), catalogue_of(name)).advice
    for part in ("kept", "left_out", "added", "rejected"):
        assert [item.offer for item in getattr(stored, part)] == [item.offer for item in getattr(plain, part)]
    assert (stored.status, stored.price, stored.proof, stored.chosen) == (
        plain.status,
        plain.price,
        plain.proof,
        plain.chosen,
    )


def test_record_from_the_store_runs_along_the_whole_spine(cast: Any) -> None:
    case, case_id = case_of("pruefstand"), keep(cast.alice, "pruefstand")
    advising.advise(cast.alice, case_id)
    assert case.decision is not None
    advices.decide(cast.alice, case_id, case.decision)
    advices.save_signs(cast.alice, case_id, case.signs)
    advices.plan_checks(cast.alice, case_id, case.checks)
    confirmed = findings.confirmed(cast.alice, case_id)
    for conversation in conversations.of_case(cast.alice, case_id):
        promises.add_promises(cast.alice, case_id, promises_from(conversation, confirmed[conversation.id]))
    record = records.record(cast.alice, case_id)
    assert (record.decision, record.signs) == (case.decision, case.signs)
    assert (len(record.checks), record.confirmed_by) == (4, "Alice Adler")
    assert {promise.what for promise in record.promises} >= {
        "Das Angebot schicke ich Ihnen bis Freitag, auf einer Seite."
    }
    for audience in ("customer", "internal"):
        assert b"Kettenwerk Antriebe GmbH" in render(record, Voice("de"), form="html", audience=audience)


def test_nobody_else_sees_any_of_it(cast: Any) -> None:
    """Bob, on Alice's team, sees everything; Charlie gets a refusal or nothing."""
    case_id = keep(cast.alice, "pruefstand")
    advising.advise(cast.alice, case_id)

    def seen(actor: Any) -> list[bool]:
        looks = (records.record, boards.board_of, advices.latest, conversations.of_case, findings.confirmed)
        return [_sees(look, actor, case_id) for look in looks]

    assert (seen(cast.bob), seen(cast.charlie)) == ([True] * 5, [False] * 5)


def _sees(look: Any, actor: Any, case_id: str) -> bool:
    try:
        return bool(look(actor, case_id))
    except NotFoundError:
        return False
