"""The record pages in a real browser: the sample case, its decision, its signs of success, its files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from augenhoehe.store import advices, samples
from browser.conftest import Live

pytestmark = pytest.mark.browser
TODAY = date(2026, 11, 2)


def sample(live: Live, language: str = "de") -> str:
    """The sample case of a language, with Alice speaking it."""
    live.speak(language)
    return samples.load(live.alice, language, today=TODAY)


def headings(page: Page) -> list[str]:
    return page.locator(".record > section > h3").all_inner_texts()


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("de", "Was Sie sich wünschen", "Wann wir nachfragen"),
        ("en", "What you asked for", "When we will ask how it is going"),
    ],
)
def test_record_of_the_sample_stands_along_the_spine(live: Live, language: str, first: str, last: str) -> None:
    page = live.open(f"/record/{sample(live, language)}/")
    found = headings(page)
    assert (found[2], found[-1], len(found)) == (first, last, 11)
    live.accessible()
    live.fits_a_phone()


def test_internal_record_is_accessible_with_all_its_tables(live: Live) -> None:
    page = live.open(f"/record/{sample(live)}/?for=internal")
    expect(page.get_by_role("heading", name="Worauf beruht die Rechnung?")).to_be_visible()
    live.accessible()
    live.fits_a_phone()


def test_record_changes_its_reader_and_its_address_by_links(live: Live) -> None:
    page = live.open(f"/record/{sample(live)}/")
    page.get_by_role("link", name="Du", exact=True).click()
    expect(page.get_by_role("heading", name="Was du brauchst")).to_be_visible()
    page.get_by_role("link", name="Für uns").click()
    expect(page.get_by_role("heading", name="Was fehlt noch?")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "start"), [("PDF", b"%PDF-"), ("Markdown", b"# Berat"), ("JSON", b"{"), ("HTML", b"<!doc")]
)
def test_record_is_downloaded(live: Live, tmp_path: Path, name: str, start: bytes) -> None:
    page = live.open(f"/record/{sample(live)}/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.read_bytes().startswith(start)


def test_insisting_asks_for_the_risk_and_is_written_down(live: Live) -> None:
    case = sample(live)
    page = live.open(f"/record/{case}/decision/")
    live.accessible()
    live.fits_a_phone()
    page.get_by_label("hat auf dem Wunsch bestanden").check()
    page.get_by_label("Welches Risiko haben Sie genannt?").fill("")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("auf welches Risiko Sie hingewiesen haben")).to_be_visible()
    live.accessible()
    page.get_by_label("Welches Risiko haben Sie genannt?").fill("Ohne Modell bleibt sie leer.")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("heading", name="Sie haben auf Ihrem Wunsch bestanden")).to_be_visible()
    kept = advices.decision(live.alice, case)
    assert kept is not None
    assert kept.risks_named == ("Ohne Modell bleibt sie leer.",)


def test_signs_and_checks_are_agreed(live: Live) -> None:
    case = sample(live)
    page = live.open(f"/record/{case}/success/")
    live.accessible()
    live.fits_a_phone()
    page.get_by_label("Woran er oder sie es merkt").last.fill("Keine Rückläufer mehr wegen Pfeifens")
    page.get_by_role("button", name="Erfolgszeichen speichern").click()
    page.get_by_label("nach 365 Tagen").check()
    page.get_by_role("button", name="Nachfragen planen").click()
    page.wait_for_load_state("networkidle")
    days = {stored.check.on for stored in advices.checks(live.alice, case_id=case)}
    assert (advices.signs(live.alice, case)[-1].words, date(2027, 10, 15) in days) == (
        "Keine Rückläufer mehr wegen Pfeifens",
        True,
    )


@pytest.mark.parametrize(("language", "start"), [("de", "Guten Tag,"), ("en", "Hello Gareth,")])
def test_letter_is_there_to_be_read_and_changed(live: Live, language: str, start: str) -> None:
    page = live.open(f"/record/{sample(live, language)}/letter/")
    assert page.locator("#text").input_value().startswith(start)
    live.accessible()
    live.fits_a_phone()
