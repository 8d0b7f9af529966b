"""Weak spots of a catalogue that can be used, and its dates."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.advise.catalogue.reading import locate, read_catalogue
from augenhoehe.advise.catalogue.weak_spots import out_of_date

BASE = """
[[need]]
id = "ruhe"
name = "Ruhe"
signs = ["Lärm"]

[[offer]]
id = "gut"
title = "Gut"
price = 100
serves = { ruhe = 75 }
"""


def keys(text: str) -> list[tuple[str, object]]:
    """What the catalogue is warned of: the sentence and the offer."""
    found = read_catalogue((BASE + text).encode(), "k.toml").warnings
    return [(message.key.removeprefix("catalogue."), message.by_name.get("id")) for message in found]


def offer(one: str, more: str) -> str:
    return f'[[offer]]\nid = "{one}"\ntitle = "{one}"\n{more}\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (offer("a", "price = 50\nserves = { ruhe = 50 }"), []),
        (offer("a", "price = 100\nserves = { ruhe = 50 }"), [("dominated", "a")]),
        (offer("a", "price = 101\nserves = { ruhe = 75 }"), [("dominated", "a")]),
        (offer("a", "price = 100\nserves = { ruhe = 75 }"), []),
        (offer("a", "price = 90\nserves = { ruhe = 75 }\nlead_weeks = 2"), []),
        (offer("a", "price = 101\nserves = { ruhe = 75 }\nours = false"), []),
        (offer("a", "prices = [{ amount = 900, seat = true }]\nserves = { ruhe = 75 }"), []),
        (offer("a", "price = 10"), [("useless", "a")]),
        (offer("a", "owned = true"), []),
        (offer("b", 'price = 1\nserves = { ruhe = 100 }\nrequires = ["a"]') + offer("a", "price = 1"), []),
        ('[[offer]]\nid = "a"\ntitle = "GUT"\nprice = 1\nserves = { ruhe = 25 }\n', [("same_name", "a")]),
        (
            offer("a", "price = 1\nserves = { ruhe = 25 }\nvalid_from = 2026-02-01\nvalid_until = 2026-01-31"),
            [("no_time", "a")],
        ),
    ],
)
def test_weak_spots(text: str, found: list[tuple[str, object]]) -> None:
    assert keys(text) == found


def test_what_is_out_of_date_on_a_day_is_named_and_not_weighed() -> None:
    text = (
        BASE
        + offer("alt", "price = 10\nserves = { ruhe = 50 }\nvalid_until = 2026-06-30")
        + offer("dazu", 'price = 10\nserves = { ruhe = 25 }\nrequires = ["alt"]')
        + offer("oder", 'price = 10\nserves = { ruhe = 25 }\nrequires = [["alt", "gut"]]\nexcludes = ["dazu"]')
        + offer("neu", "price = 10\nserves = { ruhe = 50 }\nvalid_from = '01.08.2026'")
    ).encode()
    catalogue, located = read_catalogue(text, "k.toml"), locate(text, "k.toml")

    def state(on: date) -> tuple[list[str], list[tuple[str, object]]]:
        left = [one.id for one in catalogue.valid_on(on).offers]
        return left, [(each.message.key, each.message.by_name["id"]) for each in out_of_date(catalogue, located, on)]

    assert state(date(2026, 6, 30)) == (["gut", "alt", "dazu", "oder"], [])
    assert state(date(2026, 8, 1)) == (
        ["gut", "oder", "neu"],
        [("catalogue.expired", "alt"), ("catalogue.needs_expired", "dazu")],
    )
    assert catalogue.valid_on(date(2026, 8, 1)).by_id["oder"].requires == (("gut",),)
    assert catalogue.valid_on(date(2026, 8, 1)).by_id["oder"].excludes == ()
    assert [one.id for one in catalogue.valid_on(date(2026, 8, 1), frozenset({"alt"})).offers] == [
        "gut", "alt", "dazu", "oder", "neu",
    ]  # fmt: skip
