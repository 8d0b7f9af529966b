# ruff: noqa: E501 - XML as it comes
"""Goods from BMEcat files: what is taken over, what is left out and said, what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.advise.catalogue.bmecat import read_bmecat
from augenhoehe.advise.catalogue.goods import Article, ListedPrice, Reference
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<BMECAT version="2005" xmlns="http://www.bmecat.org/bmecat/2005fd">
<HEADER><CATALOG><LANGUAGE default="true">deu</LANGUAGE><CATALOG_NAME>Licht und Luft</CATALOG_NAME>
<CURRENCY>EUR</CURRENCY></CATALOG></HEADER>
<T_NEW_CATALOG>
<CATALOG_GROUP_SYSTEM>
<CATALOG_STRUCTURE type="root"><GROUP_ID>1</GROUP_ID><GROUP_NAME>Alles</GROUP_NAME><PARENT_ID>0</PARENT_ID></CATALOG_STRUCTURE>
<CATALOG_STRUCTURE type="node"><GROUP_ID>2</GROUP_ID><GROUP_NAME>Licht</GROUP_NAME><PARENT_ID>1</PARENT_ID></CATALOG_STRUCTURE>
<CATALOG_STRUCTURE type="leaf"><GROUP_ID>3</GROUP_ID><GROUP_NAME>Büroleuchten</GROUP_NAME><PARENT_ID>2</PARENT_ID></CATALOG_STRUCTURE>
</CATALOG_GROUP_SYSTEM>
"""
LAMP = """<PRODUCT mode="new"><SUPPLIER_PID>L-1</SUPPLIER_PID>
<PRODUCT_DETAILS><DESCRIPTION_SHORT>Stehleuchte</DESCRIPTION_SHORT><DESCRIPTION_LONG>Blendfrei</DESCRIPTION_LONG>
<MANUFACTURER_NAME>Hell &amp; Co</MANUFACTURER_NAME><KEYWORD>blendfrei</KEYWORD><DELIVERY_TIME>8</DELIVERY_TIME></PRODUCT_DETAILS>
<PRODUCT_FEATURES><FEATURE><FNAME>Leistung</FNAME><FVALUE>42</FVALUE><FUNIT>W</FUNIT></FEATURE></PRODUCT_FEATURES>
<PRODUCT_ORDER_DETAILS><ORDER_UNIT>C62</ORDER_UNIT><PRICE_QUANTITY>10</PRICE_QUANTITY></PRODUCT_ORDER_DETAILS>
<PRODUCT_PRICE_DETAILS><DATETIME type="valid_start_date"><DATE>2026-01-01</DATE></DATETIME>
<PRODUCT_PRICE price_type="net_list"><PRICE_AMOUNT>3490.00</PRICE_AMOUNT><PRICE_CURRENCY>EUR</PRICE_CURRENCY><TAX>0.19</TAX></PRODUCT_PRICE>
</PRODUCT_PRICE_DETAILS>
<PRODUCT_REFERENCE type="mandatory"><PROD_ID_TO>K-9</PROD_ID_TO></PRODUCT_REFERENCE></PRODUCT>
"""
MAP = "<PRODUCT_TO_CATALOGGROUP_MAP><PROD_ID>L-1</PROD_ID><CATALOG_GROUP_ID>3</CATALOG_GROUP_ID></PRODUCT_TO_CATALOGGROUP_MAP>"
TAIL = "</T_NEW_CATALOG></BMECAT>"
FILE = HEAD + LAMP + MAP + TAIL


def article(number: str, title: str = "Ding", more: str = "") -> str:
    """A short article of BMEcat 1.2."""
    return (
        f"<ARTICLE><SUPPLIER_AID>{number}</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>{title}</DESCRIPTION_SHORT>"
        f"</ARTICLE_DETAILS>{more}</ARTICLE>\n"
    )


def old(*articles: str, doctype: str = '<!DOCTYPE BMECAT SYSTEM "bmecat_new_catalog_1_2.dtd">') -> bytes:
    """A file of BMEcat 1.2 in cp1252, as older systems write it."""
    text = f'<?xml version="1.0" encoding="windows-1252"?>\n{doctype}\n<BMECAT version="1.2"><T_NEW_CATALOG>\n'
    return (text + "".join(articles) + TAIL).encode("cp1252")


