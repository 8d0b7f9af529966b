"""Catalogues from tables."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from augenhoehe.advise.catalogue.offers import Period, Price, Serving
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice

CSV = """Kürzel;Angebot;Preis;Jahrespreis je Platz;Braucht;deckt:Alte Daten finden;deckt:Berichte
archiv;Messdatenablage;4.400,00;;;100;
bericht;Berichtsautomat;2.400,50;90,5;archiv;25;75
"""


def test_one_table_with_columns_for_needs() -> None:
    result = read_catalogue(CSV.encode("cp1252"), "katalog.csv")

    assert [(need.id, need.name("de")) for need in result.needs] == [
        ("alte-daten-finden", "Alte Daten finden"),
        ("berichte", "Berichte"),
    ]
    assert result.by_id["archiv"].prices == (Price(Decimal("4400.00")),)
    assert result.by_id["bericht"].prices == (Price(Decimal("2400.50")), Price(Decimal("90.5"), Period.YEAR, True))
    assert result.by_id["bericht"].requires == (("archiv",),)
    assert result.by_id["bericht"].serves == (Serving("alte-daten-finden", 25), Serving("berichte", 75))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("4.400,00", "viel", "„k.csv“, Zeile 2, offer[1].price: „viel“ ist keine Zahl."),
        (
            "25;75",
            "25;70",
            "„k.csv“, Zeile 3, offer[2].serves.berichte: 70 geht hier nicht. Möglich sind 0, 25, 50, 75 und 100.",
        ),
        (";archiv;25", ";lager;25", "„k.csv“, Zeile 3, offer[2].requires[1]: Das Angebot „lager“ gibt es nicht."),
        (
            "Preis;Jahres",
            "Prise;Jahres",
            "„k.csv“, Zeile 1, Spalte „Prise“: Diese Überschrift kenne ich nicht. Bedarfe heißen „deckt:Name“.",
        ),
    ],
)
def test_a_mistake_names_its_row(before: str, after: str, message: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_catalogue(CSV.replace(before, after).encode(), "k.csv")

    assert Voice("de").say(caught.value.message) == message


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_with_three_sheets() -> None:
    data = workbook(
        Angebote=[["id", "Titel", "Monatspreis", "vorhanden"], ["000005", "Wartung", 12.5, "nein"]],
        Deckt=[["id", "Bedarf", "Güte", "Beleg"], ["000005", "ruhe", 50, "zwei Kunden"]],
        Bedarf=[
            ["id", "Name", "Zeichen", "Gewicht", "Frage"],
            ["ruhe", "Ruhe im Betrieb", "Störung; Ausfall", 0.7, "Was stört?"],
        ],
    )
    result = read_catalogue(data, "k.xlsx")

    assert result.by_id["000005"].prices == (Price(Decimal("12.5"), Period.MONTH),)
    assert result.by_id["000005"].serves == (Serving("ruhe", 50, "zwei Kunden"),)
    need = result.needs_by_id["ruhe"]
    assert (need.signs, need.weight, need.questions) == (("Störung", "Ausfall"), 0.7, (("sie", "Was stört?"),))


def test_a_workbook_without_a_sheet_of_offers_is_refused() -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_catalogue(workbook(Eins=[["id"]], Zwei=[["id"]]), "k.xlsx")

    assert Voice("de").say(caught.value.message) == "„k.xlsx“ hat kein Blatt „offers“ oder „Angebote“, nur: Eins, Zwei."


def test_a_serving_of_an_unknown_offer_is_refused_with_its_row() -> None:
    data = workbook(
        offers=[["id", "title", "price"], ["a", "A", 1]], serves=[["id", "need", "quality"], ["b", "n", 50]]
    )
    with pytest.raises(InputRefusedError) as caught:
        read_catalogue(data, "k.xlsx")

    assert Voice("en").say(caught.value.message) == "“k.xlsx”, line 2, offer: there is no offer “b”."
