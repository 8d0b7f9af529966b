"""`augenhoehe convert`: from a wholesaler's file or a foreign table to a catalogue, by what a person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

GOODS = """<BMECAT version="1.2"><T_NEW_CATALOG>
<CATALOG_GROUP_SYSTEM><CATALOG_STRUCTURE type="leaf"><GROUP_ID>7</GROUP_ID><GROUP_NAME>Bürolicht</GROUP_NAME>
</CATALOG_STRUCTURE></CATALOG_GROUP_SYSTEM>
<ARTICLE><SUPPLIER_AID>L1</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>Leuchte</DESCRIPTION_SHORT>
</ARTICLE_DETAILS><ARTICLE_PRICE_DETAILS><ARTICLE_PRICE price_type="net_list"><PRICE_AMOUNT>349.00</PRICE_AMOUNT>
<PRICE_CURRENCY>EUR</PRICE_CURRENCY></ARTICLE_PRICE></ARTICLE_PRICE_DETAILS></ARTICLE>
<ARTICLE><SUPPLIER_AID>L2</SUPPLIER_AID></ARTICLE>
<ARTICLE_TO_CATALOGGROUP_MAP><ART_ID>L1</ART_ID><CATALOG_GROUP_ID>7</CATALOG_GROUP_ID></ARTICLE_TO_CATALOGGROUP_MAP>
</T_NEW_CATALOG></BMECAT>"""
NEEDS = '[[need]]\nid = "augen"\nname = "Ausgeruhte Augen"\nsigns = ["Bürolicht"]\n'


def test_a_wholesalers_file_becomes_a_catalogue_in_two_steps(call: Callable, tmp_path: Path) -> None:
    goods, needs, out = tmp_path / "licht.xml", tmp_path / "bedarf.toml", tmp_path / "katalog.toml"
    goods.write_text(GOODS, encoding="utf-8")
    needs.write_text(NEEDS, encoding="utf-8")
    proposed = call("convert", str(goods), "--needs", str(needs))
    assert proposed.out == "need;quality;by;value;articles;example\naugen;;group;7;1;Leuchte\n"
    assert "Der Artikel „L2“ hat keine Bezeichnung und bleibt weg." in proposed.err

    filled = tmp_path / "zuordnung.csv"
    filled.write_text(proposed.out.replace(";;", ";75;"), encoding="utf-8")
    wanted = ("convert", str(goods), "--needs", str(needs), "--assign", str(filled), "--out", str(out))
    assert call(*wanted).status == 0
    assert call("check", str(out)).out.splitlines()[-1] == "In Ordnung."
    assert call(*wanted).status == 2, "what is there already is not overwritten"


def test_without_needs_or_an_answer_nothing_is_made_up(call: Callable, tmp_path: Path) -> None:
    goods, needs, filled = tmp_path / "licht.xml", tmp_path / "bedarf.toml", tmp_path / "leer.csv"
    goods.write_text(GOODS, encoding="utf-8")
    needs.write_text(NEEDS, encoding="utf-8")
    filled.write_text("need;quality;by;value\naugen;;group;7\n", encoding="utf-8")
    assert call("convert", str(goods)).status == 2
    called = call("convert", str(goods), "--needs", str(needs), "--assign", str(filled))
    assert (called.status, called.out) == (2, "")


def test_a_table_with_headings_of_its_own_is_read_by_what_they_mean(call: Callable, tmp_path: Path) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("Art.-Nr.;Text;EK;Netto;deckt:Ruhe\n1;Kopfhörer;9;99,50;75\n", encoding="utf-8")
    columns = ("--column", "Art.-Nr.=id", "--column", "Text=title", "--column", "Netto=price")
    assert call("convert", str(table), *columns).status == 2
    called = call("convert", str(table), *columns, "--column", "EK=")
    assert called.status == 0
    assert 'title = { de = "Kopfhörer" }\nprice = 99.5\nserves = { ruhe = 75 }' in called.out


def test_goods_are_checked_for_what_would_be_left_out(call: Callable, tmp_path: Path) -> None:
    goods = tmp_path / "licht.xml"
    goods.write_text(GOODS, encoding="utf-8")
    called = call("check", str(goods))
    assert called.status == 0
    assert called.out.splitlines()[1] == "  Artikel: 1, Warengruppen: 1"


def test_dates_of_a_catalogue_count_for_the_day_asked(call: Callable, tmp_path: Path) -> None:
    path = tmp_path / "k.toml"
    path.write_text(
        NEEDS + '[[offer]]\nid = "a"\ntitle = "A"\nprice = 1\nserves = { augen = 50 }\nvalid_until = 2026-06-30\n',
        encoding="utf-8",
    )
    marks = [
        sum(line.startswith("! ") for line in call("check", str(path), "--on", day).out.splitlines())
        for day in ("2026-06-30", "2026-07-01")
    ]
    assert marks == [0, 1]
