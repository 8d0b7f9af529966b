"""Insights that a talk calls for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advise.cases import board, catalogue, need
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.advise.knowing import suggested
from augenhoehe.speech.errors import InputRefusedError

TEXT = """
[[need]]
id = "ruhe"
name = "Ruhe"
signs = ["Lärm"]

[[need]]
id = "licht"
name = "Licht"
signs = ["dunkel"]

[[offer]]
id = "alles"
title = "Alles"
price = 1
serves = { ruhe = 75, licht = 25 }

[[insight]]
id = "dauer"
needs = ["ruhe"]
fact = { de = "Unterbrechungen kosten mehr Zeit, als sie dauern.", en = "Interruptions cost more time than they take." }
source = "Unsere Messung im Haus Nord, Mai 2026"
case = "Umzug Nord"

[[insight]]
id = "beides"
needs = ["licht", "ruhe"]
fact = "Beides hängt zusammen."
source = "Handbuch, Kapitel 3"
"""


def test_what_was_spoken_of_calls_for_what_we_know_the_weightiest_first() -> None:
    light, quiet = need("licht", weight=0.9), need("ruhe", weight=0.5)
    found = suggested(board([quiet, light]), catalogue(TEXT))

    assert [(one.insight.id, one.need) for one in found] == [("beides", light), ("dauer", quiet)]


def test_a_need_nobody_spoke_of_calls_for_nothing() -> None:
    silent = replace(need("ruhe"), evidence=())
    assert suggested(board([silent, replace(need("x"), named=None)]), catalogue(TEXT)) == ()


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ('source = "Handbuch, Kapitel 3"', "", "advise.catalogue_needs_text"),
        ('needs = ["licht", "ruhe"]', 'needs = ["lärm"]', "advise.catalogue_dangling_need"),
        ('needs = ["licht", "ruhe"]', "", "advise.catalogue_needs_list"),
        ('id = "beides"', 'id = "dauer"', "advise.catalogue_double_id"),
    ],
)
def test_an_insight_without_source_or_need_is_refused(before: str, after: str, key: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_catalogue(TEXT.replace(before, after).encode(), "k.toml")

    assert caught.value.message.key == key
