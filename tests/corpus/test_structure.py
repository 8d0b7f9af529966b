"""The halves of the corpus on which structure is developed and measured."""

from __future__ import annotations

import pytest

from training.structure import half_of


@pytest.mark.parametrize(
    ("name", "half"), [("de-001", "seen"), ("de-002", "held"), ("en-001", "held"), ("en-002", "seen")]
)
def test_a_talk_stays_in_its_half(name: str, half: str) -> None:
    assert half_of(name) == half
