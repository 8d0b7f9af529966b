"""Scoring: who agrees with whom, and the figures that follow."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Answered, Marked, Rate, overlap, pair, score


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("das ist zu teuer", "Das ist zu teuer!", 1.0),
        ("das ist zu teuer", "ja also das ist zu teuer für uns", 1.0),
        ("das ist zu teuer", "das ist gut", 2 / 3),
        ("ja ja ja", "ja", 1.0),
        ("", "ja", 0.0),
    ],
)
def test_overlap_is_measured_on_the_shorter_quote(one: str, other: str, expected: float) -> None:
    assert overlap(one, other) == pytest.approx(expected)


def test_pairs_are_one_to_one_best_first() -> None:
    gold = [Marked(1, Kind.PROBLEM, "das dauert zwei tage"), Marked(1, Kind.PROBLEM, "und dann fehlt eine zahl")]
    found = [
        Marked(1, Kind.PROBLEM, "das dauert zwei tage und dann fehlt"),
        Marked(1, Kind.GOAL, "das dauert zwei tage"),
    ]
    assert pair(gold, found) == [(gold[0], found[0])]


def test_other_turn_or_kind_never_agrees() -> None:
    gold = [Marked(1, Kind.PROBLEM, "zwei tage")]
    assert pair(gold, [Marked(2, Kind.PROBLEM, "zwei tage"), Marked(1, Kind.GOAL, "zwei tage")]) == []


def test_figures_are_counted_per_kind_language_and_attribute() -> None:
    form = (("form", "open"),)
    gold = (Marked(1, Kind.QUESTION, "was stört sie", form), Marked(2, Kind.PROMISE, "ich rufe an", (("due", None),)))
    found = (Marked(1, Kind.QUESTION, "was stört sie", (("form", "closed"),)), Marked(1, Kind.WISH, "was stört sie"))
    result = score([Answered("de", gold, found)])
    assert result.micro == Rate(annotated=2, found=2, agreeing=1)
    assert result.micro.f1 == pytest.approx(0.5)
    assert result.kinds[Kind.QUESTION] == Rate(1, 1, 1)
    assert result.languages == {"de": Rate(2, 2, 1)}
    assert result.attributes == {"question.form": (0, 1)}
    assert result.macro_f1 == 0.0


def test_macro_counts_kinds_with_five_annotated() -> None:
    gold = tuple(Marked(number, Kind.QUESTION, "was", (("form", "open"),)) for number in range(5))
    assert score([Answered("de", gold, gold[:4])]).macro_f1 == pytest.approx(8 / 9)


def test_nothing_found_scores_zero_and_does_not_fail() -> None:
    result = score([Answered("en", (Marked(1, Kind.WISH, "a van"),), ())])
    assert (result.micro.precision, result.micro.recall, result.micro.f1) == (0.0, 0.0, 0.0)