def test_an_article_of_2005_comes_with_all_that_matters() -> None:
    goods = read_bmecat(FILE.encode(), "licht.xml")

    assert (goods.name, goods.language, goods.currency, goods.complaints) == ("Licht und Luft", "de", "EUR", ())
    assert goods.groups == {"1": "Alles", "2": "Licht", "3": "Licht › Büroleuchten"}
    assert goods.articles == (
        Article(
            id="L-1",
            title="Stehleuchte",
            line=11,
            text="Blendfrei",
            maker="Hell & Co",
            keywords=("blendfrei",),
            groups=("3",),
            prices=(ListedPrice("net_list", Decimal(349), "EUR", Decimal(1), Decimal("0.19")),),
            references=(Reference("mandatory", "K-9"),),
            features=(("Leistung", "42 W"),),
            order_unit="C62",
            delivery_days=8,
            valid_from=date(2026, 1, 1),
        ),
    )


def test_an_older_file_with_its_doctype_and_cp1252_is_read() -> None:
    goods = read_bmecat(old(article("1", "Bürostuhl")), "alt.xml")

    assert [(one.id, one.title) for one in goods.articles] == [("1", "Bürostuhl")]


def test_an_article_that_cannot_be_used_is_left_out_and_named() -> None:
    price = "<ARTICLE_PRICE price_type='net_list'><PRICE_AMOUNT>auf Anfrage</PRICE_AMOUNT></ARTICLE_PRICE>"
    goods = read_bmecat(
        old(article("1"), article("", "Namenlos"), article("2", ""), article("1"), article("3", more=price)), "a.xml"
    )

    assert [one.id for one in goods.articles] == ["1"]
    assert [Voice("de").say(complaint.message) for complaint in goods.complaints] == [
        "„a.xml“, Zeile 5, SUPPLIER_PID: Der Artikel „Namenlos“ hat keine Nummer und bleibt weg.",
        "„a.xml“, Zeile 6, DESCRIPTION_SHORT: Der Artikel „2“ hat keine Bezeichnung und bleibt weg.",
        "„a.xml“, Zeile 7, SUPPLIER_PID: Die Nummer „1“ steht schon weiter oben; dieser Artikel bleibt weg.",
        "„a.xml“, Zeile 8, PRICE_AMOUNT: „auf Anfrage“ ist kein Preis. Der Artikel „3“ bleibt weg.",
    ]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"  ", "catalogue.bmecat.empty"),
        (FILE.encode()[:-5], "catalogue.bmecat.no_xml"),
        (FILE.encode().replace(b"B\xc3\xbc", b"B\xfc"), "catalogue.bmecat.no_xml"),
        (b"<html><body/></html>", "catalogue.bmecat.other_xml"),
        (b"<X><BMECAT><T_NEW_CATALOG/></BMECAT></X>", "catalogue.bmecat.other_xml"),
        (FILE.replace("T_NEW_CATALOG", "T_UPDATE_PRICES").encode(), "catalogue.bmecat.update"),
        (old(), "catalogue.bmecat.no_articles"),
        (old(article("1"), doctype='<!DOCTYPE BMECAT [<!ENTITY a "b">]>'), "catalogue.bmecat.entities"),
        (old(article("1"), doctype="<!DOCTYPE BMECAT [<!ELEMENT BMECAT ANY>]>"), "catalogue.bmecat.entities"),
        (
            old(article("1"), doctype='<!DOCTYPE BMECAT [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'),
            "catalogue.bmecat.entities",
        ),
    ],
)
def test_what_is_no_whole_catalogue_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_bmecat(data, "a.xml")

    assert caught.value.message.key == key


def test_a_refusal_names_the_line() -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_bmecat(FILE.replace("</PRODUCT>", "").encode(), "a.xml")

    assert caught.value.message.by_name["line"] == 20


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_arbitrary_bytes_are_refused_and_never_crash(noise: bytes) -> None:
    with pytest.raises(InputRefusedError):
        read_bmecat(noise, "a.xml")


@given(st.integers(0, len(FILE.encode()) - 1), st.integers(0, 40), st.binary(max_size=12))
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_never_crashes(place: int, gone: int, put: bytes) -> None:
    whole = FILE.encode()
    try:
        goods = read_bmecat(whole[:place] + put + whole[place + gone :], "a.xml")
    except InputRefusedError as refused:
        said = Voice("de").say(refused.message)
    else:
        said = "„a.xml“" if len({one.id for one in goods.articles}) == len(goods.articles) > 0 else ""
    assert said.startswith("„a.xml“")
