"""Cases: the list, a new one, and one case along its spine."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from augenhoehe.store import cases, customers, findings
from conftest import Cast
from store import making
from web.pages.signing_in import client


def test_index_teaches_while_it_is_empty(cast: Cast) -> None:
    html = client(cast.alice).get("/cases/").content.decode()
    assert "Ein Fall ist ein Anliegen eines Kunden" in html
    assert 'href="/cases/new/"' in html


def test_index_takes_the_same_queries_for_one_case_and_three(cast: Cast) -> None:
    alice = client(cast.alice)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            making.add(cast.alice)
        with CaptureQueriesContext(connection) as asked:
            html = alice.get("/cases/").content.decode()
        counts.append((html.count("<li data-scope>"), len(asked)))
    assert [cases for cases, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_index_says_what_each_case_waits_for(cast: Cast) -> None:
    added = making.add(cast.alice)
    alice = client(cast.alice)
    assert "4 Fundstellen warten auf einen Blick." in alice.get("/cases/").content.decode()
    findings.reject(cast.alice, added.conversation_id, ["f1", "f3", "f4"])
    assert "Eine Fundstelle wartet auf einen Blick." in alice.get("/cases/").content.decode()
    findings.confirm(cast.alice, added.conversation_id, ["f2"])
    assert "Der Bedarf steht. Als Nächstes der Rat." in alice.get("/cases/").content.decode()


def test_index_shows_charlie_nothing_of_theirs(cast: Cast) -> None:
    making.add(cast.alice)
    assert "Berichte" in client(cast.bob).get("/cases/").content.decode()
    assert "Berichte" not in client(cast.charlie).get("/cases/").content.decode()


def test_new_case_opens_with_its_customer(cast: Cast) -> None:
    alice = client(cast.alice)
    answer = alice.post("/cases/new/", {"title": " Umzug ", "customer": "Muster GmbH", "occasion": "Mietende im März"})
    (line,) = cases.list_cases(cast.alice)
    assert answer.headers["Location"] == f"/cases/{line.id}/"
    card = cases.case(cast.alice, line.id)
    assert (card.title, card.customer, card.occasion) == ("Umzug", "Muster GmbH", "Mietende im März")


def test_new_case_without_a_word_is_asked_for_again(cast: Cast) -> None:
    answer = client(cast.alice).post("/cases/new/", {"title": "  ", "customer": "Muster GmbH"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Bitte schreiben Sie zwei, drei Worte." in html
    assert 'value="Muster GmbH"' in html
    assert cases.list_cases(cast.alice) == ()


@pytest.mark.parametrize(
    ("confirmed", "states", "coming"),
    [((), "begun open open open open open", "conversations"), (("f2",), "begun begun open open open open", "needs")],
)
def test_case_shows_what_is_done_and_what_comes_next(
    cast: Cast, confirmed: tuple[str, ...], states: str, coming: str
) -> None:
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, confirmed)
    html = client(cast.alice).get(f"/cases/{added.case_id}/").content.decode()
    stations = re.findall(r'<li class="(open|begun|done)( next)?">\s*<h2>(\w+)', html)
    assert " ".join(state for state, _, _ in stations) == states
    assert [name for _, following, name in stations if following] == [
        {"conversations": "Gespräche", "needs": "Bedarf"}[coming]
    ]


def test_case_is_nothing_for_charlie(cast: Cast) -> None:
    added = making.add(cast.alice)
    assert client(cast.bob).get(f"/cases/{added.case_id}/").status_code == 200
    for path in ("", "edit/"):
        assert client(cast.charlie).get(f"/cases/{added.case_id}/{path}").status_code == 404
    assert client(cast.charlie).post(f"/cases/{added.case_id}/close/").status_code == 404


def test_edit_changes_title_and_customer(cast: Cast) -> None:
    added = making.add(cast.alice)
    path = f"/cases/{added.case_id}/edit/"
    client(cast.alice).post(path, {"title": "Auswertung", "customer": "Neue GmbH", "occasion": ""})
    card = cases.case(cast.alice, added.case_id)
    assert (card.title, card.customer) == ("Auswertung", "Neue GmbH")
    assert {one.name for one in customers.list_customers(cast.alice)} == {"Muster GmbH", "Neue GmbH"}


def test_close_puts_a_case_away_and_opens_it_again(cast: Cast) -> None:
    added = making.add(cast.alice)
    alice, path = client(cast.alice), f"/cases/{added.case_id}/close/"
    alice.post(path)
    assert "Berichte" not in alice.get("/cases/").content.decode()
    assert "Berichte" in alice.get("/cases/?closed=1").content.decode()
    alice.post(path, {"open": "1"})
    assert "Berichte" in alice.get("/cases/").content.decode()
