"""Tests of the search."""

from __future__ import annotations

import pytest

from augenhoehe.store import cases
from augenhoehe.store.searching import HitKind, search, searchable
from store.making import add

SCRIPT = """
    Petra Schulz: Die Größe der Straße ist GROSS.
    Petra Schulz: Größere Räume, naïve Pläne.
"""


@pytest.mark.parametrize(
    ("words", "turns"),
    [
        ("Größe", [1, 2]),
        ("GRÖSSE", [1, 2]),
        ("groesse", [1, 2]),
        ("grosse", []),
        ("straße größe", [1]),
        ("strasse", [1]),
        ("NAIVE räu", [2]),
        ("nirgends", []),
        ("%", []),
        ("_", []),
        ("   ", []),
    ],
)
def test_turns_are_found_however_they_are_spelt(cast, words, turns):
    add(cast.alice, SCRIPT)
    assert [hit.turn for hit in search(cast.alice, words)] == turns


def test_customers_stand_before_cases_before_turns(cast):
    added = add(cast.alice, "Petra Schulz: Wir bei Muster sagen Berichte.")
    cases.save_case(cast.alice, added.case_id, occasion="Muster")
    hits = search(cast.alice, "muster")
    assert [hit.kind for hit in hits] == [HitKind.CUSTOMER, HitKind.CASE, HitKind.TURN]
    assert (hits[2].conversation, hits[2].case) == (added.conversation_id, added.case_id)


def test_charlie_finds_nothing(cast):
    add(cast.alice, SCRIPT)
    assert search(cast.charlie, "größe") == ()
    assert search(cast.charlie, "muster") == ()


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_takes_three_queries(cast, number, django_assert_num_queries):
    for place in range(number):
        add(cast.alice, f"Petra Schulz: Größe {place}.")
    with django_assert_num_queries(3):
        assert len(search(cast.alice, "größe")) == number


def test_searchable_text_has_no_accents_and_single_spaces():
    assert searchable("  Größe \n\t É ÄÖÜ ") == "groesse e aeoeue"
