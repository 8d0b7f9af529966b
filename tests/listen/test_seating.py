"""Who sits on which side, settled for all together."""

from __future__ import annotations

import pytest

from augenhoehe.listen.seating import seat
from augenhoehe.speech.conversation import Role

A, C = Role.ADVISER, Role.CUSTOMER


@pytest.mark.parametrize(
    ("leans", "ties", "fixed", "expected"),
    [
        ({"a": 1.0, "b": -1.0}, {}, {}, {"a": (A, 2.0), "b": (C, 2.0)}),
        ({"a": 1.0, "b": 0.5}, {}, {}, {"a": (A, 0.5), "b": (C, 0.5)}),
        ({"a": 1.0, "b": -1.0, "c": 0.0}, {}, {}, {"a": (A, 1.0), "b": (C, 1.0), "c": (C, 0.0)}),
        ({"a": 1.0, "b": -1.0, "c": 0.1}, {("b", "c"): 0.5}, {}, {"a": (A, 1.4), "b": (C, 1.5), "c": (C, 0.4)}),
        ({"a": 1.0, "b": -1.0, "c": 0.1}, {("a", "c"): -0.5}, {}, {"a": (A, 0.9), "b": (C, 1.0), "c": (C, 0.4)}),
        ({"c": 0.1}, {("k", "c"): 0.5}, {"k": C, "a": A}, {"c": (C, 0.4)}),
        ({"b": 0.3, "c": 0.1}, {}, {"a": A}, {"b": (A, 0.2), "c": (C, 0.2)}),
        ({}, {}, {}, {}),
        ({"a": 1.0}, {}, {}, {}),
    ],
)
def test_the_best_whole_seating_counts(
    leans: dict[str, float],
    ties: dict[tuple[str, str], float],
    fixed: dict[str, Role],
    expected: dict[str, tuple[Role, float]],
) -> None:
    seats = seat(leans, ties, fixed)
    assert {name: (each.role, pytest.approx(each.clear)) for name, each in seats.items()} == expected


def test_a_crowd_is_seated_by_its_own_lean_beyond_the_clearest() -> None:
    leans = {f"p{number}": (number + 1) * (0.1 if number % 2 else -0.1) for number in range(30)}
    seats = seat(leans, {}, {})
    assert {name: each.role for name, each in seats.items()} == {
        name: A if lean > 0 else C for name, lean in leans.items()
    }
