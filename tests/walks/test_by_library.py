"""From the files of a case to its record, with the library alone."""

from __future__ import annotations

import json

import pytest

from augenhoehe.advise.advice import Status
from augenhoehe.api import advise
from augenhoehe.api.recording import record_of
from augenhoehe.report.record import AUDIENCES, FORMS, render
from augenhoehe.wording.saying import Address, Voice
from walks.sample import CASES, case_of, catalogue_of

VOICES = (Voice("de"), Voice("de", Address.DU), Voice("en"))


def test_engineer_who_wants_toolboxes_gets_honest_advice() -> None:
    """He wants simulation, real time, statistics and reports; what whistles at night was not on his list."""
    advised = advise(case_of("pruefstand"), catalogue_of("pruefstand"))
    advice = advised.advice
    assert advice.status is Status.BEST
    assert [item.offer for item in advice.kept] == ["statistik", "bericht"]
    assert [item.offer for item in advice.left_out] == ["simulation", "echtzeit"]
    assert [item.offer for item in advice.added] == ["ordnung", "nachtwaechter"]
    assert all(item.reasons for part in (advice.kept, advice.left_out, advice.added) for item in part)


@pytest.mark.parametrize("name", CASES)
def test_every_quote_of_the_advice_stands_in_its_conversation(name: str) -> None:
    advised = advise(case_of(name), catalogue_of(name))
    texts = {(t.conversation.id, turn.id): turn.text for t in advised.case.talks for turn in t.conversation.turns}
    items = [*advised.advice.kept, *advised.advice.left_out, *advised.advice.added, *advised.advice.rejected]
    quoted = [each for item in items for each in item.wished_by]
    quoted += [each for item in items for reason in item.reasons for each in reason.evidence]
    quoted += [each for compromise in advised.advice.compromises for each in compromise.evidence]
    assert len(quoted) > 5
    assert [
        each for each in quoted if texts[each.conversation, each.turn.id][each.start : each.end] != each.quote
    ] == []


@pytest.mark.parametrize("name", CASES)
def test_record_runs_along_the_whole_spine(name: str) -> None:
    record = record_of(advise(case_of(name), catalogue_of(name)))
    assert record.confirmed_by == record.adviser != ""
    assert all(
        (record.occasion, record.conversations, record.board.wishes, record.board.needs, record.advice, record.decision)
    )
    assert all((record.promises, record.signs, record.checks))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_record_is_set_in_every_form_for_every_reader(name: str, form: str, audience: str) -> None:
    record = record_of(advise(case_of(name), catalogue_of(name)))
    for voice in VOICES[:1] if form == "pdf" else VOICES:
        written = render(record, voice, form=form, audience=audience)
        assert len(written) > 2000
        assert written == render(record, voice, form=form, audience=audience)


def test_insisting_keeps_the_risk_that_was_named() -> None:
    record = record_of(advise(case_of("pruefstand"), catalogue_of("pruefstand")))
    notes = render(record, Voice("de"), form="md", audience="customer").decode()
    assert record.decision is not None
    for risk in record.decision.risks_named:
        assert risk in notes


def test_settled_promises_are_shown_as_settled() -> None:
    record = record_of(advise(case_of("pruefstand"), catalogue_of("pruefstand")))
    case = case_of("pruefstand")
    settled = {promise.what: promise.state for promise in record.promises if promise.settled_on}
    assert settled == {note.quote: note.state for note in case.promises}
    assert len(settled) < len(record.promises)


def test_json_of_the_record_names_its_shape() -> None:
    record = record_of(advise(case_of("office-move"), catalogue_of("office-move")))
    assert json.loads(render(record, Voice("en"), form="json", audience="internal"))["schema"] == "augenhoehe.record/1"


@pytest.mark.parametrize("name", CASES)
def test_record_names_offers_in_the_language_of_its_reader(name: str) -> None:
    advised = advise(case_of(name), catalogue_of(name))
    german, english = (dict(record_of(advised, language).offers) for language in ("de", "en"))
    assert german == {offer.id: offer.name("de") for offer in advised.catalogue.offers}
    assert english == {offer.id: offer.name("en") for offer in advised.catalogue.offers} != german
