"""The catalogues: brought in with a check, listed, read, taken for a case, and closed to others."""

from __future__ import annotations

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from augenhoehe.advise.catalogue.examples import TEMPLATE_NAMES, TEMPLATES
from augenhoehe.advise.catalogue.reading import read_catalogue
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


def offer_form(**more: str) -> dict[str, str]:
    """The form of the offer "reporting" as it is first shown."""
    return {"title": "Reporting-Modul", "title_en": "Reporting module", "price": "900", "serves_0": "25"} | more


def test_a_changed_offer_is_a_new_version_and_the_case_keeps_its_own(cast: Cast) -> None:
    case = making.advised_case(cast.alice).case_id
    (old,) = catalogues.list_catalogues(cast.alice)
    browser = client(cast.alice)
    address = f"/catalogue/{old.id}/offer/?id=reporting"
    assert 'value="Reporting-Modul"' in browser.get(address).content.decode()
    answer = browser.post(address, offer_form(price="950", valid_until="2026-01-31"))
    newest = catalogues.list_catalogues(cast.alice)[0]

    assert (answer["Location"], newest.title) == (f"/catalogue/{newest.id}/", old.title)
    assert str(catalogues.catalogue(cast.alice, newest.id).by_id["reporting"].prices[0].amount) == "950"
    assert cases.case(cast.alice, case).catalogue_id == old.id
    assert "gab es nur bis 31." in unescape(browser.get(answer["Location"]).content.decode())


def test_saving_without_a_change_makes_no_version(cast: Cast) -> None:
    only = catalogues.add_catalogue(cast.alice, making.CATALOGUE, "klein.toml")
    answer = client(cast.alice).post(f"/catalogue/{only}/offer/?id=reporting", offer_form())

    assert answer["Location"] == f"/catalogue/{only}/"
    assert len(catalogues.list_catalogues(cast.alice)) == 1


def test_an_offer_is_added_and_what_does_not_fit_is_said(cast: Cast) -> None:
    only = catalogues.add_catalogue(cast.alice, making.CATALOGUE, "klein.toml")
    browser = client(cast.alice)
    wrong = browser.post(f"/catalogue/{only}/offer/", offer_form(id="reporting"))
    added = browser.post(
        f"/catalogue/{only}/offer/", offer_form(id="schulung", title="Schulung", requires="automation")
    )
    fresh = catalogues.list_catalogues(cast.alice)[0].id

    assert (wrong.status_code, added["Location"]) == (422, f"/catalogue/{fresh}/")
    assert "Dieses Kürzel gibt es schon" in wrong.content.decode()
    assert catalogues.catalogue(cast.alice, fresh).by_id["schulung"].requires == (("automation",),)
    assert browser.get(f"/catalogue/{only}/offer/?id=nie").status_code == 404
    assert client(cast.charlie).get(f"/catalogue/{only}/offer/").status_code == 404


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_table_to_fill_in_is_a_catalogue(language: str) -> None:
    read = read_catalogue(TEMPLATES[language].encode("utf-8-sig"), TEMPLATE_NAMES[language])
    assert (len(read.offers), len(read.needs), read.warnings) == (2, 2, ())


def test_the_table_to_fill_in_is_handed_out(cast: Cast) -> None:
    answer = client(cast.alice).get("/catalogue/template.csv")
    assert answer.content.decode("utf-8-sig") == TEMPLATES["de"]


def test_what_we_know_is_shown_with_its_source_where_the_talk_calls_for_it(cast: Cast) -> None:
    insight = (
        b'\n[[insight]]\nid = "i"\nneeds = ["time"]\nfact = "Die H\xc3\xa4lfte ist Suchen."\nsource = "Messung 2026"\n'
    )
    known = catalogues.add_catalogue(cast.alice, making.CATALOGUE + insight, "klug.toml")
    case = making.advised_case(cast.alice).case_id
    browser = client(cast.alice)
    without = browser.get(f"/needs/{case}/").content.decode()
    cases.save_case(cast.alice, case, catalogue_id=known)
    shown = browser.get(f"/needs/{case}/").content.decode()

    assert "Was wir darüber wissen" not in without
    assert "Die Hälfte ist Suchen." in shown
    assert "Quelle: Messung 2026." in shown
    assert "Quelle: Messung 2026." in browser.get(f"/catalogue/{known}/").content.decode()
