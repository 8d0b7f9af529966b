"""Bringing in a conversation in a real browser: upload, questions, keeping; readable and operable for everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Live

pytestmark = pytest.mark.browser

FILES = Path(__file__).resolve().parent.parent / "listen" / "files"


@pytest.mark.parametrize("way", ["file", "paste", "memory"])
def test_ways_in_are_accessible(live: Live, way: str) -> None:
    live.open(f"/listen/new/?way={way}")
    live.accessible()
    live.fits_a_phone()


def test_ready_texts_are_accessible(live: Live) -> None:
    live.open("/listen/words/")
    live.accessible()
    live.fits_a_phone()


@pytest.mark.parametrize(
    ("language", "read", "keep"), [("de", "Lesen", "Behalten und auswerten"), ("en", "Read it", "Keep and look")]
)
def test_a_file_becomes_a_conversation(live: Live, language: str, read: str, keep: str) -> None:
    live.speak(language)
    page = live.open("/listen/new/?way=file")
    page.set_input_files("#files", [FILES / "teams.vtt", FILES / "thread.eml"])
    page.get_by_role("button", name=read).click()
    page.locator('input[name="0-origin"][value="recording"]').check()
    consent = page.locator('select[name="0-consent-0"]')
    expect(consent).to_be_visible()
    live.quiet()
    live.accessible()
    live.fits_a_phone()
    page.locator('input[name="0-origin"][value="notes"]').check()
    expect(consent).to_be_hidden()
    page.get_by_role("button", name=keep).click()
    expect(page).to_have_url(f"{live.url}/cases/" + page.url.rsplit("/", 2)[1] + "/")
    live.quiet()
