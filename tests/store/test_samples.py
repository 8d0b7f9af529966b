"""Tests of the sample case in the store."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from augenhoehe.store import advices, boards, cases, conversations, findings, promises, samples
from augenhoehe.store.cases import Station

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_is_loaded_with_what_was_confirmed_and_decided(cast, language):
    case_id = samples.load(cast.alice, language, today=TODAY)
    (line,) = cases.list_cases(cast.alice)
    assert (line.id, line.is_sample, line.conversations) == (case_id, True, 2)
    assert line.station is Station.DECIDED
    assert findings.confirmed_by(cast.alice, case_id) == "Alice Adler"
    assert boards.board_of(cast.alice, case_id).wishes != ()
    assert advices.decision(cast.alice, case_id) is not None
    assert promises.list_promises(cast.alice, case_id=case_id) != ()


def test_loading_it_twice_gives_the_case_that_stands(cast):
    first = samples.load(cast.alice, "de", today=TODAY)
    assert samples.load(cast.bob, "de", today=TODAY) == first
    assert samples.load(cast.charlie, "de", today=TODAY) != first


def test_nothing_confirmed_is_proposed_again(cast):
    case_id = samples.load(cast.alice, "de", today=TODAY)
    for line in conversations.list_conversations(cast.alice, case_id):
        places = [
            (item.finding.kind, item.finding.evidence.turn.id, item.finding.evidence.start)
            for item in findings.list_findings(cast.alice, line.id)
        ]
        assert len(places) == len(set(places))
        assert line.confirmed > 5


def test_the_sample_ships_with_the_package():
    for name in samples.SAMPLES.values():
        assert (files("augenhoehe.sample") / name / "case.json").is_file()
