"""Which offers a wish means."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.cases import wish
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.advise.wishing import offers_wished

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "catalogues"


@pytest.mark.parametrize(
    ("name", "words", "offers"),
    [
        ("pruefstand", "Simulationstoolbox", ("simulation",)),
        ("pruefstand", "die Simulation nehme ich trotzdem, einen Platz, ein Jahr", ("simulation",)),
        ("pruefstand", "Die Echtzeit hätte ich aber schon gern", ("echtzeit",)),
        ("pruefstand", "Deshalb der Berichtsautomat", ("bericht",)),
        ("pruefstand", "Berichtsautomaten", ("bericht",)),
        ("pruefstand", "eine Kaffeemaschine", ()),
        ("pruefstand", "noch eine Toolbox", ()),
        ("office-move", "the weekend move", ("weekend",)),
        ("office-move", "new furniture", ("furniture",)),
        ("office-move", "full packing service", ("packing",)),
        ("office-move", "the IT move too", ("it-move",)),
        ("office-move", "a quick move", ()),
    ],
)
def test_a_wish_means_offers(name: str, words: str, offers: tuple[str, ...]) -> None:
    shop = read_catalogue((EXAMPLES / f"{name}.toml").read_bytes(), f"{name}.toml")

    assert offers_wished([wish(words)], shop).get("w-" + words, ()) == offers
