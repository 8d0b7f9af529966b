"""Tests of promises, the ledger, partner facts and practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.ledger import promises as folded_promises
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import Money
from augenhoehe.store import cases, conversations, ledger, partners, practice, promises
from augenhoehe.store.errors import NotFoundError
from store.making import TODAY, add


@pytest.fixture
def talk(cast):
    return add(cast.alice)


@pytest.fixture
def promise(cast, talk):
    turn = conversations.conversation(cast.alice, talk.conversation_id).conversation.turn(4)
    evidence = Evidence.locate(talk.conversation_id, turn, "Ich schicke Ihnen das bis Freitag.")
    due = Due("bis Freitag", date(2026, 3, 13), date(2026, 3, 13))
    return Promise("", Side.OURS, "Alice Adler", "das schicken", due, True, TODAY, evidence=evidence)


def test_a_promise_comes_back_with_its_words(cast, talk, promise):
    (made,) = promises.add_promises(cast.alice, talk.case_id, [promise])
    stored = promises.promise(cast.bob, made)
    assert stored.promise == replace(promise, id=made)
    assert (stored.case_title, stored.customer) == ("Berichte", "Muster GmbH")


def test_a_promise_keeps_the_words_it_hangs_on(cast, talk, promise):
    hanging = replace(promise, condition="wenn die Daten da sind")
    (made,) = promises.add_promises(cast.alice, talk.case_id, [hanging])
    assert promises.promise(cast.alice, made).promise.condition == "wenn die Daten da sind"
    (told,) = folded_promises(ledger.of_case(cast.alice, talk.case_id).entries)
    assert told.condition == "wenn die Daten da sind"


def test_a_promise_on_the_same_words_is_kept_once(cast, talk, promise):
    first = promises.add_promises(cast.alice, talk.case_id, [promise])
    assert promises.add_promises(cast.bob, talk.case_id, [promise]) == first


def test_promises_due_first_stand_on_top_and_those_without_a_day_last(cast, talk, promise):
    vague = replace(promise, evidence=None, due=None, what="vage")
    later = replace(promise, evidence=None, due=Due("im Mai", date(2026, 5, 1), date(2026, 5, 31)), what="später")
    theirs = replace(later, side=Side.THEIRS, what="deren")
    promises.add_promises(cast.alice, talk.case_id, [vague, later, theirs, promise])
    ours = promises.list_promises(cast.alice, side=Side.OURS)
    assert [item.promise.what for item in ours] == ["das schicken", "später", "vage"]
    assert len(promises.list_promises(cast.alice, case_id=talk.case_id)) == 4


def test_what_became_of_a_promise(cast, talk, promise):
    (made,) = promises.add_promises(cast.alice, talk.case_id, [promise])
    new = Due("bis Montag", date(2026, 3, 16), date(2026, 3, 16))
    promises.settle(cast.alice, made, PromiseState.RENEGOTIATED, on=TODAY, due=new, note="vorher gesagt")
    value = promises.promise(cast.alice, made).promise
    assert (value.state, value.due, value.settled_on) == (PromiseState.RENEGOTIATED, new, None)
    promises.settle(cast.bob, made, PromiseState.KEPT, on=date(2026, 3, 16))
    value = promises.promise(cast.alice, made).promise
    assert (value.state, value.settled_on) == (PromiseState.KEPT, date(2026, 3, 16))
    assert promises.list_promises(cast.alice, unsettled=True) == ()


def test_a_promise_keeps_what_is_not_changed_and_needs_words(cast, talk, promise):
    (made,) = promises.add_promises(cast.alice, talk.case_id, [promise])
    promises.save_promise(cast.alice, made, owner="Bob Busch")
    assert promises.promise(cast.alice, made).promise == replace(promise, id=made, owner="Bob Busch")
    with pytest.raises(InputRefusedError):
        promises.save_promise(cast.alice, made, what=" ")


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_the_same_queries_however_long(cast, talk, promise, number, django_assert_num_queries):
    made = [replace(promise, evidence=None, what=str(place)) for place in range(number)]
    promises.add_promises(cast.alice, talk.case_id, made)
    entries = [Entry(ledger.fresh_id(), EntryKind.PUT_OFF, TODAY, Side.THEIRS) for _ in range(number)]
    ledger.append(cast.alice, talk.case_id, *entries)
    with django_assert_num_queries(1):
        assert len(promises.list_promises(cast.alice)) == number
    with django_assert_num_queries(1):
        assert len(ledger.of_case(cast.alice, talk.case_id).entries) == 2 * number  # one for each promise


def test_the_ledger_grows_and_gives_back_what_it_was_given(cast, talk, promise):
    given = Entry(
        "e1",
        EntryKind.CONCESSION,
        TODAY,
        Side.OURS,
        sort="price",
        worth=Money(Decimal("120.00")),
        evidence=promise.evidence,
    )
    mistaken = Entry("e2", EntryKind.EXTRA_WORK, None, Side.OURS, hours=Decimal("1.5"))
    first = ledger.append(cast.alice, talk.case_id, given, mistaken)
    right = Entry(
        "e3", EntryKind.CORRECTION, TODAY, Side.OURS, corrects="e2", instead=replace(mistaken, hours=Decimal(1))
    )
    second = ledger.append(cast.bob, talk.case_id, right)
    assert [entry.number for entry in (*first, *second)] == [1, 2, 3]
    assert ledger.of_case(cast.alice, talk.case_id).entries == (*first, *second)
    customer = str(cases.case(cast.alice, talk.case_id).customer_id)
    assert ledger.of_customer(cast.alice, customer).entries == (*first, *second)


def test_an_entry_of_the_same_id_is_refused_and_nothing_is_added(cast, talk):
    entry = Entry("e1", EntryKind.PUT_OFF, TODAY, Side.THEIRS)
    ledger.append(cast.alice, talk.case_id, entry)
    with pytest.raises(ValueError, match="unique"):
        ledger.append(cast.alice, talk.case_id, replace(entry, id="e2"), entry)
    assert len(ledger.of_case(cast.alice, talk.case_id).entries) == 1


def test_partner_facts_come_by_day_and_go(cast, talk):
    customer = str(cases.case(cast.alice, talk.case_id).customer_id)
    kind = next(iter(FactKind))
    late, early = Fact(kind, date(2026, 5, 1), words="b"), Fact(kind, date(2026, 4, 1), words="a")
    ids = [partners.add_fact(cast.alice, customer, kind, fact, on=fact.on) for fact in (late, early)]
    assert partners.facts(cast.bob, Fact, customer) == ((ids[1], early), (ids[0], late))
    partners.remove_fact(cast.alice, ids[1])
    assert partners.facts(cast.bob, Fact, customer, kind=kind) == ((ids[0], late),)


def test_practice_is_seen_by_its_owner_alone_administrators_included(cast, talk):
    assert cast.alice.administrator
    practice.add_note(cast.bob, "Zu schnell geantwortet.", conversation_id=talk.conversation_id, moment="m1")
    intention = practice.add_intention(cast.bob, "Erst fragen.", made_on=TODAY)
    assert (practice.notes(cast.alice), practice.intentions(cast.alice)) == ((), ())
    (note,) = practice.notes(cast.bob, conversation_id=talk.conversation_id)
    assert (note.words, note.moment) == ("Zu schnell geantwortet.", "m1")
    for forbidden in (
        lambda: practice.remove_note(cast.alice, note.id),
        lambda: practice.look_at_intention(cast.alice, intention, on=TODAY, outcome="done"),
        lambda: practice.remove_intention(cast.alice, intention),
        lambda: practice.add_note(cast.charlie, "x", conversation_id=talk.conversation_id),
    ):
        with pytest.raises(NotFoundError):
            forbidden()
    practice.remove_note(cast.bob, note.id)
    assert practice.notes(cast.bob) == ()


def test_intentions_not_yet_looked_at_stand_first(cast):
    first = practice.add_intention(cast.alice, "Erst fragen.", made_on=date(2026, 3, 20))
    second = practice.add_intention(cast.alice, "Ausreden lassen.", made_on=TODAY)
    practice.look_at_intention(cast.alice, first, on=date(2026, 4, 1), outcome="partly")
    assert [item.id for item in practice.intentions(cast.alice)] == [second, first]
    assert practice.intentions(cast.alice)[1].kept == "partly"
    with pytest.raises(InputRefusedError):
        practice.look_at_intention(cast.alice, second, on=TODAY, outcome="great")
    with pytest.raises(InputRefusedError):
        practice.add_intention(cast.alice, " ", made_on=TODAY)
    practice.remove_intention(cast.alice, first)
    assert len(practice.intentions(cast.alice)) == 1


def test_an_intention_is_tied_to_a_customer_one_may_see(cast, talk):
    customer = str(cases.case(cast.alice, talk.case_id).customer_id)
    tied = practice.add_intention(cast.bob, "Erst fragen.", made_on=TODAY, customer_id=customer)
    assert [(one.id, one.customer) for one in practice.intentions(cast.bob)] == [(tied, customer)]
    assert practice.own_talk(cast.alice, talk.conversation_id).customer_id == customer
    assert practice.intentions(cast.alice) == ()
    with pytest.raises(NotFoundError):
        practice.add_intention(cast.charlie, "Stören.", made_on=TODAY, customer_id=customer)


def test_charlie_sees_and_changes_nothing(cast, talk, promise):
    (made,) = promises.add_promises(cast.alice, talk.case_id, [promise])
    entry = Entry("e1", EntryKind.PUT_OFF, TODAY, Side.THEIRS)
    ledger.append(cast.alice, talk.case_id, entry)
    customer = str(cases.case(cast.alice, talk.case_id).customer_id)
    kind = next(iter(FactKind))
    fact = partners.add_fact(cast.alice, customer, kind, Fact(kind, TODAY), on=TODAY)
    charlie = cast.charlie
    assert promises.list_promises(charlie) == ()
    assert ledger.of_case(charlie, talk.case_id).entries == ()
    assert ledger.of_customer(charlie, customer).entries == ()
    assert partners.facts(charlie, Fact, customer) == ()
    for forbidden in (
        lambda: promises.promise(charlie, made),
        lambda: promises.add_promises(charlie, talk.case_id, [promise]),
        lambda: promises.save_promise(charlie, made, what="x"),
        lambda: promises.settle(charlie, made, PromiseState.BROKEN, on=TODAY),
        lambda: ledger.append(charlie, talk.case_id, entry),
        lambda: partners.add_fact(charlie, customer, kind, Fact(kind, TODAY), on=TODAY),
        lambda: partners.remove_fact(charlie, fact),
    ):
        with pytest.raises(NotFoundError):
            forbidden()


def test_the_ledger_tells_the_same_as_the_promises(cast, talk, promise):
    (made,) = promises.add_promises(cast.alice, talk.case_id, [promise])

    def told():
        (folded,) = folded_promises(ledger.of_case(cast.alice, talk.case_id).entries)
        return folded.id, folded.state, folded.settled_on, folded.due

    new = Due("bis Montag", date(2026, 3, 16), date(2026, 3, 16))
    assert told() == (made, PromiseState.OPEN, None, promise.due)
    promises.settle(cast.alice, made, PromiseState.RENEGOTIATED, on=TODAY, due=new)
    assert told() == (made, PromiseState.RENEGOTIATED, None, new)
    promises.settle(cast.alice, made, PromiseState.KEPT, on=TODAY)
    assert told() == (made, PromiseState.KEPT, TODAY, new)
    promises.settle(cast.alice, made, PromiseState.OPEN, on=TODAY)
    assert told() == (made, PromiseState.RENEGOTIATED, None, new)
    value = promises.promise(cast.alice, made).promise
    assert (value.state, value.settled_on, value.due) == (PromiseState.RENEGOTIATED, None, new)
