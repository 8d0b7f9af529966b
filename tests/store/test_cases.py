"""Tests of cases and customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from augenhoehe.journey.record import Check, Decision, DecisionKind
from augenhoehe.keep.promises import Promise, PromiseState, Side
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, advising, audit, cases, customers, findings, promises
from augenhoehe.store.cases import Station
from augenhoehe.store.errors import NotFoundError
from store.making import TODAY, add, advised_case


def test_a_case_goes_from_station_to_station(cast):
    added = advised_case(cast.alice)
    case_id, steps = added.case_id, []
    empty = cases.open_case(cast.alice, "Leer", opened_on=TODAY)
    steps.append(cases.station(cast.alice, empty))
    findings.undo(cast.alice, added.conversation_id)
    steps.append(cases.station(cast.alice, case_id))
    findings.confirm(cast.alice, added.conversation_id, ["f2", "f3"])
    steps.append(cases.station(cast.alice, case_id))
    advising.advise(cast.alice, case_id)
    steps.append(cases.station(cast.alice, case_id))
    advices.decide(cast.alice, case_id, Decision(DecisionKind.FOLLOWED, TODAY))
    steps.append(cases.station(cast.alice, case_id))
    cases.close_case(cast.alice, case_id, TODAY)
    steps.append(cases.station(cast.alice, case_id))
    assert steps == list(Station)


def test_the_list_tells_what_is_open(cast):
    added = add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f2"])
    made = Promise("", Side.OURS, "Alice", "Angebot", None, True, TODAY)
    promises.add_promises(cast.alice, added.case_id, [made, replace(made, state=PromiseState.KEPT)])
    advices.plan_checks(cast.alice, added.case_id, [Check(date(2026, 9, 1)), Check(date(2026, 6, 1), "m")])
    (line,) = cases.list_cases(cast.bob)
    assert replace(line, changed_at=None) == cases.CaseLine(
        id=added.case_id,
        title="Berichte",
        customer="Muster GmbH",
        customer_id=line.customer_id,
        station=Station.CONFIRMED,
        conversations=1,
        open_findings=3,
        open_promises=1,
        changed_at=None,
        next_check_on=date(2026, 6, 1),
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_one_query_however_long(cast, number, django_assert_num_queries):
    for place in range(number):
        add(cast.alice, f"Petra Schulz: Fall {place}.")
    with django_assert_num_queries(1):
        assert len(cases.list_cases(cast.alice)) == number
    with django_assert_num_queries(1):
        customers.list_customers(cast.alice)


def test_the_latest_change_stands_first_and_closed_cases_apart(cast):
    first = cases.open_case(cast.alice, "Erster", opened_on=TODAY)
    second = cases.open_case(cast.alice, "Zweiter", opened_on=TODAY)
    cases.save_case(cast.alice, first, occasion="neu")
    assert [line.id for line in cases.list_cases(cast.alice)] == [first, second]
    cases.close_case(cast.alice, first, TODAY)
    assert [line.id for line in cases.list_cases(cast.alice)] == [second]
    assert [line.id for line in cases.list_cases(cast.alice, closed=True)] == [first]


def test_a_budget_comes_and_goes(cast):
    case_id = cases.open_case(cast.alice, "Fall", opened_on=TODAY, budget=Money(Decimal("1500.50"), "CHF"))
    assert cases.case(cast.alice, case_id).budget == Money(Decimal("1500.50"), "CHF")
    cases.set_budget(cast.alice, case_id, None)
    assert cases.case(cast.alice, case_id).budget is None
    with pytest.raises(InputRefusedError):
        cases.set_budget(cast.alice, case_id, Money(Decimal(-1)))


def test_a_case_needs_a_title_and_a_customer_a_name(cast):
    for nonsense in (
        lambda: cases.open_case(cast.alice, " \n", opened_on=TODAY),
        lambda: customers.add_customer(cast.alice, ""),
    ):
        with pytest.raises(InputRefusedError):
            nonsense()


def test_a_customer_of_the_same_name_is_the_same_in_a_team_and_another_elsewhere(cast):
    ours = customers.add_customer(cast.alice, "Muster  GmbH")
    assert customers.add_customer(cast.bob, "Muster GmbH") == ours
    assert customers.add_customer(cast.charlie, "Muster GmbH") != ours


def test_a_hold_needs_a_reason_and_is_lifted(cast):
    customer = customers.add_customer(cast.alice, "Muster GmbH")
    with pytest.raises(InputRefusedError):
        customers.hold(cast.alice, customer, until=TODAY, reason=" ")
    customers.hold(cast.alice, customer, until=TODAY, reason="Handelsbrief")
    card = customers.customer(cast.alice, customer)
    assert (card.keep_until, card.keep_reason) == (TODAY, "Handelsbrief")
    customers.hold(cast.alice, customer, until=None, reason="")
    assert customers.customer(cast.alice, customer).keep_until is None


def test_people_are_saved_by_name(cast):
    customer = customers.add_customer(cast.alice, "Muster GmbH")
    first = customers.save_person(cast.alice, customer, "Petra Schulz", task="Einkauf")
    again = customers.save_person(cast.bob, customer, "Petra Schulz", task="Leitung", email="p@example.org")
    assert first == again
    assert customers.customer(cast.alice, customer).people == (
        customers.Somebody(first, "Petra Schulz", "Leitung", "p@example.org"),
    )


def test_the_trail_tells_who_did_what(cast):
    case_id = cases.open_case(cast.alice, "Fall", opened_on=TODAY)
    cases.close_case(cast.bob, case_id, TODAY)
    events = audit.events(cast.alice, subject=case_id)
    assert [(event.by, event.verb) for event in events] == [("Bob Busch", "closed"), ("Alice Adler", "opened")]
    assert audit.events(cast.charlie) == ()


def test_charlie_sees_and_changes_nothing(cast):
    case_id = add(cast.alice).case_id
    customer = cases.case(cast.alice, case_id).customer_id
    petra = customers.save_person(cast.alice, customer, "Petra Schulz")
    own = cases.open_case(cast.charlie, "Eigener", opened_on=TODAY)
    assert [line.id for line in cases.list_cases(cast.charlie)] == [own]
    assert customers.list_customers(cast.charlie) == ()
    for forbidden in (
        lambda: cases.case(cast.charlie, case_id),
        lambda: cases.station(cast.charlie, case_id),
        lambda: cases.save_case(cast.charlie, case_id, title="x"),
        lambda: cases.save_case(cast.charlie, own, customer_id=customer),
        lambda: cases.set_budget(cast.charlie, case_id, None),
        lambda: cases.close_case(cast.charlie, case_id, TODAY),
        lambda: customers.customer(cast.charlie, customer),
        lambda: customers.save_customer(cast.charlie, customer, name="x", note=""),
        lambda: customers.hold(cast.charlie, customer, until=None, reason=""),
        lambda: customers.save_person(cast.charlie, customer, "x"),
        lambda: customers.person(cast.charlie, petra),
    ):
        with pytest.raises(NotFoundError):
            forbidden()
    assert cases.case(cast.bob, case_id).title == "Berichte"
