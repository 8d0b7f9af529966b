"""Today: what I owe, what I wait for, what to ask about again, what waits for a look."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from augenhoehe.journey.record import Check
from augenhoehe.keep.promises import Due, Promise, Side
from augenhoehe.store import advices, findings, promises
from augenhoehe.store.promises import StoredPromise
from augenhoehe.web.pages.today.views import owed
from conftest import Cast
from store import making
from web.pages.signing_in import client

TODAY = date(2026, 3, 12)


def promise(due: Due | None, side: Side = Side.OURS) -> Promise:
    return Promise("p", side, "", "Angebot schicken", due, True, None)


@pytest.mark.parametrize(
    ("due", "when"),
    [
        (None, "open"),
        (Due("demnächst"), "open"),
        (Due("gestern", date(2026, 3, 11), date(2026, 3, 11)), "late"),
        (Due("diese Woche", date(2026, 3, 9), date(2026, 3, 13)), "soon"),
        (Due("heute", date(2026, 3, 12), date(2026, 3, 12)), "today"),
        (Due("heute", date(2026, 3, 12)), "today"),
        (Due("in 14 Tagen", date(2026, 3, 26), date(2026, 3, 26)), "soon"),
        (Due("in 15 Tagen", date(2026, 3, 27), date(2026, 3, 27)), "later"),
    ],
)
def test_owed_says_how_near_the_day_is_and_invents_none(due: Due | None, when: str) -> None:
    assert owed(StoredPromise(promise(due), "case", "Fall", "Kunde"), TODAY).when == when


def test_index_teaches_while_it_is_empty(cast: Cast) -> None:
    html = client(cast.alice).get("/today/").content.decode()
    assert "Heute wartet nichts auf Sie." in html
    assert 'href="/start/"' in html


def test_index_counts_what_presses(cast: Cast) -> None:
    added = making.add(cast.alice)
    alice = client(cast.alice)
    assert "<h1>Eines wartet heute auf Sie.</h1>" in alice.get("/today/").content.decode()
    today = timezone.localdate()
    late = Due("gestern", today - timedelta(1), today - timedelta(1))
    promises.add_promises(cast.alice, added.case_id, [promise(late), promise(None), promise(late, Side.THEIRS)])
    advices.plan_checks(cast.alice, added.case_id, [Check(today), Check(today + timedelta(1))])
    html = alice.get("/today/").content.decode()
    assert "<h1>3 Dinge warten auf Sie.</h1>" in html
    assert html.count("war fällig am") == 2
    assert html.count("ohne Frist") == 1
    findings.reject(cast.alice, added.conversation_id, ["f1", "f2", "f3", "f4"])
    assert "<h1>2 Dinge warten auf Sie.</h1>" in alice.get("/today/").content.decode()


def test_index_shows_charlie_nothing_of_theirs(cast: Cast) -> None:
    added = making.add(cast.alice)
    promises.add_promises(cast.alice, added.case_id, [promise(None)])
    assert "Angebot schicken" in client(cast.bob).get("/today/").content.decode()
    assert "Angebot schicken" not in client(cast.charlie).get("/today/").content.decode()
