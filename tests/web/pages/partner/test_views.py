"""The partner pages: one line to enter, give and take, the field, and closed to those it does not concern."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from augenhoehe.keep.ledger import EntryKind
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.speech.money import Money
from augenhoehe.store import cases, customers, ledger, partners
from conftest import Cast
from store import making
from web.pages.signing_in import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def customer(cast: Cast) -> str:
    """Alice's customer with one open case."""
    making.add(cast.alice)
    (line,) = customers.list_customers(cast.alice)
    return line.id


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days)


def enter(account: object, customer: str, line: str, on: date | None = None) -> int:
    data = {"line": line, "day": on.isoformat() if on else ""}
    return client(account).post(f"/partner/{customer}/", data).status_code  # type: ignore[arg-type]


def test_a_line_becomes_a_fact_on_the_day_that_was_given(cast: Cast, customer: str) -> None:
    assert enter(cast.alice, customer, "Umsatz 12.000 €", day(-3)) == 302

    ((_, fact),) = partners.facts(cast.bob, Fact, customer)
    assert fact == Fact(FactKind.REVENUE, day(-3), Money(Decimal(12_000)), words="Umsatz 12.000 €")


def test_a_line_becomes_an_entry_of_the_ledger(cast: Cast, customer: str) -> None:
    enter(cast.alice, customer, "Nachlass 543 € ungefragt", day(-3))

    (entry,) = ledger.of_customer(cast.alice, customer).entries
    assert (entry.kind, entry.worth, entry.asked, entry.on) == (
        EntryKind.CONCESSION,
        Money(Decimal(543)),
        False,
        day(-3),
    )


def test_an_entry_taken_back_is_corrected_and_both_stay(cast: Cast, customer: str) -> None:
    enter(cast.alice, customer, "Nachlass 543 € ungefragt", day(-3))
    (entry,) = ledger.of_customer(cast.alice, customer).entries

    client(cast.alice).post(f"/partner/{customer}/entries/{entry.id}/take-back/")

    kinds = [one.kind for one in ledger.of_customer(cast.alice, customer).entries]
    assert kinds == [EntryKind.CONCESSION, EntryKind.CORRECTION]
    assert "Nachlass 543" not in client(cast.alice).get(f"/partner/{customer}/").content.decode()


def test_patterns_show_their_facts_and_steps(cast: Cast, customer: str) -> None:
    for place in (1, 2, 3):
        enter(cast.alice, customer, f"Nachlass {place}00 € auf Nachfrage", day(-place))

    page = client(cast.alice).get(f"/partner/{customer}/").content.decode()

    assert "3 Zugeständnisse, für die keine Gegenleistung festgehalten ist." in page
    assert page.count("Nachlass 200 € auf Nachfrage") == 2 + 1  # line of time, its button, the pattern's facts
    assert "Um eine Gegenleistung bitten" in page


def test_nothing_known_is_said_and_never_drawn_as_zero(cast: Cast, customer: str) -> None:
    page = client(cast.alice).get("/partner/").content.decode()

    assert "Über Nutzen und Aufwand ist noch nichts aufgeschrieben." in page
    assert 'class="partner-field"' not in page
    assert "0 €" not in page


def test_the_field_names_what_both_gain(cast: Cast, customer: str) -> None:
    lines = ("Umsatz 10.000 €", "keine Kosten", "Aufwand 20 h", "Stundensatz 100 €", "Nutzen 20.000 € laut Kunde")
    for line in (*lines, "Aufwand Kunde 0 h"):
        enter(cast.alice, customer, line, day(-3))

    page = client(cast.alice).get("/partner/").content.decode()

    assert "Beide gewinnen." in page
    assert "8.000\xa0€" in page
    assert "10.000\xa0€" in page
    own = client(cast.alice).get(f"/partner/{customer}/").content.decode()
    assert "Der Nutzen, den die Kundenseite selbst nennt, ist größer" in own


def test_the_movement_is_drawn_with_its_table_once_there_are_two_points(cast: Cast, customer: str) -> None:
    lines = ("keine Kosten", "Aufwand 0 h", "Nutzen 9.000 €", "Aufwand Kunde 0 h")
    for line in (*lines, "Umsatz 5.000 €"):
        enter(cast.alice, customer, line, day(-3))
    alice = client(cast.alice)
    assert "partner-movement" not in alice.get(f"/partner/{customer}/").content.decode()

    for line in (*lines, "Umsatz 7.000 €"):
        enter(cast.alice, customer, line, day(-100))
    page = alice.get(f"/partner/{customer}/").content.decode()

    assert page.count('class="known"') == 2 * 2  # two sides at two points
    table = page[page.index("zwölf Monate bis") :]
    assert [amount in table for amount in ("7.000\xa0€", "12.000\xa0€", "2.000\xa0€", "6.000\xa0€")] == [True] * 4
    assert "unverändert. Beide gewinnen." in page


