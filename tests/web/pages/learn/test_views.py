"""Learning: what is due, and the mirror that only its owner sees."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from augenhoehe.learn.checks import Check
from augenhoehe.store import advices, customers, practice
from augenhoehe.store.exporting import export
from augenhoehe.store.finding_people import Sort, Subject
from conftest import Cast
from store import making
from store.making import Added
from web.pages.signing_in import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(cast: Cast) -> Added:
    """Alice's own talk; its wish is not mirrored."""
    return making.add(cast.alice)


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days)


def test_looks_of_all_cases_are_listed_once_each(cast: Cast, talk: Added) -> None:
    planned = [Check(day(-60), "messkette"), Check(day(-1), "messkette"), Check(day(30), "messkette")]
    first, second, _ = advices.plan_checks(cast.alice, talk.case_id, planned)

    page = client(cast.alice).get("/learn/").content.decode()

    assert [f"/checks/{look}/" in page for look in (first, second)] == [False, True]


def test_looks_of_one_case_are_one_line(cast: Cast, talk: Added) -> None:
    """Three offers are asked about in one talk: the case stands there once, now and for later."""
    offers = ("messkette", "schulung", "wartung")
    advices.plan_checks(
        cast.alice, talk.case_id, [Check(day(days), offer) for days in (-3, 20, 90) for offer in offers]
    )

    page = client(cast.alice).get("/learn/").content.decode()

    assert page.count(f'href="/checks/case/{talk.case_id}/"') == 2
    assert page.count("3 Nachfragen") == 2


def test_moments_show_words_and_better_questions(cast: Cast, talk: Added) -> None:
    page = client(cast.alice).get(f"/learn/talks/{talk.conversation_id}/").content.decode()

    assert "Eine Stelle lohnt einen zweiten Blick" in page
    assert "Ein Wunsch, der nicht zurückkam" in page
    assert "Ich hätte gern das Reporting-Modul." in page
    assert "Wie ist das auf die Liste gekommen?" in page


def test_a_note_is_kept_with_its_moment_and_taken_away(cast: Cast, talk: Added) -> None:
    alice, address = client(cast.alice), f"/learn/talks/{talk.conversation_id}/"

    assert alice.post(address, {"words": "Erst fragen.", "moment": "wish_not_mirrored:3:0"})["Location"] == address
    (note,) = practice.notes(cast.alice, conversation_id=talk.conversation_id)
    assert (note.words, note.moment) == ("Erst fragen.", "wish_not_mirrored:3:0")
    assert "Erst fragen." in alice.get(address).content.decode()

    assert alice.post(f"/learn/notes/{note.id}/remove/", {"talk": talk.conversation_id})["Location"] == address
    assert practice.notes(cast.alice) == ()


def test_an_intention_is_made_and_looked_at(cast: Cast, talk: Added) -> None:
    alice = client(cast.alice)
    alice.post("/learn/intentions/", {"words": "Ausreden lassen."})
    (made,) = practice.intentions(cast.alice)
    assert "Ausreden lassen." in alice.get(f"/learn/talks/{talk.conversation_id}/").content.decode()

    alice.post(f"/learn/intentions/{made.id}/", {"outcome": "partly"})

    (seen,) = practice.intentions(cast.alice)
    assert (seen.kept, seen.looked_at_on) == ("partly", day(0))
    assert alice.post(f"/learn/intentions/{made.id}/", {"outcome": "great"}).status_code == 422
    alice.post(f"/learn/intentions/{made.id}/", {"outcome": "remove"})
    assert practice.intentions(cast.alice) == ()


def test_an_intention_from_a_talk_is_for_its_customer_and_meets_one_on_the_case_page(cast: Cast, talk: Added) -> None:
    """It stands on the page of every case of this customer, until it is looked at, and on none of another's."""
    other = making.add(cast.alice, "Alice Adler: Guten Tag.", customer="Zweite GmbH")
    alice, address = client(cast.alice), f"/learn/talks/{talk.conversation_id}/"
    made = alice.post("/learn/intentions/", {"words": "Ausreden lassen.", "talk": talk.conversation_id})
    assert made["Location"] == address
    assert "Ausreden lassen." in alice.get(address).content.decode()
    (intention,) = practice.intentions(cast.alice)

    pages = [alice.get(f"/cases/{case}/").content.decode() for case in (talk.case_id, other.case_id)]
    assert ["Mein Vorsatz für das nächste Gespräch" in page for page in pages] == [True, False]
    assert ["Ausreden lassen." in page for page in pages] == [True, False]
    assert "Ausreden lassen." not in alice.get(f"/learn/talks/{other.conversation_id}/").content.decode()

    seen = alice.post(f"/learn/intentions/{intention.id}/", {"outcome": "done", "case": talk.case_id})
    assert seen["Location"] == f"/cases/{talk.case_id}/"
    assert "Mein Vorsatz" not in alice.get(f"/cases/{talk.case_id}/").content.decode()


