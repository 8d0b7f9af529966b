"""Tests of the walk on the store: hear, examine, settle, recommend, commit, review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from augenhoehe.journey.commit import commit
from augenhoehe.journey.examine import examine
from augenhoehe.journey.hear import hear
from augenhoehe.journey.recommend import recommend
from augenhoehe.journey.record import Decision, DecisionKind, SignOfSuccess, Use
from augenhoehe.journey.review import Answer, review
from augenhoehe.journey.settle import Ruling, RulingKind, confirm_above, settle
from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import Side
from augenhoehe.keep.promising import promises_from
from augenhoehe.listen.consent import Origin
from augenhoehe.store import advices, advising, cases, catalogues, records
from augenhoehe.store.keepers import (
    CatalogueKeeper,
    ConversationKeeper,
    Day,
    FindingKeeper,
    LedgerKeeper,
    RecordKeeper,
)
from store.making import CATALOGUE, TODAY

TALK = """\
Alice Adler: Was soll in einem Jahr anders sein?
Petra Schulz: Die Auswertung dauert jedes Mal zwei Tage, das ist ein Problem.
Petra Schulz: Ich hätte gern das Reporting-Modul.
Alice Adler: Ich schicke Ihnen das Angebot bis Freitag.
""".encode()


def test_a_whole_case_is_walked_on_the_store(cast):
    talks, found = ConversationKeeper(cast.alice, TODAY), FindingKeeper(cast.alice)
    kept, books, clock = RecordKeeper(cast.alice), LedgerKeeper(cast.alice), Day(TODAY)
    catalogue = catalogues.add_catalogue(cast.alice, CATALOGUE, "small.toml")
    case_id = cases.open_case(cast.alice, "Fall", opened_on=TODAY, customer="Muster GmbH", catalogue_id=catalogue)

    talk = hear(talks, case_id, TALK, "talk.txt", origin=Origin.NOTES, advisers=["Alice Adler"])
    examined = examine(talks, found, talk)
    assert found.proposed(talk) == examined.findings
    found.rule(talk, confirm_above(examined.findings, found.rulings(talk), 0.2, "Alice Adler"))
    settled = settle(found.proposed(talk), found.rulings(talk))
    assert settled.confirmed == examined.findings

    record = recommend(kept, talks, found, CatalogueKeeper(cast.alice), clock, case_id)
    assert record.advice.chosen == ("automation",)
    stored = advices.latest(cast.alice, case_id)
    assert (stored.advice, advising.is_current(cast.alice, case_id, stored)) == (record.advice, True)

    decision = Decision(DecisionKind.FOLLOWED, TODAY, "So machen wir es.", ("automation",))
    (promise,) = promises_from(examined.conversation, settled.confirmed)
    commit(kept, books, clock, case_id, decision, promises=[promise], signs=[SignOfSuccess("mittags fertig")])
    standing = records.record(cast.bob, case_id)
    assert (standing.decision, standing.signs) == (decision, (SignOfSuccess("mittags fertig"),))
    assert [item.what for item in standing.promises] == [promise.what]
    (made,) = books.entries(case_id)
    assert (made.kind, made.about, made.words) == (EntryKind.PROMISE_MADE, standing.promises[0].id, promise.what)
    put_off = Entry("e1", EntryKind.PUT_OFF, TODAY, Side.THEIRS)
    books.add(case_id, [put_off, made])
    assert [entry.id for entry in books.entries(case_id)] == [made.id, "e1"]
    looks = [check.on for check in standing.checks]
    assert looks == sorted(looks) != []

    later = Day(date(2027, 6, 1))
    answer = Answer(standing.checks[0], Use.IN_USE, "läuft jeden Monat")
    reviewed = review(kept, later, case_id, [answer], learned="Früher fragen")
    again = records.record(cast.bob, case_id)
    assert (again.checks, again.learned) == (reviewed.record.checks, "Früher fragen")
    assert again.checks[0].asked_on == date(2027, 6, 1)


def test_rulings_come_back_as_they_were_made(cast):
    talks, found = ConversationKeeper(cast.alice, TODAY), FindingKeeper(cast.alice)
    case_id = cases.open_case(cast.alice, "Fall", opened_on=TODAY)
    talk = hear(talks, case_id, TALK, "talk.txt", origin=Origin.NOTES, advisers=["Alice Adler"])
    first, second, third, *_ = examine(talks, found, talk).findings
    shorter = replace(second, evidence=replace(second.evidence, end=second.evidence.end - 1))
    made = [
        Ruling(first.id, RulingKind.CONFIRMED, "Alice Adler"),
        Ruling(second.id, RulingKind.CORRECTED, "Alice Adler", shorter),
        Ruling(third.id, RulingKind.REJECTED, "Alice Adler"),
    ]
    found.rule(talk, made)
    assert found.rulings(talk) == tuple(made)
    assert found.proposed(talk)[1] == second


def test_what_is_not_there_is_a_key_error(cast):
    for missing in (
        lambda: ConversationKeeper(cast.alice, TODAY).one("x"),
        lambda: RecordKeeper(cast.alice).one("x"),
        lambda: CatalogueKeeper(cast.alice).of_case(cases.open_case(cast.alice, "Fall", opened_on=TODAY)),
    ):
        with pytest.raises(KeyError):
            missing()
