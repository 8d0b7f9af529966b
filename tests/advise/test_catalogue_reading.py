"""Catalogue files: what is read, and what every mistake says with file, line and field."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.advise.catalogue.building import as_number
from augenhoehe.advise.catalogue.complaints import CatalogueRefusedError
from augenhoehe.advise.catalogue.offers import Bundle, Period, Price, Step, Tax
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "catalogues"

TOML = """currency = "EUR"
seats = 3
[[need]]
id = "n"
name = "Bedarf"
[[offer]]
id = "a"
title = { de = "Angebot", en = "Offer" }
price = 100
serves = { n = 75 }
[[offer]]
id = "b"
title = "Zweites"
prices = [
  { amount = "12,50", per = "month", seat = true },
  { amount = 9.5, per = "month", seat = true, from_seats = 3 },
]
requires = ["a"]
serves = { n = 100 }
"""

YAML = """currency: EUR
need:
  - id: n
    name: Bedarf
offer:
  - id: a
    title: Angebot
    price: 100
    serves:
      n: 75
"""


def refusal(data: str | bytes, name: str = "test.toml") -> str:
    with pytest.raises(InputRefusedError) as caught:
        read_catalogue(data.encode() if isinstance(data, str) else data, name)
    return Voice("de").say(caught.value.message)


def outcome(data: bytes, name: str) -> str:
    """What came of reading: a catalogue's first offer, or the sentence of a refusal; anything else breaks the test."""
    try:
        return read_catalogue(data, name).offers[0].id
    except InputRefusedError as error:
        return Voice("de").say(error.message)


def test_a_toml_catalogue_is_read() -> None:
    result = read_catalogue(TOML.encode(), "test.toml")

    assert [offer.id for offer in result.offers] == ["a", "b"]
    assert result.by_id["b"].prices == (
        Price(Decimal("12.50"), Period.MONTH, True),
        Price(Decimal("9.5"), Period.MONTH, True, 3),
    )
    assert result.price(result.by_id["b"]) == Decimal("342.00")
    assert result.price(result.by_id["b"], seats=2) == Decimal("300.00")
    assert (result.by_id["a"].name("en"), result.by_id["b"].name("en")) == ("Offer", "Zweites")
    assert result.tax == Tax()


def test_a_year_that_has_begun_is_paid_in_full() -> None:
    result = read_catalogue(
        TOML.replace("price = 100", 'prices = [{ amount = 100, per = "year" }]').encode(), "test.toml"
    )

    assert [result.price(result.by_id["a"], months=months) for months in (1, 12, 13)] == [100, 100, 200]


def test_a_yaml_catalogue_is_read() -> None:
    assert read_catalogue(YAML.encode(), "test.yaml").by_id["a"].quality("n") == 75


@pytest.mark.parametrize("name", ["pruefstand.toml", "office-move.toml"])
def test_the_examples_are_read_without_a_warning(name: str) -> None:
    assert read_catalogue((EXAMPLES / name).read_bytes(), name).warnings == ()


