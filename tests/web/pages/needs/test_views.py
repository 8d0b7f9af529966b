"""The needs board: read with its quotes, confirmed, named, weighed, rejected, added to, and closed to others."""

from __future__ import annotations

import re
from html import unescape

import pytest

from augenhoehe.store import boards, cases, catalogues, findings
from augenhoehe.store.samples import load
from conftest import Cast
from store import making
from web.pages.signing_in import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> str:
    """A case of Alice's with a confirmed problem and wish."""
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f2", "f3"])
    return str(added.case_id)


def page(cast: Cast, address: str, status: int = 200) -> str:
    answer = client(cast.alice).get(address)
    assert answer.status_code == status
    return unescape(answer.content.decode())


def heading(text: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", text)
    return found.group(1) if found else ""


def test_the_board_shows_wish_and_need_with_their_words(cast: Cast, case: str) -> None:
    shown = page(cast, f"/needs/{case}/")

    assert heading(shown) == "Das braucht Ihr Kunde: ein Punkt."
    assert "<q>Die Auswertung dauert jedes Mal zwei Tage.</q>" in shown
    assert "<q>Ich hätte gern das Reporting-Modul.</q>" in shown
    assert "nicht gespiegelt" in shown


def test_an_empty_board_teaches(cast: Cast) -> None:
    added = making.add(cast.alice)

    assert heading(page(cast, f"/needs/{added.case_id}/")) == "Was wird gebraucht?"
    assert "4 Vorschläge warten noch auf Ihr Wort" in page(cast, f"/needs/{added.case_id}/")
    assert "Vorschau mit allem" in page(cast, f"/needs/{added.case_id}/?all=1")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("confirm", "", ("Die Auswertung dauert jedes Mal zwei Tage.", None, 0.6, True)),
        ("weigh", "0.8", ("Die Auswertung dauert jedes Mal zwei Tage.", None, 0.8, True)),
        ("name", "time", ("Die Auswertung dauert jedes Mal zwei Tage.", "time", 0.6, True)),
        ("state", "Schneller auswerten", ("Schneller auswerten", None, 0.6, True)),
    ],
)
def test_a_need_is_changed_and_the_page_comes_back_to_it(
    cast: Cast, case: str, kind: str, value: str, expected: tuple[object, ...]
) -> None:
    catalogue = catalogues.add_catalogue(
        cast.alice, making.CATALOGUE.replace(b'"Auswertung", "zwei Tage"', b'"x"'), "k.toml"
    )
    cases.save_case(cast.alice, case, catalogue_id=catalogue)
    (need,) = boards.board_of(cast.alice, case).needs
    data = {"kind": kind, "value": value, "target": boards.reference(need), "anchor": "part-n1"}
    answer = client(cast.alice).post(f"/needs/{case}/change/", data)
    (after,) = boards.board_of(cast.alice, case).needs

    assert answer["Location"] == f"/needs/{case}/#part-n1"
    assert (after.statement, after.named, after.weight, after.confirmed) == expected


def test_a_rejected_need_is_gone_and_comes_back_with_undo(cast: Cast, case: str) -> None:
    (need,) = boards.board_of(cast.alice, case).needs
    client(cast.alice).post(f"/needs/{case}/change/", {"kind": "reject", "target": boards.reference(need)})
    gone = boards.board_of(cast.alice, case).needs
    client(cast.alice).post(f"/needs/{case}/undo/")

    assert (gone, len(boards.board_of(cast.alice, case).needs)) == ((), 1)


def test_an_own_need_is_added_and_nothing_is_refused_in_words(cast: Cast, case: str) -> None:
    browser = client(cast.alice)
    browser.post(f"/needs/{case}/add/", {"words": "  Ruhe im Büro "})
    refused = unescape(browser.post(f"/needs/{case}/add/", {"words": " "}, follow=True).content.decode())

    assert [need.statement for need in boards.board_of(cast.alice, case).needs][1:] == ["Ruhe im Büro"]
    assert 'class="error"' in refused


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"kind": "explode"}, "Diese Änderung gibt es nicht."),
        ({"kind": "add", "value": "x"}, "Diese Änderung gibt es nicht."),
        ({"kind": "weigh", "value": "7"}, "Dieses Gewicht gibt es nicht."),
        ({"kind": "name", "value": "nowhere"}, "Diesen Bedarf gibt es im Katalog nicht."),
    ],
)
def test_nonsense_is_refused_in_one_sentence(cast: Cast, case: str, data: dict[str, str], sentence: str) -> None:
    answer = client(cast.alice).post(f"/needs/{case}/change/", {"target": "x"} | data, follow=True)

    assert sentence in unescape(answer.content.decode())
    assert boards.changes(cast.alice, case) == ()


def test_the_anchor_cannot_lead_elsewhere(cast: Cast, case: str) -> None:
    data = {"kind": "confirm", "target": "x", "anchor": "//evil.example"}

    assert client(cast.alice).post(f"/needs/{case}/change/", data)["Location"] == f"/needs/{case}/"


def test_others_see_nothing(cast: Cast, case: str) -> None:
    stranger = client(cast.charlie)

    assert client(cast.bob).get(f"/needs/{case}/").status_code == 200
    assert [
        stranger.get(f"/needs/{case}/").status_code,
        stranger.post(f"/needs/{case}/add/", {"words": "x"}).status_code,
        stranger.post(f"/needs/{case}/change/", {"kind": "confirm", "target": "x"}).status_code,
    ] == [404, 404, 404]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_case_has_a_full_board(cast: Cast, language: str) -> None:
    from datetime import date

    sample = load(cast.alice, language, today=date(2026, 11, 20))
    shown = page(cast, f"/needs/{sample}/")

    assert re.fullmatch(r"Das braucht Ihr Kunde: \d+ Punkte\.", heading(shown))
    assert shown.count("data-scope") >= 10
