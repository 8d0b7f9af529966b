"""Bringing in a conversation: read, looked at, kept; nothing lost on the way and nothing half-kept."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from augenhoehe.store import cases, conversations
from conftest import Cast
from web.pages.signing_in import client as signed_in

pytestmark = pytest.mark.django_db

FILES = Path(__file__).resolve().parents[3] / "listen" / "files"


def upload(client: Client, *names: str, **more: str) -> HttpResponse:
    files = [SimpleUploadedFile(name, (FILES / name).read_bytes()) for name in names]
    return client.post("/listen/new/", {"way": "file", "files": files, **more})  # type: ignore[return-value]


def fields(page: HttpResponse) -> dict[str, str]:
    """What a browser would send back from the page, as it stands."""
    text = page.content.decode()
    sent: dict[str, str] = {}
    for tag in re.findall(r"<input [^>]+>", text):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        kind = attributes.get("type", "text")
        if "name" not in attributes or attributes["name"] in {"csrfmiddlewaretoken", "next"}:
            continue
        if kind == "radio" and " checked" not in tag:
            continue
        sent[attributes["name"]] = html.unescape(attributes.get("value", ""))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)">(.*?)</select>', text, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        sent[name] = chosen.group(1) if chosen else ""
    return sent


def kept(cast: Cast) -> list[conversations.StoredConversation]:
    return [
        conversations.conversation(cast.alice, line.id)
        for case in cases.list_cases(cast.alice)
        for line in conversations.list_conversations(cast.alice, case.id)
    ]


@pytest.mark.parametrize("way", ["file", "paste", "memory", "", "nonsense"])
def test_ways_to_begin(cast: Cast, way: str) -> None:
    assert signed_in(cast.alice).get(f"/listen/new/?way={way}").status_code == 200


def test_a_file_is_looked_at_and_then_kept_with_its_findings(cast: Cast) -> None:
    client = signed_in(cast.alice)
    page = upload(client, "teams.vtt")
    assert (page.status_code, kept(cast)) == (200, [])
    answers = fields(page) | {"0-origin": "live_transcript", "0-held_on": "2026-03-12", "case_title": "Auswertung"}
    answer = client.post("/listen/look/", answers)
    [stored] = kept(cast)
    assert (answer.status_code, answer["Location"]) == (302, f"/conversations/{stored.conversation.id}/")
    assert (stored.case_title, stored.origin, str(stored.conversation.held_on)) == (
        "Auswertung",
        "live_transcript",
        "2026-03-12",
    )
    assert [(party.name, party.role.value) for party in stored.conversation.people] == [
        ("Berg, Anna", "adviser"),
        ("Jan Kolb", "customer"),
    ]
    [line] = conversations.list_conversations(cast.alice, stored.case_id)
    assert line.proposed > 0


def test_a_side_is_shown_as_a_proposal_with_its_reason(cast: Cast) -> None:
    page = upload(signed_in(cast.alice), "teams.vtt").content.decode()
    assert page.count("Vorschlag: ") == 2
    assert "klingen nach jemandem, der berät oder anbietet." in page


def test_one_click_changes_a_side(cast: Cast) -> None:
    client = signed_in(cast.alice)
    answers = fields(upload(client, "teams.vtt")) | {"0-origin": "notes", "0-role-0": "customer", "0-role-1": "adviser"}
    client.post("/listen/look/", answers)
    [stored] = kept(cast)
    assert [(turn.speaker, turn.role.value) for turn in stored.conversation.turns] == [
        ("Berg, Anna", "customer"),
        ("Jan Kolb", "adviser"),
    ]
    assert [(proposal.because.key, proposal.stated) for proposal in stored.roles] == [("listen.role.given", True)] * 2


def test_a_recording_without_everybodys_consent_is_not_kept_and_nothing_typed_is_lost(cast: Cast) -> None:
    client = signed_in(cast.alice)
    answers = fields(upload(client, "teams.vtt")) | {
        "0-origin": "recording",
        "0-title": "Mein Titel",
        "0-consent-0": "given",
        "0-role-1": "other",
        "customer": "Kolb GmbH",
    }
    page = client.post("/listen/look/", answers)
    assert (page.status_code, kept(cast)) == (422, [])
    assert "Ob Jan Kolb einverstanden ist, ist nicht bekannt." in page.content.decode()
    again = fields(page)
    assert {name: again[name] for name in answers} == answers
    client.post("/listen/look/", again | {"0-consent-1": "given", "0-way-1": "written", "0-given-1": "2026-03-12"})
    [stored] = kept(cast)
    assert [(item.person, item.state.value, item.way.value, str(item.given_on)) for item in stored.consents] == [
        ("Berg, Anna", "given", "spoken", "None"),
        ("Jan Kolb", "given", "written", "2026-03-12"),
    ]


def test_an_origin_must_be_said(cast: Cast) -> None:
    client = signed_in(cast.alice)
    answers = fields(upload(client, "teams.vtt"))
    assert "0-origin" not in answers
    assert (client.post("/listen/look/", answers).status_code, kept(cast)) == (422, [])


def test_a_date_that_does_not_exist_is_said_and_kept_in_its_field(cast: Cast) -> None:
    client = signed_in(cast.alice)
    page = client.post(
        "/listen/look/", fields(upload(client, "teams.vtt")) | {"0-origin": "notes", "0-held_on": "31.2."}
    )
    assert (page.status_code, fields(page)["0-held_on"]) == (422, "31.2.")


def test_several_files_are_kept_together_in_one_case(cast: Cast) -> None:
    client = signed_in(cast.alice)
    page = upload(client, "teams.vtt", "thread.eml", "memory.txt")
    answer = client.post("/listen/look/", fields(page) | {"0-origin": "notes"})
    [case] = cases.list_cases(cast.alice)
    assert (answer["Location"], case.conversations) == (f"/cases/{case.id}/", 3)


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(cast: Cast) -> None:
    client = signed_in(cast.alice)
    files = [SimpleUploadedFile("leer.txt", b""), SimpleUploadedFile("memory.txt", (FILES / "memory.txt").read_bytes())]
    page = client.post("/listen/new/", {"way": "file", "files": files})
    assert "„leer.txt“ ist leer." in html.unescape(page.content.decode())
    assert (page.status_code, fields(page)["count"]) == (200, "1")


def test_memory_is_kept_without_asking_anybody(cast: Cast) -> None:
    client = signed_in(cast.alice)
    page = client.post("/listen/new/", {"way": "memory", "text": "Kolb will das Modul.\r\nEr hat kein Budget."})
    client.post("/listen/look/", fields(page))
    [stored] = kept(cast)
    assert (stored.origin, [turn.text for turn in stored.conversation.turns]) == (
        "memory",
        ["Kolb will das Modul.", "Er hat kein Budget."],
    )


@pytest.mark.parametrize(
    ("way", "key"),
    [("memory", "wenigstens eine Zeile"), ("paste", "Text des Gesprächs ein"), ("file", "mindestens eine Datei")],
)
def test_nothing_is_asked_for_again(cast: Cast, way: str, key: str) -> None:
    page = signed_in(cast.alice).post("/listen/new/", {"way": way, "text": "  "})
    assert (page.status_code, key in page.content.decode()) == (422, True)


def test_reading_again_in_another_format_shows_it_before_keeping_it(cast: Cast) -> None:
    client = signed_in(cast.alice)
    first = client.post("/listen/new/", {"way": "paste", "text": "Anna Berg: Hallo\nJan Kolb: Tag"})
    page = client.post("/listen/look/", fields(first) | {"0-origin": "notes", "0-format": "memory"})
    assert (page.status_code, fields(page)["0-shown"], kept(cast)) == (200, "memory", [])


def test_the_address_of_the_questions_alone_leads_to_the_beginning(cast: Cast) -> None:
    assert signed_in(cast.alice).get("/listen/look/")["Location"] == "/listen/new/"


def test_a_damaged_form_asks_for_the_file_again(cast: Cast) -> None:
    page = signed_in(cast.alice).post("/listen/look/", {"count": "1", "0-data": "###"})
    assert page.status_code == 422


def test_a_case_of_somebody_else_is_not_found(cast: Cast) -> None:
    client = signed_in(cast.alice)
    client.post("/listen/look/", fields(upload(client, "memory.txt")))
    [case] = cases.list_cases(cast.alice)
    other = signed_in(cast.charlie)
    page = upload(other, "memory.txt")
    assert other.post("/listen/look/", fields(page) | {"case": case.id}).status_code == 404
    assert case.id not in page.content.decode()


def test_ready_texts_in_three_voices(cast: Cast) -> None:
    page = signed_in(cast.alice).get("/listen/words/").content.decode()
    assert [part in page for part in ("was ich Ihnen zusage", "was ich euch zusage", "nothing I promise you")] == [
        True
    ] * 3


def test_three_lines_of_memory_lead_to_a_board_and_to_promises(cast: Cast) -> None:
    """
    Frau Lindqvist vom Chor war da, wollte unbedingt die große Verstärkeranlage.
    Geht ihr eigentlich darum, dass die hinteren Reihen die Soli hören; mehr als 1.500 Euro haben sie nicht.
    Habe ihr zwei Richtmikrofone empfohlen und zugesagt, bis Montag eins mitzubringen.
    """
    lines = [
        "Frau Lindqvist vom Chor war da, wollte unbedingt die große Verstärkeranlage.",
        "Geht ihr eigentlich darum, dass die hinteren Reihen die Soli hören; mehr als 1.500 Euro haben sie nicht.",
        "Habe ihr zwei Richtmikrofone empfohlen und zugesagt, bis Montag eins mitzubringen.",
    ]
    client = signed_in(cast.alice)
    page = client.post("/listen/new/", {"way": "memory", "text": "\n".join(lines)})
    client.post("/listen/look/", fields(page) | {"0-held_on": "2026-09-12", "case_title": "Chor"})
    [stored] = kept(cast)
    here = f"/conversations/{stored.conversation.id}/"
    shown = client.get(here).content.decode()
    assert re.findall(r'class="kind">([^<]+)</span> <span class="detail">([^<]+)</span>', shown) == [
        ("Wunsch", "Kunde"), ("Ziel", "Kunde"), ("Rahmen", "Kunde"), ("Rat", "ich"), ("Zusage", "ich"),
    ]  # fmt: skip
    assert re.findall(r'class="speaker">([^<]*)<', shown) == ["", "", ""]
    figures = client.get(f"{here}figures/").content.decode()
    assert figures.count("Aus einer Notiz lässt sich nicht messen, wie gesprochen wurde.") == 1
    assert "nicht messbar" not in figures
    for finding in ("f1", "f2", "f3", "f4", "f5"):
        client.post(f"{here}findings/{finding}/", {"act": "confirm"})
    board = html.unescape(client.get(f"/needs/{stored.case_id}/").content.decode())
    assert [word in board for word in ("Verstärkeranlage", "die Soli hören", "1.500 Euro")] == [True] * 3
    promises = html.unescape(client.get(f"/promises/case/{stored.case_id}/").content.decode())
    assert "zugesagt, bis Montag eins mitzubringen" in promises
