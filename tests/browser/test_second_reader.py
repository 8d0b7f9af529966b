"""The language model as a second reader in a real browser: set up, asked part by part, seen in the margin."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

import language_models as models
from augenhoehe.store import second
from browser.conftest import Live
from store import making

pytestmark = pytest.mark.browser
LONG = "\n".join(f"Petra Schulz: Ich hätte gern Nummer {n}. " + "Wort " * 60 for n in range(40))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))


def test_setting_up_and_asking_part_by_part_without_a_further_click(live: Live) -> None:
    talk = making.add(live.alice, LONG).conversation_id
    with models.serving(models.by_rule) as server:
        page = live.open("/settings/language-model/")
        live.accessible()
        page.get_by_label("Adresse").fill(server.address)
        page.get_by_label("Name des Modells").fill("regel")
        page.get_by_role("button", name="Speichern und prüfen").click()
        expect(page.locator("main")).to_contain_text("An: regel auf 127.0.0.1.")
        live.accessible()
        live.fits_a_phone()

        page = live.open(f"/conversations/{talk}/")
        page.get_by_role("link", name="Auch das Sprachmodell fragen").click()
        expect(page.locator("pre").first).to_contain_text("1 customer: Ich hätte gern Nummer 0.")
        live.accessible()
        live.fits_a_phone()
        page.get_by_role("button", name="Jetzt fragen").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sieht das Sprachmodell dasselbe?", timeout=60_000)
        live.accessible()
        live.fits_a_phone()
    assert len(server.asked) > 3
    kept = second.second(live.alice, talk)
    assert kept is not None
    assert kept.added == 40
    page = live.open(f"/conversations/{talk}/")
    assert page.locator(".note .sure", has_text="Sprachmodell").count() == 40
    live.accessible()


def test_failure_is_said_where_one_asked_and_asking_stays_possible(live: Live) -> None:
    talk = making.add(live.alice).conversation_id
    live.speak("en")
    with models.serving(models.breaks_off) as server:
        second.save_setting(live.alice, address=server.address, model="small", active=True)
        page = live.open(f"/conversations/{talk}/second/")
        page.get_by_role("button", name="Ask now").click()
        expect(page.get_by_role("alert").first).to_contain_text("The language model's answer broke off halfway.")
    expect(page.get_by_role("button", name="Ask now")).to_be_enabled()
    live.quiet()