def test_bundles_and_volumes_are_read() -> None:
    text = TOML + (
        '[[bundle]]\nid = "p"\noffers = ["a", "b"]\nsaves = 20\n'
        '[[volume]]\nid = "m"\noffers = ["a", "b"]\nsteps = [{ at_least = 2, percent = 5 }]\n'
    )
    result = read_catalogue(text.encode(), "test.toml")

    assert result.bundles == (Bundle("p", (), ("a", "b"), Decimal(20)),)
    assert result.volumes[0].steps == (Step(2, Decimal(5)),)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "price = 100",
            "price = -5",
            "„test.toml“, Zeile 9, offer[1].price: -5 ist negativ. Bitte 0 oder mehr angeben.",
        ),
        ("price = 100", 'price = "teuer"', "„test.toml“, Zeile 9, offer[1].price: „teuer“ ist keine Zahl."),
        (
            "price = 100",
            'note = "x"',
            "„test.toml“, Zeile 6, offer[1].price: „a“ hat keinen Preis. Was nichts kostet, bekommt den Preis 0. "
            "Dazu kommt ein weiterer Fehler.",
        ),
        (
            "serves = { n = 75 }",
            "serves = { n = 80 }",
            "„test.toml“, Zeile 10, offer[1].serves.n: 80 geht hier nicht. Möglich sind 0, 25, 50, 75 und 100.",
        ),
        (
            "serves = { n = 75 }",
            "serves = { m = 75 }",
            "„test.toml“, Zeile 10, offer[1].serves.m: Den Bedarf „m“ gibt es nicht.",
        ),
        (
            'requires = ["a"]',
            'requires = ["c"]',
            "„test.toml“, Zeile 18, offer[2].requires[1]: Das Angebot „c“ gibt es nicht.",
        ),
        (
            'requires = ["a"]',
            'requires = ["b"]',
            "„test.toml“, Zeile 18, offer[2].requires[1]: „b“ verweist auf sich selbst.",
        ),
        (
            'id = "b"',
            'id = "a"',
            "„test.toml“, Zeile 12, offer[2].id: „a“ ist schon in Zeile 7 vergeben. Dazu kommt ein weiterer Fehler.",
        ),
        ('id = "b"', 'id = "b:c"', None),
        (
            'currency = "EUR"',
            'currency = "Euro"',
            "„test.toml“, Zeile 1, currency: „Euro“ ist kein Währungskürzel. Gemeint ist etwas wie EUR, CHF oder GBP.",
        ),
        (
            "seats = 3",
            "seats = 2.5",
            "„test.toml“, Zeile 2, seats: 2,5 geht hier nicht. Nötig ist eine ganze Zahl von 1 bis 100.000.",
        ),
        (
            'per = "month", seat = true }',
            'per = "week", seat = true }',
            "„test.toml“, Zeile 15, offer[2].prices[1].per: „week“ geht hier nicht. Möglich sind once, month und year.",
        ),
        (
            'title = "Zweites"',
            "title = 7",
            "„test.toml“, Zeile 13, offer[2].title: Hier fehlt ein Text.",
        ),
        (
            "serves = { n = 75 }",
            'serves = { n = 75 }\nrequires = ["b"]',
            "„test.toml“, Zeile 19, offer[2].requires: Die Voraussetzungen laufen im Kreis: a → b → a.",
        ),
        (
            "price = 100",
            'price = 100\nowned = "ja"',
            "„test.toml“, Zeile 10, offer[1].owned: „ja“ geht hier nicht. Nötig ist true oder false.",
        ),
        (
            'id = "n"',
            'id = "n"\nwieght = 0.4',
            "„test.toml“, Zeile 5, need[1].wieght: Dieses Feld gibt es nicht. Möglich sind: adds_up, id, must, name, "
            "prior, questions, signs, weight.",
        ),
        (
            'id = "n"',
            'id = "n"\nweight = 3',
            "„test.toml“, Zeile 5, need[1].weight: 3 geht hier nicht. Nötig ist eine Zahl von 0 bis 1.",
        ),
        (
            'title = "Zweites"',
            'title = "Zweites',
            "„test.toml“, Zeile 13: Das ist kein gültiges TOML. Oft fehlt ein Anführungszeichen oder eine Klammer.",
        ),
    ],
)
def test_every_mistake_names_file_line_and_field(before: str, after: str, message: str | None) -> None:
    assert before in TOML
    said = refusal(TOML.replace(before, after, 1))

    assert said == message if message is not None else "Doppelpunkte" in said


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        (
            '[[bundle]]\nid = "p"\noffers = ["a"]\nsaves = 1\n',
            "„test.toml“, Zeile 22, bundle[1].offers: Das Paket „p“ braucht mindestens zwei Angebote.",
        ),
        (
            '[[bundle]]\nid = "p"\noffers = ["a", "b"]\nsaves = 100000\n',
            "„test.toml“, Zeile 23, bundle[1].saves: Das Paket „p“ spart mehr, als seine Angebote kosten.",
        ),
        (
            '[[volume]]\nid = "m"\noffers = ["a"]\n'
            "steps = [{ at_least = 2, percent = 5 }, { at_least = 2, percent = 9 }]\n",
            "„test.toml“, Zeile 23, volume[1].steps[2]: Die Stufen von „m“ müssen in Anzahl und Prozent steigen.",
        ),
        (
            '[[volume]]\nid = "m"\noffers = ["x"]\nsteps = [{ at_least = 2, percent = 5 }]\n',
            "„test.toml“, Zeile 22, volume[1].offers[1]: Das Angebot „x“ gibt es nicht.",
        ),
    ],
)
def test_mistakes_of_rebates(extra: str, message: str) -> None:
    assert refusal(TOML + extra) == message


