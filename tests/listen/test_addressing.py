"""Whom people address, and what that tells."""

from __future__ import annotations

import pytest

from augenhoehe.listen.addressing import ACROSS, TOGETHER, addressed

NAMES = {"a": ["Anna Berg"], "k": ["Jan Kolb"], "w": ["Ute Wolf"]}


@pytest.mark.parametrize(
    ("speaker", "text", "ties"),
    [
        ("a", "Guten Tag, Herr Kolb.", {("a", "k"): ACROSS}),
        ("a", "guten tag herr dr kolb", {("a", "k"): ACROSS}),
        ("k", "Frau Berg, das macht bei uns die Ute.", {("a", "k"): ACROSS, ("k", "w"): TOGETHER}),
        ("k", "Frau Berg, das macht bei uns Ute Wolf.", {("a", "k"): ACROSS}),
        ("k", "Anna, sag mal. Ute meint das auch.", {}),
        ("k", "Frau Bergmann hat angerufen.", {}),
    ],
)
def test_herr_and_frau_go_across_and_first_names_beside_them_do_not(
    speaker: str, text: str, ties: dict[tuple[str, str], float]
) -> None:
    assert addressed(NAMES, {speaker: text}).ties == ties


def test_one_surname_sits_together_whatever_they_call_each_other() -> None:
    """A couple: she calls him "Herr Ott" in fun."""
    names = {"s": ["Sabine Ott"], "u": ["Uwe Ott"]}
    assert addressed(names, {"s": "Na, Herr Ott?", "u": "Ja."}).ties == {("s", "u"): 2 * TOGETHER}


def test_who_says_herr_to_whom_is_kept_for_the_reason() -> None:
    assert addressed(NAMES, {"a": "Guten Tag, Herr Kolb."}).opposite == (("a", "Jan Kolb", "k"),)
