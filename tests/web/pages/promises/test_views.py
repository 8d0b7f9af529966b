"""The promises pages: one line to enter, one click to settle, and closed to those it does not concern."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from augenhoehe.keep.ledger import EntryKind
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.store import conversations, findings, ledger, promises
from augenhoehe.understand.findings import Kind
from conftest import Cast
from store import making
from web.pages.signing_in import client as client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> str:
    """A case of Alice's team; the promise in its conversation is confirmed."""
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f4"])
    return str(added.case_id)


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days)


def keep(cast: Cast, case: str, what: str, *, days: int | None = None, side: Side = Side.OURS) -> str:
    due = None if days is None else Due("", day(days), day(days))
    (made,) = promises.add_promises(cast.alice, case, [Promise("new", side, "", what, due, True, day(-3))])
    return made


def test_own_promises_stand_first_and_the_overdue_on_top(cast: Cast, case: str) -> None:
    keep(cast, case, "Später fällig", days=9)
    keep(cast, case, "Längst fällig", days=-2)
    keep(cast, case, "Sache der Kundin", days=-5, side=Side.THEIRS)

    page = client_of(cast.alice).get("/promises/").content.decode()

    places = [page.index(words) for words in ("Längst fällig", "Später fällig", "Sache der Kundin")]
    assert places == sorted(places)
    assert "seit 2 Tagen überfällig" in page
    assert "Eine eigene Zusage ist heute fällig oder schon überfällig." in page


def test_a_line_is_read_and_kept(cast: Cast, case: str) -> None:
    answer = client_of(cast.alice).post("/promises/", {"line": "Kunde: schickt morgen die Messdaten", "case": case})

    assert (answer.status_code, answer["Location"]) == (302, "/promises/")
    (stored,) = promises.list_promises(cast.alice)
    assert (stored.promise.side, stored.promise.what) == (Side.THEIRS, "schickt die Messdaten")
    assert stored.promise.due == Due("morgen", day(1), day(1))


def test_a_line_that_cannot_be_read_is_not_lost(cast: Cast, case: str) -> None:
    answer = client_of(cast.alice).post(f"/promises/case/{case}/", {"line": "bis Freitag"})

    assert answer.status_code == 422
    assert "In der Zeile steht nur ein Termin" in answer.content.decode()
    assert 'value="bis Freitag"' in answer.content.decode()
    assert promises.list_promises(cast.alice) == ()


@pytest.mark.parametrize("state", ["kept", "broken", "withdrawn"])
def test_one_click_settles_and_another_opens_again(cast: Cast, case: str, state: str) -> None:
    made = keep(cast, case, "Angebot schicken", days=1)
    client = client_of(cast.alice)

    answer = client.post(f"/promises/{made}/settle/", {"state": state, "back": f"/promises/case/{case}/"})
    assert answer["Location"] == f"/promises/case/{case}/"
    settled = promises.promise(cast.alice, made).promise
    assert (settled.state, settled.settled_on) == (PromiseState(state), day(0))

    client.post(f"/promises/{made}/settle/", {"state": "open"})
    assert promises.promise(cast.alice, made).promise.state is PromiseState.OPEN


def test_a_new_date_is_agreed_in_words(cast: Cast, case: str) -> None:
    made = keep(cast, case, "Angebot schicken", days=1)
    client = client_of(cast.alice)

    assert client.post(f"/promises/{made}/settle/", {"state": "renegotiated"}).status_code == 422
    client.post(f"/promises/{made}/settle/", {"state": "renegotiated", "due": "übermorgen"})

    settled = promises.promise(cast.alice, made).promise
    assert (settled.state, settled.due) == (PromiseState.RENEGOTIATED, Due("übermorgen", day(2), day(2)))


def test_an_unknown_outcome_is_refused(cast: Cast, case: str) -> None:
    made = keep(cast, case, "Angebot schicken")

    assert client_of(cast.alice).post(f"/promises/{made}/settle/", {"state": "nearly"}).status_code == 422


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/promises/", "/cases/", ""])
def test_the_way_back_never_leaves_the_room(cast: Cast, case: str, back: str) -> None:
    made = keep(cast, case, "Angebot schicken")

    answer = client_of(cast.alice).post(f"/promises/{made}/settle/", {"state": "kept", "back": back})

    assert answer["Location"] == "/promises/"


