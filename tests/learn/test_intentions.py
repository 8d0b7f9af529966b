"""One intention for the next talk."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.learn.intentions import Intention, Kept, for_next_talk, looked_at

MARCH, APRIL = date(2026, 3, 4), date(2026, 4, 4)


def test_the_newest_one_for_this_customer_is_shown() -> None:
    old = Intention("Erst fragen, wofür.", MARCH, "Wiegmann")
    new = Intention("Ausreden lassen.", APRIL, "Wiegmann")
    other = Intention("Preis nennen und schweigen.", date(2026, 5, 1), "Maurer")

    assert for_next_talk([old, new, other], "Wiegmann") == new
    assert for_next_talk([old, looked_at(new, APRIL, Kept.DONE)], "Wiegmann") == old
    assert for_next_talk([other], "Wiegmann") is None


def test_it_is_looked_at_after_the_talk() -> None:
    intention = Intention("Erst fragen, wofür.", MARCH)

    seen = looked_at(intention, APRIL, Kept.PARTLY)

    assert (seen.looked_at_on, seen.kept) == (APRIL, Kept.PARTLY)
    with pytest.raises(ValueError, match="after"):
        looked_at(intention, date(2026, 3, 3), Kept.DONE)


def test_an_intention_has_words_and_no_half_answer() -> None:
    with pytest.raises(ValueError, match="words"):
        Intention("  ", MARCH)
    with pytest.raises(ValueError, match="looked at"):
        Intention("Erst fragen.", MARCH, kept=Kept.DONE)