def test_a_line_that_says_nothing_known_is_not_lost(cast: Cast, customer: str) -> None:
    answer = client(cast.alice).post(f"/partner/{customer}/", {"line": "Wetter schön", "day": "gestern"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="Wetter schön"' in page
    assert "ist keine der bekannten Angaben" in page
    assert "Das ist kein Tag." in page


def test_an_entry_needs_an_open_case(cast: Cast) -> None:
    lonely = customers.add_customer(cast.alice, "Ohne Fall GmbH")

    assert enter(cast.alice, lonely, "Nachlass 500 €") == 422
    assert enter(cast.alice, lonely, "Umsatz 500 €") == 302
    assert cases.list_cases(cast.alice, customer_id=lonely) == ()


def test_with_several_open_cases_an_entry_goes_to_the_one_that_was_chosen(cast: Cast, customer: str) -> None:
    """The older of two cases is chosen; without a choice nothing is guessed and nothing typed is lost."""
    (older,) = cases.list_cases(cast.alice, customer_id=customer)
    newer = cases.open_case(cast.alice, "Zweites Anliegen", opened_on=day(0), customer="Muster GmbH")
    alice, address, line = client(cast.alice), f"/partner/{customer}/", "Nachlass 500 € ungefragt"
    asked = alice.post(address, {"line": line, "day": ""})
    assert asked.status_code == 422
    assert "Zu welchem Fall gehört das? Wählen Sie einen aus." in asked.content.decode()
    assert f'value="{line}"' in asked.content.decode()

    assert alice.post(address, {"line": line, "day": "", "case": older.id}).status_code == 302

    assert [len(ledger.of_case(cast.alice, case).entries) for case in (older.id, newer)] == [1, 0]
    assert alice.post(address, {"line": "Umsatz 500 €", "day": ""}).status_code == 302


def test_a_case_of_another_customer_is_no_choice(cast: Cast, customer: str) -> None:
    other = cases.open_case(cast.alice, "Anderes", opened_on=day(0), customer="Zweite GmbH")

    answer = client(cast.alice).post(f"/partner/{customer}/", {"line": "Nachlass 500 €", "day": "", "case": other})

    assert answer.status_code == 422
    assert ledger.of_case(cast.alice, other).entries == ()


def test_an_entry_of_a_closed_case_is_taken_back_too(cast: Cast, customer: str) -> None:
    enter(cast.alice, customer, "Nachlass 500 €", day(-3))
    (entry,) = ledger.of_customer(cast.alice, customer).entries
    (case,) = cases.list_cases(cast.alice, customer_id=customer)
    cases.close_case(cast.alice, case.id, day(0))

    assert client(cast.alice).post(f"/partner/{customer}/entries/{entry.id}/take-back/").status_code == 302
    assert [one.kind for one in ledger.of_customer(cast.alice, customer).entries][1] is EntryKind.CORRECTION


def test_nobody_else_sees_or_changes_anything(cast: Cast, customer: str) -> None:
    enter(cast.alice, customer, "Umsatz 12.345 €", day(-3))
    enter(cast.alice, customer, "Nachlass 500 €", day(-3))
    ((fact, _),) = partners.facts(cast.alice, Fact, customer)
    (entry,) = ledger.of_customer(cast.alice, customer).entries
    stranger = client(cast.charlie)

    assert "Muster GmbH" not in stranger.get("/partner/").content.decode()
    assert [
        stranger.get(f"/partner/{customer}/").status_code,
        enter(cast.charlie, customer, "Umsatz 1 €"),
        stranger.post(f"/partner/{customer}/facts/{fact}/remove/").status_code,
        stranger.post(f"/partner/{customer}/entries/{entry.id}/take-back/").status_code,
    ] == [404, 404, 404, 404]
    assert len(partners.facts(cast.alice, Fact, customer)) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_field_takes_the_same_queries_however_many(
    cast: Cast, number: int, django_assert_max_num_queries: object
) -> None:
    for place in range(number):
        made = customers.add_customer(cast.alice, f"Kunde {place}")
        enter(cast.alice, made, "Umsatz 500 €", day(-1))
    alice = client(cast.alice)

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        alice.get("/partner/")
