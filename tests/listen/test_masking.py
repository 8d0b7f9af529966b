"""What is masked, what is not, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.listen.masking import mask


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("an anna.berg@firma.example bitte", "an [mail] bitte"),
        ("Tel. 030 1234567 oder +49 (0)151 23456789", "Tel. [phone] oder [phone]"),
        ("0711/123-456 geht", "[phone] geht"),
        ("IBAN DE89 3704 0044 0532 0130 00 gilt", "IBAN [iban] gilt"),
        ("DE89370400440532013000", "[iban]"),
    ],
)
def test_masked(text: str, view: str) -> None:
    assert mask(text).text == view


@pytest.mark.parametrize(
    "text",
    [
        "20.000 Euro", "am 12.03.2026 um 14:05", "DE89 3704 0044 0532 0130 01", "Vertrag 4417", "01 02 03",
        "wir @ home", "2026-03-12", "05.04.2026", "00:12:05",
    ],
)  # fmt: skip
def test_not_masked(text: str) -> None:
    assert mask(text).text == text


def test_places_are_found_both_ways() -> None:
    view = mask("Ruf 030 1234567 an, Anna")
    place = view.text.index("Anna")
    assert view.original[view.to_original(place) :] == "Anna"
    assert view.from_original(view.original.index("Anna")) == place
    assert (view.to_original(6), view.from_original(7)) == (4, 4)


@given(
    st.lists(st.sampled_from(["a@b.de", " 030 1234567 ", "DE89370400440532013000", " x ", "ü", "+", "0"]), max_size=12)
)
def test_what_is_not_masked_stands_in_the_original(pieces: list[str]) -> None:
    view = mask("".join(pieces))
    hidden = {place for mask in view.masked for place in range(mask.view_start, mask.view_end)}
    for place, character in enumerate(view.text):
        if place not in hidden:
            assert view.original[view.to_original(place)] == character
            assert view.from_original(view.to_original(place)) == place
