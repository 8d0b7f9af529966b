"""Learning from corrections in the store: whose, from what, what it changed, and that it is forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from augenhoehe.listen.consent import Origin
from augenhoehe.store import conversations, corrections, findings
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.finding_people import one_named
from augenhoehe.store.findings import State
from augenhoehe.store.forgetting import forget
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Kind
from store.making import TODAY, transcript

SCRIPT = """
    Alice Adler: Wie läuft das denn heute bei Ihnen im Lager Nummer {number}?
    Petra Schulz: Die Auswertung dauert jedes Mal zwei Tage. Ich hätte gern das Reporting-Modul.
    Alice Adler: Was kostet Sie das im Monat? Ich schicke Ihnen das Angebot bis Freitag.
"""


def read(actor: Account, number: int) -> str:
    """Read a conversation for an account and store it, as the page does."""
    heard = transcript(SCRIPT.format(number=number))
    heard = replace(heard, conversation=replace(heard.conversation, title=f"Lager {number}"))
    examined = corrections.reader(actor)(heard.conversation)
    added = conversations.add(actor, heard, examined.findings, origin=Origin.NOTES, today=TODAY, customer="Muster GmbH")
    corrections.keep(actor, added.conversation_id, examined)
    return added.conversation_id


def review(actor: Account, conversation: str, *, without: Kind | None = None) -> None:
    """Decide every proposal: one kind is rejected, everything else confirmed."""
    for item in findings.list_findings(actor, conversation):
        decide = findings.reject if item.finding.kind is without else findings.confirm
        decide(actor, conversation, [item.id])


def reviewed(actor: Account, number: int = 12, *, without: Kind | None = Kind.QUESTION) -> list[str]:
    """Some conversations, read and reviewed."""
    ids = [read(actor, place) for place in range(1, number + 1)]
    for conversation in ids:
        review(actor, conversation, without=without)
    return ids


def kinds(actor: Account, conversation: str) -> set[Kind]:
    return {item.finding.kind for item in findings.list_findings(actor, conversation)}


def test_it_is_off_until_it_is_switched_on_and_then_for_oneself(cast):
    assert [corrections.is_on(account) for account in (cast.alice, cast.bob)] == [False, False]
    corrections.switch(cast.alice, on=True)
    assert [corrections.is_on(account) for account in (cast.alice, cast.bob)] == [True, False]


def test_while_it_is_off_decisions_change_nothing_and_nothing_is_kept(cast):
    reviewed(cast.alice)
    late = read(cast.alice, 99)
    assert Kind.QUESTION in kinds(cast.alice, late)
    assert tables.Considered.objects.count() == 0


def test_what_is_always_rejected_is_proposed_no_more_and_the_account_sees_it(cast):
    reviewed(cast.alice)
    corrections.switch(cast.alice, on=True)
    late = read(cast.alice, 99)
    assert Kind.QUESTION not in kinds(cast.alice, late)
    learning = corrections.learning(cast.alice)
    (changed,) = learning.changed
    questions = sum(
        item.kind is Kind.QUESTION for item in examine(conversations.conversation(cast.alice, late).conversation)
    )
    assert (learning.on, learning.reviewed) == (True, 12)
    assert (changed.conversation_id, changed.title, changed.fewer) == (late, "Lager 99", questions)
    assert (learning.fewer, learning.fell) == (questions, 12 * questions)


def test_a_colleague_is_not_taught_by_it(cast):
    reviewed(cast.alice)
    corrections.switch(cast.alice, on=True)
    corrections.switch(cast.bob, on=True)
    assert Kind.QUESTION in kinds(cast.bob, read(cast.bob, 99))
    assert corrections.learning(cast.bob).reviewed == 0
    assert corrections.learning(cast.charlie).reviewed == 0


def test_only_conversations_one_decided_wholly_oneself_teach(cast):
    first, second, third = (read(cast.alice, place) for place in (1, 2, 3))
    review(cast.alice, first)
    findings.confirm(cast.alice, second, ["f1"])
    review(cast.alice, third)
    findings.reject(cast.bob, third, ["f1"])
    assert corrections.learning(cast.alice).reviewed == 1


def test_switching_off_takes_back_what_nobody_decided(cast):
    reviewed(cast.alice)
    corrections.switch(cast.alice, on=True)
    late = read(cast.alice, 99)
    findings.confirm(cast.alice, late, [findings.list_findings(cast.alice, late)[0].id])
    corrections.switch(cast.alice, on=False)
    stands = findings.list_findings(cast.alice, late)
    plain = examine(conversations.conversation(cast.alice, late).conversation)
    assert {(item.finding.kind, item.finding.evidence) for item in stands} == {
        (one.kind, one.evidence) for one in plain
    }
    assert [item.state for item in stands].count(State.CONFIRMED) == 1
    assert corrections.learning(cast.alice).changed == ()


def test_forgetting_starts_afresh_and_leaves_decisions(cast):
    first, *_ = reviewed(cast.alice)
    corrections.switch(cast.alice, on=True)
    read(cast.alice, 98)
    corrections.forget(cast.alice)
    assert (corrections.learning(cast.alice).reviewed, corrections.is_on(cast.alice)) == (0, True)
    assert Kind.QUESTION in kinds(cast.alice, read(cast.alice, 99))
    assert {item.state for item in findings.list_findings(cast.alice, first)} == {State.CONFIRMED, State.REJECTED}


def test_what_was_learned_is_the_same_whenever_it_is_computed(cast):
    reviewed(cast.alice, 4)
    once = corrections.lessons(cast.alice)
    tables.Considered.objects.all().delete()
    assert corrections.lessons(cast.alice) == once


def test_decision_taken_back_is_learned_no_more(cast):
    ids = reviewed(cast.alice, 2)
    before = corrections.lessons(cast.alice)
    findings.undo(cast.alice, ids[0])
    assert (len(before), len(corrections.lessons(cast.alice))) == (2, 1)


def test_forgetting_a_person_forgets_what_was_considered_in_their_words(cast):
    corrections.switch(cast.alice, on=True)
    talk = read(cast.alice, 1)
    assert tables.Considered.objects.filter(conversation_id=talk).count() == 1
    forget(cast.alice, one_named(cast.alice, "Petra Schulz"), today=TODAY)
    assert tables.Considered.objects.filter(conversation_id=talk).count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_settings_ask_the_same_number_of_queries_however_much_was_reviewed(cast, number, django_assert_num_queries):
    reviewed(cast.alice, number)
    corrections.switch(cast.alice, on=True)
    for place in range(number):
        read(cast.alice, 50 + place)
    with django_assert_num_queries(5):
        assert len(corrections.learning(cast.alice).changed) == number