def test_an_intention_is_for_a_chosen_customer_or_for_all(cast: Cast, talk: Added) -> None:
    (customer,) = customers.list_customers(cast.alice)
    alice = client(cast.alice)
    alice.post("/learn/intentions/", {"words": "Für alle.", "customer": ""})
    alice.post("/learn/intentions/", {"words": "Für einen.", "customer": customer.id})

    assert {one.words: one.customer for one in practice.intentions(cast.alice)} == {
        "Für alle.": "",
        "Für einen.": customer.id,
    }
    assert alice.get("/learn/").content.decode().count("für Gespräche mit Muster GmbH") == 1
    assert client(cast.charlie).post("/learn/intentions/", {"words": "x", "customer": customer.id}).status_code == 404


def test_nobody_but_the_owner_meets_an_intention_anywhere(cast: Cast, talk: Added) -> None:
    """Bob's intention for the customer of Alice's case: Alice administers the team and still finds it nowhere."""
    (customer,) = customers.list_customers(cast.bob)
    practice.add_intention(cast.bob, "Weniger reden.", made_on=day(0), customer_id=customer.id)
    (intention,) = practice.intentions(cast.bob)
    alice = client(cast.alice)
    places = ("/learn/", "/today/", f"/cases/{talk.case_id}/", f"/partner/{customer.id}/", "/settings/")

    assert ["Weniger reden." in alice.get(place).content.decode() for place in places] == [False] * len(places)
    assert "Weniger reden." in client(cast.bob).get(f"/cases/{talk.case_id}/").content.decode()
    assert alice.post(f"/learn/intentions/{intention.id}/", {"outcome": "remove"}).status_code == 404
    assert "Weniger reden." not in json.dumps(export(cast.alice, Subject(Sort.CUSTOMER, customer.id, "Muster GmbH")))
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert practice.intentions(cast.bob) == (intention,)


def test_the_way_to_practice_is_shown_to_the_adviser_alone(cast: Cast, talk: Added) -> None:
    address = f"/learn/talks/{talk.conversation_id}/"
    shown = [
        address in client(one).get(f"/conversations/{talk.conversation_id}/").content.decode()
        for one in (cast.alice, cast.bob)
    ]
    assert shown == [True, False]


def test_blank_words_are_refused(cast: Cast, talk: Added) -> None:
    alice = client(cast.alice)

    assert alice.post("/learn/intentions/", {"words": " "}).status_code == 422
    assert alice.post(f"/learn/talks/{talk.conversation_id}/", {"words": ""}).status_code == 422


def test_a_colleague_on_the_team_sees_the_case_but_nothing_of_the_mirror(cast: Cast, talk: Added) -> None:
    """Bob is on Alice's team and may read the talk; her moments, notes and intentions are hers alone."""
    practice.add_note(cast.alice, "Erst fragen.", conversation_id=talk.conversation_id)
    practice.add_intention(cast.alice, "Ausreden lassen.", made_on=day(0))
    (note,), (intention,) = practice.notes(cast.alice), practice.intentions(cast.alice)
    bob = client(cast.bob)

    assert bob.get(f"/cases/{talk.case_id}/").status_code == 200
    page = bob.get("/learn/").content.decode()
    assert ("Ausreden lassen." in page, f"/learn/talks/{talk.conversation_id}/" in page) == (False, False)
    address = f"/learn/talks/{talk.conversation_id}/"
    assert [
        bob.get(address).status_code,
        bob.post(address, {"words": "Ich auch."}).status_code,
        bob.post(f"/learn/notes/{note.id}/remove/").status_code,
        bob.post(f"/learn/intentions/{intention.id}/", {"outcome": "done"}).status_code,
    ] == [404, 404, 404, 404]
    assert (practice.notes(cast.alice), practice.intentions(cast.alice)) == ((note,), (intention,))


def test_an_administrator_sees_no_mirror_but_their_own(cast: Cast) -> None:
    """Bob's own talk: Alice administers the team and still finds nothing of it."""
    held = making.add(cast.bob)
    practice.add_note(cast.bob, "Zu schnell gewesen.", conversation_id=held.conversation_id)
    assert cast.alice.administrator  # type: ignore[attr-defined]
    alice = client(cast.alice)

    assert alice.get(f"/learn/talks/{held.conversation_id}/").status_code == 404
    assert "Zu schnell gewesen." not in alice.get("/learn/").content.decode()
    assert client(cast.bob).get(f"/learn/talks/{held.conversation_id}/").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_the_same_queries_however_long(
    cast: Cast, number: int, django_assert_max_num_queries: object
) -> None:
    for place in range(number):
        added = making.add(cast.alice, f"Alice Adler: Gespräch Nummer {place}.", case_id=None)
        advices.plan_checks(cast.alice, added.case_id, [Check(day(-1), "messkette")])
        practice.add_intention(cast.alice, f"Vorsatz {place}", made_on=day(0))
    alice = client(cast.alice)

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        alice.get("/learn/")
