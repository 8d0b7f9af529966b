"""Start, today, cases and settings in a real browser: both languages, light and dark, wide and narrow."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from augenhoehe.keep.promises import Due, Promise, Side
from augenhoehe.store import accounts, promises
from browser.conftest import Live
from store import making

pytestmark = pytest.mark.browser

QUESTIONS = {
    "/start/": ("Was hat Ihr Kunde gesagt?", "What did your customer say?"),
    "/today/": ("2 Dinge warten auf Sie.", "2 things wait for you."),
    "/cases/": ("Woran arbeite ich?", "What am I working on?"),
    "/cases/new/": ("Worum geht es?", "What is it about?"),
    "/settings/": ("Wie möchten Sie arbeiten?", "How would you like to work?"),
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_pages_ask_their_question_and_are_accessible(live: Live, language: str) -> None:
    added = making.add(live.alice)
    late = Due("bis Freitag", date(2026, 3, 13), date(2026, 3, 13))
    owed = Promise("p", Side.OURS, "Alice", "Ich schicke Ihnen das bis Freitag.", late, True, making.TODAY)
    promises.add_promises(live.alice, added.case_id, [owed])
    live.speak(language)
    for path, question in QUESTIONS.items():
        page = live.open(path)
        expect(page.get_by_role("heading", level=1)).to_have_text(question[language == "en"])
        live.accessible()
        live.fits_a_phone()
    for path in (f"/cases/{added.case_id}/", f"/conversations/{added.conversation_id}/figures/"):
        live.open(path)
        live.accessible()
        live.fits_a_phone()


def test_pages_teach_while_they_are_empty(live: Live) -> None:
    for path in ("/today/", "/cases/", "/cases/?closed=1"):
        page = live.open(path)
        expect(page.locator(".empty")).to_be_visible()
        live.accessible()
        live.fits_a_phone()


def test_language_and_theme_change_where_one_is(live: Live) -> None:
    page = live.open("/cases/")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What am I working on?")
    paper = page.evaluate("getComputedStyle(document.body).color")
    page.get_by_role("button", name="dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).color") != paper
    assert page.url.endswith("/cases/")
    kept = accounts.account(live.alice.id)
    assert (kept.language, kept.theme) == ("en", "dark")


def test_skip_link_is_the_first_stop_and_leads_to_the_content(live: Live) -> None:
    page = live.open("/cases/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_first_run_leads_from_the_sample_to_a_conversation_by_keyboard(live: Live) -> None:
    page = live.open("/")
    assert page.url.endswith("/start/")
    page.get_by_role("button", name="Beispielfall öffnen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie steht es um „Prüfstand für Radnabenmotoren“?")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Was wurde gesagt?")
    live.quiet()


def test_fonts_are_shipped_and_used(live: Live) -> None:
    page = live.open("/cases/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert {family.strip('"') for family in loaded} == {"Source Serif 4", "Source Sans 3"}
