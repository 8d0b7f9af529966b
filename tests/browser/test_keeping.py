"""Promises, later looks, partners and practice in a real browser: by mouse and by keyboard, in both languages."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.learn.checks import Check, SignOfSuccess, Use
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, cases, customers, findings, ledger, partners, practice, promises
from browser.conftest import Live
from store import making

pytestmark = pytest.mark.browser


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days)


def promised(live: Live, case: str, what: str, days: int | None, side: Side = Side.OURS) -> str:
    due = None if days is None else Due("bis dahin", day(days), day(days), ambiguous=days == 5)
    made = Promise("new", side, "Petra Schulz" if side is Side.THEIRS else "", what, due, days != 5, day(-9))
    (made_id,) = promises.add_promises(live.alice, case, [made])
    return made_id


def test_promises_are_entered_and_settled_by_keyboard(live: Live) -> None:
    added = making.add(live.alice)
    promised(live, added.case_id, "Die Messdaten schicken", -2, Side.THEIRS)
    page = live.open("/promises/")

    page.keyboard.press("/")
    page.keyboard.type("bis morgen Angebot schicken")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Angebot schicken", exact=True)).to_have_count(1)
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")

    live.quiet()
    states = {item.promise.what: item.promise.state for item in promises.list_promises(live.alice)}
    assert states == {"Angebot schicken": PromiseState.KEPT, "Die Messdaten schicken": PromiseState.OPEN}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_promises_page_is_for_everybody(live: Live, language: str) -> None:
    added = making.add(live.alice)
    live.speak(language)
    promised(live, added.case_id, "Das Angebot mit drei Varianten schicken", -1)
    promised(live, added.case_id, "Rückruf", 5)
    promised(live, added.case_id, "Ohne Tag", None)
    promised(live, added.case_id, "Die Messdaten schicken", -2, Side.THEIRS)
    kept = promised(live, added.case_id, "Termin bestätigen", -3)
    promises.settle(live.alice, kept, PromiseState.KEPT, on=day(-3))
    page = live.open("/promises/")
    assert page.get_by_role("heading", level=1).inner_text() == (
        "Was habe ich zugesagt?" if language == "de" else "What have I promised?"
    )
    live.accessible()
    live.fits_a_phone()


def test_promises_of_a_talk_are_taken_from_the_case_page(live: Live) -> None:
    added = making.add(live.alice)
    findings.confirm(live.alice, added.conversation_id, ["f4"])
    page = live.open(f"/promises/case/{added.case_id}/")

    with page.expect_navigation():
        page.get_by_role("button", name="Alle auf die Liste").click()

    assert [item.promise.what for item in promises.list_promises(live.alice)] == ["Ich schicke Ihnen das bis Freitag."]
    live.accessible()
    live.fits_a_phone()


def test_a_later_look_is_answered(live: Live) -> None:
    added = making.add(live.alice)
    advices.save_signs(live.alice, added.case_id, [SignOfSuccess("Auswertung an einem Tag", "zwei Tage", "ein Tag")])
    (look, _) = advices.plan_checks(
        live.alice, added.case_id, [Check(day(-1), "reporting"), Check(day(60), "reporting")]
    )
    page = live.open("/learn/")
    with page.expect_navigation():
        page.get_by_role("region", name="Jetzt nachfragen").get_by_role("link").first.click()
    live.accessible()

    page.get_by_label("Schublade").check()
    page.get_by_label("In den Worten der Kundenseite").fill("Liegt im Schrank.")
    with page.expect_navigation():
        page.get_by_role("button", name="Antwort festhalten").click()

    assert advices.check(live.alice, look).check.use is Use.SHELF
    live.accessible()
    live.fits_a_phone()


@pytest.mark.parametrize("language", ["de", "en"])
def test_practice_is_read_and_noted(live: Live, language: str) -> None:
    added = making.add(live.alice)
    live.speak(language)
    practice.add_intention(live.alice, "Ausreden lassen.", made_on=day(-1))
    page = live.open(f"/learn/talks/{added.conversation_id}/")
    note = page.locator("textarea").first
    note.fill("Erst fragen, wofür.")
    with page.expect_navigation():
        note.locator("xpath=ancestor::form").get_by_role("button").click()

    assert [one.words for one in practice.notes(live.alice)] == ["Erst fragen, wofür."]
    live.accessible()
    live.fits_a_phone()
    live.open("/learn/")
    live.accessible()
    live.fits_a_phone()


@pytest.mark.parametrize("language", ["de", "en"])
def test_drafts_and_the_intention_are_met_where_they_help(live: Live, language: str) -> None:
    """On the page of the day a draft before a promise slips; on the case what I meant to do differently."""
    added = making.add(live.alice)
    (customer,) = customers.list_customers(live.alice)
    live.speak(language)
    promised(live, added.case_id, "Das Angebot schicken", 1)
    promised(live, added.case_id, "Die Messdaten schicken", -2, Side.THEIRS)
    practice.add_intention(live.alice, "Ausreden lassen.", made_on=day(-1), customer_id=customer.id)
    page = live.open("/today/")
    page.locator("details.fold summary").first.click()
    expect(page.locator("textarea").first).to_contain_text("Das Angebot schicken")
    live.accessible()
    live.fits_a_phone()
    page = live.open(f"/cases/{added.case_id}/")
    live.accessible()
    live.fits_a_phone()
    with page.expect_navigation():
        page.get_by_role("button", name="Zum Teil" if language == "de" else "In part").click()
    assert [str(one.kept) for one in practice.intentions(live.alice)] == ["partly"]
    live.open("/learn/")
    live.accessible()
    live.fits_a_phone()


@pytest.mark.parametrize("language", ["de", "en"])
def test_movement_is_drawn_with_its_table(live: Live, language: str) -> None:
    case = making.add(live.alice).case_id
    cases.open_case(live.alice, "Zweites Anliegen", opened_on=day(0), customer="Muster GmbH")
    (customer,) = customers.list_customers(live.alice)
    live.speak(language)
    said = ((FactKind.DIRECT_COST, 0), (FactKind.EFFORT, 0), (FactKind.VALUE, 9_000), (FactKind.THEIR_EFFORT, 0))
    for days, revenue in ((-400, 12_000), (-200, 9_000), (-2, 4_000)):
        for kind, amount in (*said, (FactKind.REVENUE, revenue)):
            fact = Fact(kind, day(days), Money(Decimal(amount)), words=str(kind))
            partners.add_fact(live.alice, customer.id, kind, fact, on=fact.on)
    page = live.open(f"/partner/{customer.id}/")
    expect(page.locator("svg.partner-movement rect")).not_to_have_count(0)
    page.locator("figure.movement summary").click()
    live.accessible()
    live.fits_a_phone()

    page.locator("input[name=line]").fill("Nachlass 500 €" if language == "de" else "discount 500 €")
    page.locator("select[name=case]").select_option(case)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert len(ledger.of_case(live.alice, case).entries) == 1


LINES = ("Umsatz 10.000 €", "keine Kosten", "Aufwand 20 h", "Stundensatz 100 €", "Nutzen 20.000 € laut Kunde")


@pytest.mark.parametrize("language", ["de", "en"])
def test_give_and_take_become_a_field(live: Live, language: str) -> None:
    making.add(live.alice)
    other = customers.add_customer(live.alice, "Zweite Firma AG")
    (first, _) = customers.list_customers(live.alice)
    page = live.open(f"/partner/{first.id}/")
    for line in (*LINES, "Nachlass 500 € ungefragt", "Nachlass 300 €"):
        page.locator("input[name=line]").fill(line)
        page.locator("input[name=day]").fill(day(-2).isoformat())
        with page.expect_navigation():
            page.keyboard.press("Enter")
    live.speak(language)
    live.open(f"/partner/{first.id}/")
    live.accessible()
    live.fits_a_phone()
    live.open(f"/partner/{other}/")
    live.accessible()

    page = live.open("/partner/")
    expect(page.locator("svg.partner-field .area.open")).to_have_count(1)  # their own effort is unknown
    undecided = {"de": "lässt sich mit dem, was bekannt ist", "en": "With what is known"}[language]
    expect(page.get_by_role("row", name="Zweite Firma AG")).to_contain_text(undecided)
    live.accessible()
    live.fits_a_phone()
