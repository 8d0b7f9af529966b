"""Changes written into a catalogue: the author's comments and order stay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.advise.catalogue.offers import Price, Serving
from augenhoehe.advise.catalogue.reading import locate, read_catalogue
from augenhoehe.advise.catalogue.writing import as_toml, set_row

TOML = """# Unser Katalog
name = "Klein"  # seit 2024

[[need]]
id = "ruhe"
name = "Ruhe"
signs = ["Lärm"]

# Das Beste zuerst.
[[offer]]
id = "haube"
title = "Haube"
price = 100  # mit Rolf abgesprochen
serves = { ruhe = 75 }
"""
YAML = """# Unser Katalog
name: Klein  # seit 2024
need:
- id: ruhe
  name: Ruhe
  signs: [Lärm]
offer:
# Das Beste zuerst.
- id: haube
  title: 'Haube'
  price: 100  # mit Rolf abgesprochen
  serves: {ruhe: 75}
"""


@pytest.mark.parametrize(("text", "name"), [(TOML, "k.toml"), (YAML, "k.yaml")])
def test_a_changed_value_leaves_everything_else_as_it_was(text: str, name: str) -> None:
    data, kept = set_row(text.encode(), name, "offer", "haube", {"title": "Haube", "price": Decimal("120.50")})

    assert kept == name
    lines = [line for line in data.decode().splitlines() if line.strip()]
    before = [line for line in text.splitlines() if line.strip()]
    assert [(old, new) for old, new in zip(before, lines, strict=True) if old != new and "price" not in old] == []
    assert "mit Rolf abgesprochen" in next(line for line in lines if "price" in line)
    assert read_catalogue(data, name).by_id["haube"].prices == (Price(Decimal("120.50")),)


@pytest.mark.parametrize(("text", "name"), [(TOML, "k.toml"), (YAML, "k.yaml")])
def test_an_offer_is_added_at_the_end_and_a_date_retires_one(text: str, name: str) -> None:
    row = {"title": {"de": "Vorhang"}, "price": Decimal(40), "serves": {"ruhe": 25}, "requires": [["haube"]]}
    data, _ = set_row(text.encode(), name, "offer", "vorhang", row)
    data, _ = set_row(data, name, "offer", "haube", {"valid_until": date(2026, 12, 31)})
    catalogue = read_catalogue(data, name)

    assert [(one.id, one.valid_until) for one in catalogue.offers] == [
        ("haube", date(2026, 12, 31)),
        ("vorhang", None),
    ]
    assert catalogue.by_id["vorhang"].serves == (Serving("ruhe", 25),)
    assert "# Das Beste zuerst." in data.decode()
    assert (
        read_catalogue(set_row(data, name, "offer", "haube", {"valid_until": None})[0], name).by_id["haube"].valid_until
        is None
    )


def test_a_table_becomes_toml_when_it_is_changed() -> None:
    data, name = set_row(b"id;title;price;serves:Ruhe\na;A;10,5;75\n", "k.csv", "offer", "a", {"price": Decimal(11)})

    assert name == "k.toml"
    assert read_catalogue(data, name).by_id["a"].prices == (Price(Decimal(11)),)


@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=12) | st.integers(0, 10**9) | st.booleans(), max_size=4),
    st.lists(st.decimals(0, 10**6, places=2), max_size=3),
)
def test_what_is_written_as_toml_reads_back_the_same(values: dict[str, object], amounts: list[Decimal]) -> None:
    data = {"name": "K", "offer": [{"id": "a", "values": values, "amounts": amounts}]}
    back = locate(as_toml(data).replace(b"\\u0000", b""), "k.toml").data["offer"]
    wanted = {
        key.replace("\0", ""): one.replace("\0", "") if isinstance(one, str) else one for key, one in values.items()
    }

    if len(wanted) == len(values):
        assert back == [{"id": "a", "values": wanted, "amounts": amounts}]
