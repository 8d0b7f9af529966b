"""Catalogues from JSON: exact numbers, lines, double keys, depth."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.advise.catalogue.json_syntax import read_json
from augenhoehe.advise.catalogue.offers import Price
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice

TEXT = """{
  "need": [{"id": "ruhe", "name": "Ruhe", "signs": ["Lärm"]}],
  "offer": [
    {"id": "a", "title": "A", "price": 10.10,
     "serves": {"ruhe": 75}}
  ]
}
"""


def test_a_catalogue_in_json_is_read_exactly() -> None:
    assert read_catalogue(TEXT.encode(), "k.json").by_id["a"].prices == (Price(Decimal("10.10")),)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            "75",
            "70",
            "„k.json“, Zeile 5, offer[1].serves.ruhe: 70 geht hier nicht. Möglich sind 0, 25, 50, 75 und 100.",
        ),
        ('"serves": {', '"serves" {', "„k.json“, Zeile 5: Das ist kein gültiges JSON."),
        ('"title": "A"', '"id": "b"', "„k.json“, Zeile 4, id: Das Feld steht zweimal da. Bitte eines streichen."),
        ('"Ruhe"', "[" * 20 + "]" * 20, "„k.json“, Zeile 2: Hier ist zu tief verschachtelt."),
    ],
)
def test_a_mistake_names_its_line(before: str, after: str, sentence: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_catalogue(TEXT.replace(before, after).encode(), "k.json")

    assert Voice("de").say(caught.value.message) == sentence


@given(st.text(max_size=60))
def test_arbitrary_text_is_read_or_refused(text: str) -> None:
    try:
        read_json(text, "k.json")
    except InputRefusedError:
        return
    assert isinstance(json.loads(text), dict)
