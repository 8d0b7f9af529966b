"""The catalogues: brought in with a check, listed, read, taken for a case, and closed to others."""

from __future__ import annotations

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from augenhoehe.store import cases, catalogues
from conftest import Cast
from store import making
from web.pages.signing_in import client

pytestmark = pytest.mark.django_db


def bring_in(cast: Cast, data: bytes, **more: str) -> object:
    return client(cast.alice).post("/catalogue/", {"file": SimpleUploadedFile("klein.toml", data)} | more)


def test_a_catalogue_is_brought_in_listed_and_read(cast: Cast) -> None:
    answer = bring_in(cast, making.CATALOGUE, title="Unser Katalog")
    (line,) = catalogues.list_catalogues(cast.alice)
    browser = client(cast.alice)

    assert answer["Location"] == f"/catalogue/{line.id}/"  # type: ignore[index]
    assert "Unser Katalog" in browser.get("/catalogue/").content.decode()
    assert "Zeit bei der Auswertung" in browser.get(f"/catalogue/{line.id}/").content.decode()
    assert browser.get(f"/catalogue/{line.id}/file/").content == making.CATALOGUE


def test_every_mistake_is_shown_and_nothing_is_stored(cast: Cast) -> None:
    answer = bring_in(cast, b'[[offer]]\nid = "a"\ntitle = "A"\nprice = -1\n[[offer]]\nid = "b"\nprice = 1\n')
    shown = unescape(answer.content.decode())  # type: ignore[attr-defined]

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "„klein.toml“, Zeile 4, offer[1].price: -1 ist negativ." in shown
    assert "„klein.toml“, Zeile 5, offer[2].title: Hier fehlt ein Text." in shown
    assert catalogues.list_catalogues(cast.alice) == ()


def test_no_file_is_one_sentence(cast: Cast) -> None:
    assert "Es ist keine Datei angekommen." in client(cast.alice).post("/catalogue/", {}).content.decode()


def test_a_catalogue_is_taken_for_a_case(cast: Cast) -> None:
    case = making.add(cast.alice).case_id
    answer = bring_in(cast, making.CATALOGUE, case=case)
    (line,) = catalogues.list_catalogues(cast.alice)

    assert answer["Location"] == f"/advice/{case}/"  # type: ignore[index]
    assert cases.case(cast.alice, case).catalogue_id == line.id
    assert client(cast.alice).post(f"/catalogue/{line.id}/take/", {"case": case})["Location"] == f"/advice/{case}/"


def test_others_see_nothing(cast: Cast) -> None:
    catalogue = catalogues.add_catalogue(cast.alice, making.CATALOGUE, "klein.toml")
    stranger = client(cast.charlie)

    assert "klein.toml" not in stranger.get("/catalogue/").content.decode()
    assert [
        stranger.get(f"/catalogue/{catalogue}/").status_code,
        stranger.get(f"/catalogue/{catalogue}/file/").status_code,
        stranger.post(f"/catalogue/{catalogue}/take/", {"case": "x"}).status_code,
    ] == [404, 404, 404]
