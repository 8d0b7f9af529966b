"""The conversation page in a real browser: keyboard, mouse, selection, phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from augenhoehe.listen.consent import Origin
from augenhoehe.store import conversations, findings
from augenhoehe.store.conversations import Added
from browser.conftest import NARROW, Live
from store import making

pytestmark = pytest.mark.browser


def states(page: Page) -> dict[str, str]:
    return dict(
        page.eval_on_selector_all(".note", "notes => notes.map(note => [note.dataset.note, note.dataset.state])")
    )


def stored(live: Live, added: Added) -> dict[str, str]:
    return {one.id: str(one.state) for one in findings.list_findings(live.alice, added.conversation_id)}


def show(live: Live) -> tuple[Added, Page]:
    added = making.add(live.alice)
    return added, live.open(f"/conversations/{added.conversation_id}/")


def test_conversation_is_confirmed_rejected_and_undone_by_keyboard(live: Live) -> None:
    added, page = show(live)
    page.keyboard.press("j")
    expect(page.locator("#item-f1")).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator("#note-f1")).to_have_attribute("data-state", "confirmed")
    expect(page.locator("#item-f2")).to_be_focused()
    page.keyboard.press("x")
    expect(page.locator("#note-f2")).to_have_attribute("data-state", "rejected")
    expect(page.locator("#item-f3")).to_be_focused()
    assert stored(live, added) == {"f1": "confirmed", "f2": "rejected", "f3": "proposed", "f4": "proposed"}
    page.keyboard.press("u")
    expect(page.locator("#note-f2")).to_have_attribute("data-state", "proposed")
    assert states(page) == {"f1": "confirmed", "f2": "proposed", "f3": "proposed", "f4": "proposed"}
    live.quiet()


def test_conversation_keys_walk_open_search_and_help(live: Live) -> None:
    _, page = show(live)
    for key, focused in (("j", "item-f1"), ("j", "item-f2"), ("k", "item-f1"), ("/", "search")):
        page.keyboard.press(key)
        expect(page.locator(f"#{focused}")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#note-f1 details")).to_have_attribute("open", "")


def test_conversation_finding_is_corrected_in_place(live: Live) -> None:
    """A wish that is rather a goal, and only the last words of it."""
    added, page = show(live)
    page.locator("#item-f3").focus()
    page.keyboard.press("e")
    form = page.locator("#note-f3 form.finding")
    form.get_by_label("Was es ist").select_option("goal")
    form.get_by_label("Die Worte").fill("das Reporting-Modul")
    form.get_by_role("button", name="Speichern").click()
    expect(page.locator("#note-f3")).to_have_attribute("data-state", "corrected")
    expect(page.locator('mark[data-for="f3"]')).to_have_text("das Reporting-Modul")
    changed = findings.finding(live.alice, added.conversation_id, "f3")
    assert (changed.finding.kind, changed.finding.evidence.quote) == ("goal", "das Reporting-Modul")
    live.quiet()


def test_conversation_words_that_were_not_said_are_refused_in_the_form(live: Live) -> None:
    _, page = show(live)
    page.locator("#item-f3").focus()
    page.keyboard.press("e")
    form = page.locator("#note-f3 form.finding")
    form.get_by_label("Die Worte").fill("das teure Modul")
    form.get_by_role("button", name="Speichern").click()
    expect(page.locator("#note-f3 .fault")).to_have_text(
        "So stehen diese Worte nicht im Redebeitrag. Bitte übernehmen Sie sie wortgenau."
    )
    expect(page.get_by_label("Die Worte")).to_have_value("das teure Modul")


def test_conversation_selected_words_become_an_own_finding(live: Live) -> None:
    """Half words are completed: "wei Ta" is "zwei Tage"."""
    added, page = show(live)
    page.evaluate(
        """() => {
          const words = document.querySelector('.words[data-turn="2"]');
          const at = words.textContent.indexOf("wei Ta");
          const text = words.querySelector("mark").firstChild;
          const range = document.createRange();
          range.setStart(text, at); range.setEnd(text, at + 6);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }"""
    )
    page.get_by_role("button", name="Als Fundstelle anstreichen").click()
    form = page.locator(".note.own form")
    expect(form.get_by_label("Die Worte")).to_have_value("zwei Tage")
    form.get_by_label("Was es ist").select_option("constraint")
    form.locator("#constraint-type-own").select_option("people")
    form.get_by_role("button", name="Speichern").click()
    expect(page.locator("#item-p1")).to_be_focused()
    own = findings.finding(live.alice, added.conversation_id, "p1").finding
    assert (own.kind, own.evidence.quote, own.attrs) == ("constraint", "zwei Tage", (("type", "people"),))
    live.quiet()


def test_conversation_all_above_ninety_percent_are_confirmed_at_once(live: Live) -> None:
    _, page = show(live)
    page.get_by_role("button", name="Alle 2 ab 90 % bestätigen").click()
    page.wait_for_load_state("networkidle")
    assert states(page) == {"f1": "confirmed", "f2": "confirmed", "f3": "proposed", "f4": "proposed"}


def test_conversation_note_lights_its_words_and_stands_beside_them(live: Live) -> None:
    _, page = show(live)
    page.locator("#note-f4").hover()
    expect(page.locator('mark[data-for="f4"]')).to_have_class("lit")
    tops = page.evaluate(
        """() => ["f1", "f2", "f3", "f4"].map(id => Math.round(
          document.getElementById(`note-${id}`).getBoundingClientRect().top
          - document.querySelector(`mark[data-for="${id}"]`).getBoundingClientRect().top))"""
    )
    assert all(abs(gap) <= 12 for gap in tops)


def test_conversation_on_a_phone_opens_notes_below_their_line(live: Live) -> None:
    _, page = show(live)
    live.fits_a_phone()
    page.set_viewport_size(NARROW)
    page.locator("#item-f2").click()
    words, note = page.locator('.words[data-turn="2"]').bounding_box(), page.locator("#note-f2").bounding_box()
    assert words is not None
    assert note is not None
    assert note["y"] >= words["y"] + words["height"]
    page.locator("#note-f2").get_by_role("button", name="Bestätigen").first.click()
    expect(page.locator("#note-f2")).to_have_attribute("data-state", "confirmed")


def test_conversation_without_scripts_posts_forms(live: Live) -> None:
    added = making.add(live.alice)
    plain = live.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain.add_cookies(live.context.cookies())  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto(f"{live.url}/conversations/{added.conversation_id}/")
    page.locator("#item-f1").click()
    page.locator("#note-f1 .acts").get_by_role("button", name="Bestätigen").click()
    assert page.locator("#note-f1").get_attribute("data-state") == "confirmed"
    plain.close()


@pytest.mark.parametrize("language", ["de", "en"])
def test_conversation_is_accessible(live: Live, language: str) -> None:
    live.speak(language)
    added, page = show(live)
    findings.confirm(live.alice, added.conversation_id, ["f1"])
    findings.reject(live.alice, added.conversation_id, ["f2"])
    live.open(f"/conversations/{added.conversation_id}/")
    page.locator("#item-f3").click()
    live.accessible()
    page.locator("#note-f3").get_by_role("link").first.click()
    expect(page.locator("form.finding")).to_be_visible()
    live.accessible()


def test_conversation_says_when_a_decision_could_not_be_taken(live: Live) -> None:
    """The conversation is removed elsewhere while the page is open."""
    from augenhoehe.store import conversations

    added, page = show(live)
    conversations.remove(live.alice, added.conversation_id)
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#trouble")).to_contain_text("Hier ist nichts")
    live.errors.clear()
    page.context.set_offline(True)
    page.keyboard.press("x")
    expect(page.locator("#trouble")).to_contain_text("Das Programm antwortet nicht.")


def test_conversation_of_several_days_says_each_day_in_the_gutter(live: Live) -> None:
    read = making.transcript()
    turns = tuple(replace(turn, said_on=date(2026, 3, 10 + turn.id)) for turn in read.conversation.turns)
    dated = replace(read, conversation=replace(read.conversation, turns=turns))
    added = conversations.add(
        live.alice, dated, making.findings(read), origin=Origin.WRITTEN, today=making.TODAY, customer="Muster GmbH"
    )
    page = live.open(f"/conversations/{added.conversation_id}/")
    assert page.locator(".script .day").all_inner_texts() == [
        "11. März 2026",
        "12. März 2026",
        "13. März 2026",
        "14. März 2026",
    ]
    day, speaker = (page.locator(place).nth(1).bounding_box() for place in (".day time", ".turn .speaker"))
    assert day is not None
    assert speaker is not None
    assert abs(day["x"] + day["width"] - speaker["x"] - speaker["width"]) < 2
    live.accessible()
    live.fits_a_phone()
