"""Tests of the advice record of a stored case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from augenhoehe.journey.record import Check, Decision, DecisionKind, SignOfSuccess
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.report.record import render
from augenhoehe.store import accounts, advices, advising, cases, promises, records
from augenhoehe.store.errors import NotFoundError
from augenhoehe.wording.saying import Voice
from store.making import TODAY, advised_case


def test_the_record_holds_the_whole_spine(cast):
    added = advised_case(cast.alice)
    case_id = added.case_id
    kept = advising.advise(cast.alice, case_id)
    decision = Decision(DecisionKind.FOLLOWED, TODAY, "So machen wir es.", ("automation",))
    advices.decide(cast.alice, case_id, decision)
    advices.save_signs(cast.alice, case_id, [SignOfSuccess("mittags fertig")])
    advices.plan_checks(cast.alice, case_id, [Check(TODAY, "automation")])
    promises.add_promises(cast.alice, case_id, [Promise("", Side.OURS, "Alice Adler", "Angebot", None, True, TODAY)])
    cases.save_case(cast.alice, case_id, occasion="Anruf", learned="Früher fragen")
    record = records.record(cast.bob, case_id)
    assert (record.title, record.customer, record.adviser, record.occasion) == (
        "Berichte",
        "Muster GmbH",
        "Alice Adler",
        "Anruf",
    )
    assert record.advice == kept.advice
    assert record.decision == decision
    assert [item.what for item in record.promises] == ["Angebot"]
    assert (record.signs, record.checks) == ((SignOfSuccess("mittags fertig"),), (Check(TODAY, "automation"),))
    assert (record.learned, record.confirmed_by) == ("Früher fragen", "Alice Adler")
    assert [heard.people for heard in record.conversations] == [("Alice Adler", "Petra Schulz")]
    assert record.offers[0] == ("reporting", "Reporting-Modul")
    assert record.needs == (("time", "Zeit bei der Auswertung", "Time for evaluation"),)
    assert [wish.what for wish in record.board.wishes] != []
    english = accounts.save_settings(cast.bob, language="en")
    assert records.record(english, case_id) == replace(
        record, offers=(("reporting", "Reporting module"), ("automation", "Evaluation at a click"))
    )


def test_the_record_of_a_case_that_has_only_begun_is_rendered_too(cast):
    case_id = cases.open_case(cast.alice, "Fall", opened_on=TODAY)
    record = records.record(cast.alice, case_id)
    assert (record.advice, record.decision, record.made_on) == (None, None, TODAY)
    assert "Fall" in render(record, Voice("de"), form="md", audience="customer").decode()


def test_charlie_gets_no_record(cast):
    with pytest.raises(NotFoundError):
        records.record(cast.charlie, advised_case(cast.alice).case_id)
