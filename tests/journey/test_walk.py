"""The whole walk of one case, with keepers in memory."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.journey.commit import commit
from augenhoehe.journey.examine import examine
from augenhoehe.journey.hear import hear
from augenhoehe.journey.recommend import recommend
from augenhoehe.journey.record import AdviceRecord, Decision, DecisionKind, Origin
from augenhoehe.journey.review import Answer, review
from augenhoehe.journey.settle import Ruling, RulingKind, confirm_above
from augenhoehe.keep.ledger import EntryKind
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.learn.checks import Check, SignOfSuccess, Use
from augenhoehe.needs.board import Board
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.findings import Kind
from tests.journey.keepers import (
    MemoryCatalogues,
    MemoryClock,
    MemoryConversations,
    MemoryFindings,
    MemoryLedgers,
    MemoryRecords,
)

TALK = """Dörfler: Was dauert denn heute am längsten?
Wiegmann: Die Auswertung dauert jedes Mal zwei Tage. Ich hätte gern das Statistikmodul.
Dörfler: Ich schicke Ihnen das Angebot bis Freitag.
"""
CATALOGUE = b"""
schema = "augenhoehe.catalogue/1"
name = { de = "Probe", en = "Sample" }
currency = "EUR"

[[need]]
id = "speed"
name = { de = "Schnelle Auswertung", en = "Fast analysis" }
signs = ["Auswertung dauert", "Auswertung"]
weight = 0.9

[[offer]]
id = "report"
title = { de = "Berichtsvorlage", en = "Report template" }
prices = [{ amount = 400, per = "once" }]
serves = { speed = 100 }

[[offer]]
id = "statistics"
title = { de = "Statistikmodul", en = "Statistics module" }
prices = [{ amount = 9000, per = "once" }]
serves = { speed = 25 }
"""
WEDNESDAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(CATALOGUE, "probe.toml")


class Walk:
    """One case with its keepers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.clock = MemoryClock(WEDNESDAY)
        self.conversations = MemoryConversations()
        self.findings = MemoryFindings()
        self.catalogues = MemoryCatalogues(catalogue)
        self.records = MemoryRecords()
        self.ledgers = MemoryLedgers()
        self.records.save(AdviceRecord("case1", "Messkette", "Wiegmann", "Dörfler", "Anruf", None, (), Board(), (), ()))

    def hear(self) -> str:
        return hear(
            self.conversations,
            "case1",
            TALK.encode(),
            "talk.txt",
            origin=Origin.NOTES,
            advisers=["Dörfler"],
            customers=["Wiegmann"],
        )

    def recommend(self) -> AdviceRecord:
        return recommend(self.records, self.conversations, self.findings, self.catalogues, self.clock, "case1")


@pytest.fixture
def walk(catalogue: Catalogue) -> Walk:
    return Walk(catalogue)


def test_what_nobody_confirmed_stays_out_of_the_case(walk: Walk) -> None:
    examine(walk.conversations, walk.findings, walk.hear())

    record = walk.recommend()

    assert record.board == Board()
    assert record.confirmed_by == ""


def test_confirmed_findings_feed_the_case_and_rejected_ones_do_not(walk: Walk) -> None:
    talk = walk.hear()
    examined = examine(walk.conversations, walk.findings, talk)
    assert {found.kind for found in examined.findings} >= {Kind.WISH, Kind.PROBLEM, Kind.PROMISE}
    wishes = [found for found in examined.findings if found.kind is Kind.WISH]
    walk.findings.rule(talk, [Ruling(found.id, RulingKind.REJECTED, "Dörfler") for found in wishes])
    walk.findings.rule(talk, confirm_above(examined.findings, walk.findings.rulings(talk), 0.0, "Dörfler"))

    record = walk.recommend()

    assert record.board.wishes == ()
    assert [need.named for need in record.board.needs] == ["speed"]
    assert record.confirmed_by == "Dörfler"
    assert record.advice is not None
    assert record.made_on == WEDNESDAY


def test_from_decision_to_outcome(walk: Walk) -> None:
    talk = walk.hear()
    examined = examine(walk.conversations, walk.findings, talk)
    walk.findings.rule(talk, confirm_above(examined.findings, (), 0.0, "Dörfler"))
    walk.recommend()
    promise = Promise("p1", Side.OURS, "Dörfler", "Angebot schicken", None, True, WEDNESDAY)
    sign = SignOfSuccess("Auswertung an einem Tag", "zwei Tage", "ein Tag")
    decision = Decision(DecisionKind.FOLLOWED, WEDNESDAY, "Machen wir so.", ("report",))

    record = commit(
        walk.records, walk.ledgers, walk.clock, "case1", decision, promises=[promise], signs=[sign], days=[30, 90]
    )

    assert record.checks == (Check(date(2026, 4, 3), "report"), Check(date(2026, 6, 2), "report"))
    assert (record.promises, record.signs) == ((promise,), (sign,))
    assert [(entry.kind, entry.about) for entry in walk.ledgers.entries("case1")] == [(EntryKind.PROMISE_MADE, "p1")]

    walk.clock.day = date(2026, 6, 5)
    assert review(walk.records, walk.clock, "case1").still_due == record.checks[1:]
    reviewed = review(
        walk.records,
        walk.clock,
        "case1",
        [Answer(record.checks[1], Use.PARTLY, "Nur im Labor.")],
        learned="Früher fragen.",
    )

    assert reviewed.still_due == ()
    assert [(outcome.offer, outcome.use, outcome.words) for outcome in reviewed.outcomes] == [
        ("report", Use.PARTLY, "Nur im Labor.")
    ]
    assert walk.records.one("case1").learned == "Früher fragen."


def test_committing_twice_keeps_a_promise_once(walk: Walk) -> None:
    talk = walk.hear()
    examine(walk.conversations, walk.findings, talk)
    walk.recommend()
    promise = Promise("p1", Side.OURS, "Dörfler", "Angebot schicken", None, True, WEDNESDAY)
    undecided = Decision(DecisionKind.NONE, None)

    commit(walk.records, walk.ledgers, walk.clock, "case1", undecided, promises=[promise])
    record = commit(walk.records, walk.ledgers, walk.clock, "case1", undecided, promises=[promise])

    assert (record.promises, record.checks) == ((promise,), ())
    assert len(walk.ledgers.entries("case1")) == 1


def test_insisting_keeps_the_risks_that_were_named(walk: Walk) -> None:
    talk = walk.hear()
    examined = examine(walk.conversations, walk.findings, talk)
    walk.findings.rule(talk, confirm_above(examined.findings, (), 0.0, "Dörfler"))
    advised = walk.recommend().advice
    assert advised is not None

    record = commit(
        walk.records,
        walk.ledgers,
        walk.clock,
        "case1",
        Decision(DecisionKind.INSISTED, WEDNESDAY, offers=("statistics",)),
    )

    assert record.decision is not None
    assert record.decision.risks_named == tuple(compromise.need for compromise in advised.compromises)


def test_nothing_is_decided_before_there_is_advice(walk: Walk) -> None:
    with pytest.raises(ValueError, match="no advice"):
        commit(walk.records, walk.ledgers, walk.clock, "case1", Decision(DecisionKind.NONE, None))


def test_an_unreadable_file_keeps_nothing(walk: Walk) -> None:
    with pytest.raises(InputRefusedError):
        hear(walk.conversations, "case1", b"", "leer.txt", origin=Origin.NOTES)

    assert walk.conversations.of_case("case1") == []
