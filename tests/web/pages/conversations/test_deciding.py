"""Decisions about findings and people, posted as plain forms and by htmx."""

from __future__ import annotations

import re

import pytest

from augenhoehe.speech.conversation import Role
from augenhoehe.store import findings, scripts
from augenhoehe.store.account import Account
from augenhoehe.store.conversations import Added
from conftest import Cast
from store import making
from web.pages.signing_in import client

HTMX = {"HX-Request": "true"}


def states(account: Account, added: Added) -> dict[str, str]:
    return {one.id: str(one.state) for one in findings.list_findings(account, added.conversation_id)}


@pytest.fixture
def added(cast: Cast) -> Added:
    return making.add(cast.alice)


def test_decide_leads_back_to_the_note(cast: Cast, added: Added) -> None:
    home = f"/conversations/{added.conversation_id}/"
    alice = client(cast.alice)
    answer = alice.post(f"{home}findings/f1/", {"act": "confirm", "page": "1", "family": "asking"})
    assert answer.headers["Location"] == f"{home}?family=asking#note-f1"
    assert states(cast.alice, added) == {"f1": "confirmed", "f2": "proposed", "f3": "proposed", "f4": "proposed"}


def test_decide_by_htmx_answers_with_the_turn_and_the_counts(cast: Cast, added: Added) -> None:
    path = f"/conversations/{added.conversation_id}/findings/f2/"
    html = client(cast.alice).post(path, {"act": "reject"}, headers=HTMX).content.decode()
    assert re.findall(r'<(?:li|div) class="(\w+)[^"]*" id="(\w+)"', html)[:1] == [("turn", "t2")]
    assert re.findall(r'id="(worktop|undo)"[^>]*hx-swap-oob="true"', html) == ["worktop", "undo"]
    assert "<mark" not in html
    assert 'data-state="rejected"' in html


def test_decide_nonsense_changes_nothing(cast: Cast, added: Added) -> None:
    before = states(cast.alice, added)
    home = f"/conversations/{added.conversation_id}/"
    alice = client(cast.alice)
    assert alice.post(f"{home}findings/f1/", {"act": "explode"}).headers["Location"] == home
    assert alice.get(f"{home}findings/f1/").status_code == 405
    assert alice.post(f"{home}findings/f99/", {"act": "confirm"}).status_code == 404
    assert client(cast.charlie).post(f"{home}findings/f1/", {"act": "confirm"}).status_code == 404
    assert states(cast.alice, added) == before


def test_decide_all_confirms_what_is_sure_and_undo_takes_it_back(cast: Cast, added: Added) -> None:
    home = f"/conversations/{added.conversation_id}/"
    alice = client(cast.alice)
    alice.post(f"{home}findings/")
    assert states(cast.alice, added) == {"f1": "confirmed", "f2": "confirmed", "f3": "proposed", "f4": "proposed"}
    alice.post(f"{home}findings/undo/")
    assert set(states(cast.alice, added).values()) == {"proposed"}
    answer = alice.post(f"{home}findings/undo/", follow=True)
    assert "Hier gibt es nichts zurückzunehmen." in answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "words", "extra", "expected"),
    [
        ("goal", "das Reporting-Modul", {}, ("goal", "das Reporting-Modul", ())),
        ("constraint", "Modul", {"constraint.type": "technical"}, ("constraint", "Modul", (("type", "technical"),))),
        ("constraint", "Modul", {"constraint.type": "nonsense"}, ("constraint", "Modul", (("type", "budget"),))),
        ("promise", " gern das ", {"promise.due": "bald"}, ("promise", "gern das", (("due", "bald"),))),
        ("promise", "gern das", {"promise.due": " "}, ("promise", "gern das", (("due", None),))),
    ],
)  # fmt: skip
def test_correct_takes_kind_words_and_attributes(
    cast: Cast, added: Added, kind: str, words: str, extra: dict[str, str], expected: object
) -> None:
    """Petra Schulz: Ich hätte gern das Reporting-Modul."""
    path = f"/conversations/{added.conversation_id}/findings/f3/correct/"
    answer = client(cast.alice).post(path, {"kind": kind, "words": words, "start": "0", **extra})
    assert answer.status_code == 302
    changed = findings.finding(cast.alice, added.conversation_id, "f3").finding
    assert (str(changed.kind), changed.evidence.quote, changed.attrs) == expected


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"kind": "goal", "words": "das teure Modul"}, "So stehen diese Worte nicht im Redebeitrag."),
        ({"kind": "goal", "words": "  "}, "So stehen diese Worte nicht im Redebeitrag."),
        ({"kind": "hunch", "words": "Reporting"}, "Diese Art von Fundstelle gibt es nicht."),
    ],
)
def test_correct_refuses_in_one_sentence_and_changes_nothing(
    cast: Cast, added: Added, data: dict[str, str], fault: str
) -> None:
    path = f"/conversations/{added.conversation_id}/findings/f3/correct/"
    answer = client(cast.alice).post(path, data)
    assert answer.status_code == 422
    assert fault in answer.content.decode()
    assert states(cast.alice, added)["f3"] == "proposed"