def test_a_mistake_in_yaml_names_its_line() -> None:
    assert refusal(YAML.replace("price: 100", "price: -1"), "k.yaml") == (
        "„k.yaml“, Zeile 8, offer[1].price: -1 ist negativ. Bitte 0 oder mehr angeben."
    )
    assert refusal(YAML.replace("n: 75", "n: 75\n      n: 50"), "k.yaml") == (
        "„k.yaml“, Zeile 11, n: Das Feld steht zweimal da. Bitte eines streichen."
    )
    assert refusal("a: [1", "k.yml").startswith("„k.yml“, Zeile ")
    assert refusal("a: &x [1]\nb: *x\n", "k.yaml").startswith("„k.yaml“, Zeile 1: Verweise (Anker)")
    assert refusal("- a\n", "k.yaml") == "„k.yaml“: Oberste Ebene müssen Felder wie „need“ und „offer“ sein."


def test_all_mistakes_are_kept_and_the_first_is_said() -> None:
    with pytest.raises(CatalogueRefusedError) as caught:
        read_catalogue(TOML.replace("price = 100", "price = -5").replace("n = 100", "n = 99").encode(), "test.toml")

    assert [complaint.line for complaint in caught.value.complaints] == [9, 19]
    assert Voice("en").say(caught.value.message).endswith("There is one more mistake.")


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            TOML + '[[need]]\nid = "m"\nname = "Leer"\n',
            "„test.toml“, Zeile 21, need[2].id: Kein Angebot hilft beim Bedarf „m“.",
        ),
        (
            TOML.replace('requires = ["a"]', 'requires = ["a"]\nexcludes = ["a"]'),
            "„test.toml“, Zeile 18, offer[2].requires: „b“ kann nie gewählt werden, "
            "denn „b“ und „a“ vertragen sich nicht.",
        ),
        (
            TOML.replace('name = "Bedarf"', 'name = "Bedarf"\nsigns = ["und dann"]'),
            "„test.toml“, Zeile 6, need[1].signs[1]: Das Zeichen „und dann“ besteht nur aus Allerweltswörtern.",
        ),
    ],
)
def test_what_is_odd_but_usable_warns(text: str, warning: str) -> None:
    assert [Voice("de").say(message) for message in read_catalogue(text.encode(), "test.toml").warnings] == [warning]


@pytest.mark.parametrize(
    ("data", "name", "start"),
    [
        (b"", "k.toml", "„k.toml“ ist leer."),
        (b"  \n", "k.csv", "„k.csv“ ist leer."),
        (b"x", "k.pdf", "„k.pdf“ ist kein Katalog"),
        (b"\x00\x01\x02", "k.toml", "„k.toml“ enthält keinen Text."),
        (b"PK\x03\x04 broken", "k.xlsx", "„k.xlsx“ lässt sich nicht als Tabelle öffnen."),
        (b"currency = 'EUR'", "k.toml", "„k.toml“, Zeile 1, offer: Der Katalog hat kein Angebot."),
    ],
)
def test_what_is_no_catalogue_is_refused(data: bytes, name: str, start: str) -> None:
    assert refusal(data, name).startswith(start)


def test_cp1252_and_a_byte_order_mark_are_read() -> None:
    text = TOML.replace("Zweites", "Größe")
    names = [
        read_catalogue(data, "t.toml").by_id["b"].name("de")
        for data in (text.encode("cp1252"), text.encode("utf-8-sig"))
    ]

    assert names == ["Größe", "Größe"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,50", "1234.50"), ("1,234.50", "1234.50"), ("12,5", "12.5"), ("€ 90", "90"), ("1.234.567", "1234567"),
        ("1'200", "1200"), ("12 %", "12"), ("-3", "-3"), ("3.200", "3.200"), ("x", None), ("", None), ("nan", None),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, number: str | None) -> None:
    assert as_number(text) == (None if number is None else Decimal(number))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.binary(max_size=200), st.sampled_from(["k.toml", "k.yaml", "k.csv", "k.xlsx", "k"]))
def test_any_bytes_are_refused_in_one_sentence_or_read(data: bytes, name: str) -> None:
    assert outcome(data, name)


MARKS = st.sampled_from(
    ["offer", "need", "=", "[[", "]]", "id", '"', "\n", "{", "}", ":", "- ", "price", "1", " ", ","]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(MARKS, max_size=40).map("".join), st.sampled_from(["k.toml", "k.yaml", "k.csv"]))
def test_any_text_is_refused_in_one_sentence_or_read(text: str, name: str) -> None:
    assert outcome(text.encode(), name)