def test_confirmed_promises_are_taken_from_the_conversation_once(cast: Cast, case: str) -> None:
    client = client_of(cast.alice)
    assert "Bestätigt, aber noch nicht auf der Liste" in client.get(f"/promises/case/{case}/").content.decode()

    client.post(f"/promises/case/{case}/take/")
    client.post(f"/promises/case/{case}/take/")

    (stored,) = promises.list_promises(cast.alice)
    assert stored.promise.what == "Ich schicke Ihnen das bis Freitag."
    assert stored.promise.due == Due("bis Freitag", date(2026, 3, 13), date(2026, 3, 13))
    assert "Bestätigt, aber" not in client.get(f"/promises/case/{case}/").content.decode()


def test_what_a_promise_hangs_on_is_shown_before_and_after_it_is_taken(cast: Cast) -> None:
    """
    Alice Adler: Wenn die Messdaten da sind, schicke ich Ihnen das Angebot.
    """
    script = "Alice Adler: Wenn die Messdaten da sind, schicke ich Ihnen das Angebot."
    added = making.add(cast.alice, script)
    said = conversations.conversation(cast.alice, added.conversation_id).conversation.turn(1).text
    findings.add_own(cast.alice, added.conversation_id, 1, Kind.PROMISE, 0, len(said), {"due": ""})
    client = client_of(cast.alice)

    pages = [client.get(f"/promises/case/{added.case_id}/").content.decode()]
    client.post(f"/promises/case/{added.case_id}/take/")
    pages += [client.get(address).content.decode() for address in (f"/promises/case/{added.case_id}/", "/today/")]

    assert [page.count("unter der Bedingung <q>Wenn die Messdaten da sind</q>") for page in pages] == [1, 1, 1]


def test_what_nobody_confirmed_is_not_offered(cast: Cast) -> None:
    added = making.add(cast.alice)

    assert "Bestätigt, aber" not in client_of(cast.alice).get(f"/promises/case/{added.case_id}/").content.decode()


def test_telling_before_it_slips_is_drafted_and_written_down(cast: Cast, case: str) -> None:
    made = keep(cast, case, "Angebot schicken", days=1)
    client = client_of(cast.alice)
    assert "Das schaffe ich bis dahin nicht." in client.get("/promises/").content.decode()

    client.post(f"/promises/{made}/told/")

    kinds = [entry.kind for entry in ledger.of_case(cast.alice, case).entries]
    assert kinds == [EntryKind.PROMISE_MADE, EntryKind.TOLD_BEFORE]


def test_the_calendar_file_holds_open_promises_with_a_day(cast: Cast, case: str) -> None:
    keep(cast, case, "Angebot schicken", days=1)
    keep(cast, case, "Ohne Tag")

    answer = client_of(cast.alice).get("/promises/promises.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.content.decode().count("BEGIN:VEVENT") == 1


def test_nobody_else_sees_or_settles_them(cast: Cast, case: str) -> None:
    made = keep(cast, case, "Rückruf zum Preis", days=1)
    client = client_of(cast.charlie)

    assert "Rückruf zum Preis" not in client.get("/promises/").content.decode()
    assert "Rückruf" not in client.get("/promises/promises.ics").content.decode()
    assert [
        client.get(f"/promises/case/{case}/").status_code,
        client.post(f"/promises/{made}/settle/", {"state": "kept"}).status_code,
        client.post(f"/promises/{made}/told/").status_code,
        client.post("/promises/", {"line": "morgen stören", "case": case}).status_code,
    ] == [404, 404, 404, 422]
    assert client.post(f"/promises/case/{case}/take/").status_code in (302, 404)
    assert [item.promise.state for item in promises.list_promises(cast.bob)] == [PromiseState.OPEN]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_queries_however_long(
    cast: Cast, case: str, number: int, django_assert_max_num_queries: object
) -> None:
    for place in range(number):
        keep(cast, case, f"Zusage {place}", days=place)
    client = client_of(cast.alice)

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get("/promises/")


@pytest.mark.parametrize(("language", "heading"), [("de", "Was habe ich zugesagt?"), ("en", "What have I promised?")])
def test_both_languages(cast: Cast, case: str, language: str, heading: str) -> None:
    from augenhoehe.store import accounts

    keep(cast, case, "Angebot schicken", days=-1)
    keep(cast, case, "Daten", days=-1, side=Side.THEIRS)
    accounts.save_settings(cast.alice, language=language)

    assert heading in client_of(cast.alice).get("/promises/").content.decode()