def test_correct_offers_the_kinds_of_the_side_that_speaks(cast: Cast, added: Added) -> None:
    path = f"/conversations/{added.conversation_id}/findings/f3/correct/"
    html = client(cast.alice).get(path).content.decode()
    assert re.findall(r'<option value="(\w+)"[^>]*>[^<]*</option>', html.split("</select>")[0]) == [
        "wish", "goal", "problem", "constraint", "criterion", "objection", "put_off", "ask_concession", "experience",
        "promise", "question",
    ]  # fmt: skip


def test_add_takes_the_words_where_they_were_selected(cast: Cast) -> None:
    """Petra Schulz: Zwei Tage hier, zwei Tage da, zwei Tage weg."""
    words = "Zwei Tage hier, zwei Tage da, zwei Tage weg."
    added = making.add(cast.alice, f"Petra Schulz: {words}")
    alice, path = client(cast.alice), f"/conversations/{added.conversation_id}/findings/add/"
    second = words.rindex("zwei Tage")
    asked = alice.get(path, {"turn": "1", "start": str(second), "end": str(second + 9)}).content.decode()
    assert re.findall(r"<textarea[^>]*>([^<]*)</textarea>", asked) == ["zwei Tage"]
    alice.post(path, {"turn": "1", "start": str(second), "kind": "problem", "words": "zwei Tage"})
    (own,) = findings.list_findings(cast.alice, added.conversation_id)
    assert (own.finding.source, own.state, own.finding.evidence.start) == ("person", "confirmed", second)


@pytest.mark.parametrize("turn", ["", "x", "99", "-1", "9" * 40])
def test_add_to_a_turn_that_is_not_there_is_not_found(cast: Cast, added: Added, turn: str) -> None:
    path = f"/conversations/{added.conversation_id}/findings/add/"
    assert client(cast.alice).get(path, {"turn": turn}).status_code == 404


def test_people_change_sides_and_the_conversation_is_read_anew(cast: Cast, added: Added) -> None:
    alice = client(cast.alice)
    alice.post(f"/conversations/{added.conversation_id}/findings/f3/", {"act": "confirm"})
    path = f"/conversations/{added.conversation_id}/people/"
    answer = alice.post(path, {"name": "Petra Schulz", "role": "other"}, follow=True)
    assert "mit dieser Rolle neu gelesen" in answer.content.decode()
    head = scripts.head(cast.alice, added.conversation_id)
    assert {party.name: party.role for party in head.people}["Petra Schulz"] is Role.OTHER
    assert states(cast.alice, added)["f3"] == "confirmed"
    alice.post(path, {"name": "Petra Schulz", "role": "chief"})
    assert scripts.head(cast.alice, added.conversation_id) == head
