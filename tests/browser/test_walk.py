"""The whole way in a real browser, in German and in English: a file, its findings, needs, advice, decision, record.

Elements are found by what they are and where they lead, not by their words, so that both languages walk the same path.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Live

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


@dataclass(frozen=True)
class Way:
    """What one walk brings along, and what it must find at the end."""

    language: str
    talk: Path
    advisers: tuple[str, ...]
    held_on: str
    title: str
    catalogue: Path
    in_needs: str
    in_advice: str
    in_record: tuple[str, ...]


GERMAN = Way(
    language="de",
    talk=EXAMPLES / "pruefstand" / "erstgespraech.vtt",
    advisers=("Lena Brandhorst",),
    held_on="2026-10-06",
    title="Prüfstand",
    catalogue=EXAMPLES / "catalogues" / "pruefstand.toml",
    in_needs="Merken, wenn ein Dauerlauf abbricht",
    in_advice="Nachtwächter",
    in_record=("Was Sie brauchen", "Nachtwächter", "Sie sind dem Rat gefolgt", "dreißigsten November"),
)
ENGLISH = Way(
    language="en",
    talk=EXAMPLES / "office-move" / "call.txt",
    advisers=("Priya Raman",),
    held_on="2026-11-02",
    title="Office move",
    catalogue=EXAMPLES / "catalogues" / "office-move.toml",
    in_needs="Phones and server working on the first Monday",
    in_advice="IT move",
    in_record=("What you need", "IT move", "You followed the advice", "Nine thousand pounds"),
)


@pytest.mark.parametrize("way", [GERMAN, ENGLISH], ids=["german", "english"])
def test_from_a_file_to_the_record(live: Live, way: Way) -> None:
    live.speak(way.language)
    page = live.open("/")
    bring_in(live, page, way)
    confirm_everything(live, page)
    weigh(live, page, way)
    take_advice(live, page, way)
    decide(live, page)
    read_record(live, page, way)


def bring_in(live: Live, page: Page, way: Way) -> None:
    """From the first page to the conversation: the file, where it comes from, who is who and who agreed."""
    page.locator("main a[href*='way=file']").click()
    page.locator("#files").set_input_files(way.talk)
    page.locator("main button.first").click()
    live.accessible()
    page.locator("input[name='0-origin'][value='live_transcript']").check()
    for person in page.locator(".person").all():
        name = person.locator("legend").first.inner_text().strip()
        side = "adviser" if name in way.advisers else "customer"
        person.locator(f"input[type=radio][value='{side}']").check()
        person.locator("select[name*='-consent-']").select_option("given")
        person.locator("input[name*='-given-']").fill(way.held_on)
    page.locator("#\\30 -held_on").fill(way.held_on)
    page.locator("#case_title").fill(way.title)
    page.locator("#customer").fill("Muster GmbH")
    page.locator("button.first").click()
    expect(page.locator(".note").first).to_be_visible()


def confirm_everything(live: Live, page: Page) -> None:
    """By keyboard: down to the first, then "a" until nothing is proposed any more."""
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    expect(page.locator("[data-item]").first).to_be_focused()
    left = page.locator(".note[data-state='proposed']")
    for _ in range(left.count()):
        before = left.count()
        if before == 0:
            break
        expect(page.locator(".note[data-state='proposed'] [data-item]:focus")).to_have_count(1)
        page.keyboard.press("a")
        expect(left).to_have_count(before - 1)
    expect(left).to_have_count(0)
    live.quiet()


def weigh(live: Live, page: Page, way: Way) -> None:
    """The needs board: not yet named without a catalogue, named with it."""
    page.locator("nav a[href^='/needs/']").click()
    live.accessible()
    page.locator("a[href^='/catalogue/?case=']").first.click()
    page.locator("#file").set_input_files(way.catalogue)
    page.locator("form:has(#file) button").click()
    page.wait_for_url("**/advice/**")
    page.locator("nav a[href^='/needs/']").click()
    expect(page.get_by_role("heading", name=way.in_needs).first).to_be_visible()
    live.accessible()


def take_advice(live: Live, page: Page, way: Way) -> None:
    """Ask for advice and see why."""
    page.locator("nav a[href^='/advice/']").click()
    page.locator("main button.first").click()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(way.in_advice).first).to_be_visible()
    live.accessible()


def decide(live: Live, page: Page) -> None:
    """Write down that the customer followed."""
    page.locator("nav a[href^='/record/']").click()
    page.locator("a[href$='/decision/']").click()
    page.locator("input[name=kind][value=followed]").check()
    page.locator("main form button.first").click()
    page.wait_for_url("**/record/**")


def read_record(live: Live, page: Page, way: Way) -> None:
    """The customer's version on the page and as a PDF says the same."""
    live.accessible()
    live.fits_a_phone()
    shown = page.locator("article.record").inner_text()
    assert [words for words in way.in_record if words not in shown] == []
    with page.expect_download() as waiting:
        page.locator("a[href*='customer.pdf']").click()
    content = Path(waiting.value.path()).read_bytes()
    printed = "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(content)).pages)
    flat = "".join(printed.replace("\u00ad", "").split())
    assert [words for words in way.in_record if "".join(words.split()) not in flat] == []
    live.quiet()
