"""Needs board, advice and catalogue in a real browser, from the confirmed finding to the tried alternative."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from augenhoehe.store import catalogues, samples
from browser.conftest import Live
from store import making

pytestmark = pytest.mark.browser
TODAY = date(2026, 11, 2)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_needs_board_of_the_sample_is_accessible(live: Live, language: str) -> None:
    live.speak(language)
    live.open(f"/needs/{samples.load(live.alice, language, today=TODAY)}/")
    live.accessible()
    live.fits_a_phone()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_advice_of_the_sample_is_accessible(live: Live, language: str) -> None:
    live.speak(language)
    live.open(f"/advice/{samples.load(live.alice, language, today=TODAY)}/")
    live.accessible()
    live.fits_a_phone()


def test_a_need_is_rejected_and_brought_back_by_keys(live: Live) -> None:
    page = live.open(f"/needs/{samples.load(live.alice, 'de', today=TODAY)}/")
    needs = page.locator("section[aria-labelledby=needs] > section.sheet")
    before = needs.count()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(needs).to_have_count(before - 1)
    page.keyboard.press("u")
    expect(needs).to_have_count(before)


def test_what_if_is_tried_and_left(live: Live) -> None:
    page = live.open(f"/advice/{samples.load(live.alice, 'de', today=TODAY)}/")
    page.get_by_label("Rahmen", exact=True).fill("16.000")
    page.get_by_role("button", name="Nur ausprobieren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Was wäre, wenn?")
    live.accessible()
    live.fits_a_phone()
    page.get_by_role("link", name="Zurück zum Rat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Das ist mein Rat.")


def test_a_catalogue_is_brought_in_and_read(live: Live) -> None:
    page = live.open("/catalogue/")
    live.accessible()
    page.get_by_label("Datei").set_input_files({"name": "k.toml", "mimeType": "text/plain", "buffer": making.CATALOGUE})
    page.get_by_role("button", name="Prüfen und behalten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("k.toml")
    assert len(catalogues.list_catalogues(live.alice)) == 1
    live.accessible()
    live.fits_a_phone()
