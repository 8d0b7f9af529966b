"""The conversation page without a browser: what it shows, to whom, and with how many queries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from augenhoehe.listen.consent import Origin
from augenhoehe.speech.conversation import Role
from augenhoehe.store import cases, conversations, findings, scripts
from augenhoehe.store.conversations import Added
from conftest import Cast
from store import making
from web.pages.signing_in import client


def page(alice: Client, added: Added, query: str = "") -> str:
    answer = alice.get(f"/conversations/{added.conversation_id}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def notes(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<li class="note" id="note-(\w+)".*?data-state="(\w+)"', html)


def test_show_marks_every_finding_beside_its_words(cast: Cast) -> None:
    html = page(client(cast.alice), making.add(cast.alice))
    assert notes(html) == [(key, "proposed") for key in ("f1", "f2", "f3", "f4")]
    marks = re.findall(r'<mark data-for="(\w+)" data-family="(\w+)"[^>]*>([^<]*)</mark>', html)
    assert marks == [
        ("f1", "asking", "Was soll in einem Jahr anders sein?"),
        ("f2", "customer", "Die Auswertung dauert jedes Mal zwei Tage."),
        ("f3", "customer", "Ich hätte gern das Reporting-Modul."),
        ("f4", "saying", "Ich schicke Ihnen das bis Freitag."),
    ]


def test_show_is_nothing_for_charlie(cast: Cast) -> None:
    added = making.add(cast.alice)
    assert client(cast.bob).get(f"/conversations/{added.conversation_id}/").status_code == 200
    for path in ("", "figures/", "details/", "findings/add/?turn=1", "findings/f1/correct/"):
        assert client(cast.charlie).get(f"/conversations/{added.conversation_id}/{path}").status_code == 404


def test_show_asks_who_is_who_where_a_side_is_unknown(cast: Cast) -> None:
    added = making.add(cast.alice)
    assert "wer wird beraten" not in page(client(cast.alice), added)
    conversations.set_roles(cast.alice, added.conversation_id, {"Petra Schulz": Role.UNKNOWN})
    assert "wer wird beraten" in page(client(cast.alice), added)


def test_show_filters_by_family_and_state(cast: Cast) -> None:
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f2"])
    findings.reject(cast.alice, added.conversation_id, ["f3"])
    alice = client(cast.alice)
    assert notes(page(alice, added)) == [("f1", "proposed"), ("f2", "confirmed"), ("f4", "proposed")]
    assert notes(page(alice, added, "?family=customer")) == [("f2", "confirmed")]
    assert notes(page(alice, added, "?show=open")) == [("f1", "proposed"), ("f4", "proposed")]
    assert notes(page(alice, added, "?show=rejected")) == [("f3", "rejected")]
    assert notes(page(alice, added, "?family=nonsense&show=nonsense&page=nonsense")) == notes(page(alice, added))


def test_show_takes_the_same_queries_for_one_finding_and_many(cast: Cast) -> None:
    from django.db import connection

    few, many = making.add(cast.alice), making.add(cast.alice, making.TALK + "    Alice Adler: Danke.\n")
    read = making.transcript(making.TALK)
    findings.replace(cast.alice, few.conversation_id, making.findings(read)[:1])
    alice = client(cast.alice)
    counts = []
    for added in (few, many):
        page(alice, added)
        with CaptureQueriesContext(connection) as asked:
            page(alice, added)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 17


def test_show_pages_a_long_conversation(cast: Cast) -> None:
    talk = "\n".join(f"Alice Adler: Satz {number}." for number in range(1, 451))
    added = making.add(cast.alice, talk)
    alice = client(cast.alice)
    spoken = [re.findall(r"Satz (\d+)\.", page(alice, added, f"?page={number}")) for number in (1, 2, 3, 99)]
    assert [(turns[0], turns[-1], len(turns)) for turns in spoken] == [
        ("1", "200", 200),
        ("201", "400", 200),
        ("401", "450", 50),
        ("401", "450", 50),
    ]
    led = alice.get(f"/conversations/{added.conversation_id}/?turn=250")
    assert led.headers["Location"].endswith("/?page=2#t250")


def test_show_leads_to_a_finding(cast: Cast) -> None:
    added = making.add(cast.alice)
    led = client(cast.alice).get(f"/conversations/{added.conversation_id}/?finding=f3")
    assert led.headers["Location"].endswith("#note-f3")
    assert client(cast.alice).get(f"/conversations/{added.conversation_id}/?finding=f99").status_code == 404


def test_show_finds_words_whatever_their_spelling(cast: Cast) -> None:
    html = page(client(cast.alice), making.add(cast.alice), "?q=HAETTE")
    assert re.findall(r'<li class="turn found" id="(t\d+)"', html) == ["t3"]
    assert "Nirgends steht" in page(client(cast.alice), making.add(cast.alice), "?q=Zeppelin")


def test_figures_are_for_the_adviser_of_the_case_alone(cast: Cast) -> None:
    added = making.add(cast.alice)
    path = f"/conversations/{added.conversation_id}/figures/"
    mine, his = (client(one).get(path).content.decode() for one in (cast.alice, cast.bob))
    assert mine.count("<figure") > 5
    assert his.count("<figure") == 0
    assert "sieht nur, wer das Gespräch geführt hat" in his


@pytest.mark.parametrize(("language", "question"), [("de", "Was wurde gesagt?"), ("en", "What was said?")])
def test_show_speaks_the_language_of_its_reader(cast: Cast, language: str, question: str) -> None:
    from augenhoehe.store import accounts

    accounts.save_settings(cast.alice, language=language)
    html = page(client(cast.alice), making.add(cast.alice))
    assert f"<h1>{question}</h1>" in html
    assert f'<html lang="{language}"' in html


def test_details_are_changed(cast: Cast) -> None:
    added = making.add(cast.alice)
    path = f"/conversations/{added.conversation_id}/details/"
    answer = client(cast.alice).post(path, {"title": "Zweites Gespräch", "held_on": "2026-04-01", "channel": "phone"})
    assert answer.status_code == 302
    head = scripts.head(cast.alice, added.conversation_id)
    assert (head.title, head.held_on, head.channel) == ("Zweites Gespräch", date(2026, 4, 1), "phone")


def test_remove_asks_first(cast: Cast) -> None:
    added = making.add(cast.alice)
    path = f"/conversations/{added.conversation_id}/remove/"
    alice = client(cast.alice)
    assert "4 Redebeiträge" in alice.get(path).content.decode()
    assert len(conversations.list_conversations(cast.alice, added.case_id)) == 1
    assert alice.post(path).headers["Location"] == f"/cases/{added.case_id}/"
    assert conversations.list_conversations(cast.alice, added.case_id) == ()
    assert cases.case(cast.alice, added.case_id).title == "Berichte"


def test_show_says_the_day_where_it_changes(cast: Cast) -> None:
    read = making.transcript(held_on=date(2026, 3, 11))
    days = dict(zip((1, 2, 3, 4), (11, 11, 12, 13), strict=True))
    turns = tuple(replace(turn, said_on=date(2026, 3, days[turn.id])) for turn in read.conversation.turns)
    dated = replace(read, conversation=replace(read.conversation, turns=turns))
    added = conversations.add(cast.alice, dated, (), origin=Origin.NOTES, today=making.TODAY, customer="Muster GmbH")
    html = page(client(cast.alice), added)
    order = re.findall(r'<li class="day"><time datetime="([\d-]+)">|<li class="turn[^>]* id="(t\d)"', html)
    assert [day or turn for day, turn in order] == ["t1", "t2", "2026-03-12", "t3", "2026-03-13", "t4"]


def test_show_says_no_day_where_turns_have_none(cast: Cast) -> None:
    assert '<li class="day">' not in page(client(cast.alice), making.add(cast.alice))
