"""Today: what I owe, what I wait for, what to ask about again, what waits for a look."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from augenhoehe.journey.record import Check
from augenhoehe.keep.ledger import EntryKind
from augenhoehe.keep.promises import Due, Promise, Side
from augenhoehe.store import advices, findings, ledger, promises
from conftest import Cast
from store import making
from web.pages.signing_in import client


def promise(due: Due | None, side: Side = Side.OURS) -> Promise:
    return Promise("p", side, "", "Angebot schicken", due, True, None)


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
    assert html.count("seit gestern überfällig") == 2
    assert html.count("ohne Termin") == 1
    findings.reject(cast.alice, added.conversation_id, ["f1", "f2", "f3", "f4"])
    assert "<h1>2 Dinge warten auf Sie.</h1>" in alice.get("/today/").content.decode()


def test_index_shows_charlie_nothing_of_theirs(cast: Cast) -> None:
    added = making.add(cast.alice)
    promises.add_promises(cast.alice, added.case_id, [promise(None)])
    assert "Angebot schicken" in client(cast.bob).get("/today/").content.decode()
    assert "Angebot schicken" not in client(cast.charlie).get("/today/").content.decode()


def on(days: int) -> Due:
    day: date = timezone.localdate() + timedelta(days)
    return Due("bis dahin", day, day)


def test_index_drafts_what_to_say_before_a_promise_slips(cast: Cast) -> None:
    """Soon, late and far away; only the first two come with a text, and it goes nowhere by itself."""
    added = making.add(cast.alice)
    soon, late, far = promises.add_promises(cast.alice, added.case_id, [promise(on(days)) for days in (2, -2, 9)])
    alice = client(cast.alice)
    html = alice.get("/today/").content.decode()
    assert [f'id="draft-{one}"' in html for one in (soon, late, far)] == [True, True, False]
    assert html.count("Das schaffe ich bis dahin nicht.") == 1
    assert html.count("Das habe ich nicht gehalten") == 1
    assert [f"/promises/{one}/told/" in html for one in (soon, late, far)] == [True, False, False]
    assert alice.post(f"/promises/{soon}/told/", {"back": "/today/"}).headers["Location"] == "/today/"
    kinds = [entry.kind for entry in ledger.of_case(cast.alice, added.case_id).entries]
    assert kinds == [EntryKind.PROMISE_MADE] * 3 + [EntryKind.TOLD_BEFORE]


def test_index_asks_after_theirs_where_it_is_overdue(cast: Cast) -> None:
    added = making.add(cast.alice)
    late, near = promises.add_promises(cast.alice, added.case_id, [promise(on(days), Side.THEIRS) for days in (-1, 1)])
    html = client(cast.alice).get("/today/").content.decode()
    assert [f'id="draft-{one}"' in html for one in (late, near)] == [True, False]
    assert "Nachfragen, ohne Vorwurf" in html
