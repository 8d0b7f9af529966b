"""From probabilities to stretches: where they begin and end, what parts them, who may say them."""

from __future__ import annotations

import numpy as np
import pytest

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.edges import Edges
from augenhoehe.understand.marking.guarding import guarded
from augenhoehe.understand.marking.heads import CHANNELS, COLUMNS, DUE, KINDS, WIDTH, Answer
from augenhoehe.understand.marking.stretches import Stretch, stretches
from augenhoehe.understand.marking.windows import Window, windows
from augenhoehe.understand.ruling import look
from augenhoehe.understand.talk import Talk, prepare
from understand.marking.test_windows import ALPHABET
from understand.talking import talk

THRESHOLDS = dict.fromkeys(Kind, 0.5)
TWO = "A: Ich schicke das bis Freitag. Ich schicke das."


def told(script: str) -> tuple[Talk, Window, Answer]:
    prepared = prepare(talk("de", script))
    (window,) = windows(prepared, look(prepared), ALPHABET)
    size = len(window.ids)
    answer = Answer(
        np.zeros((size, CHANNELS), dtype=np.float32), np.zeros((size, len(KINDS)), dtype=np.float32),
        np.zeros((size, WIDTH), dtype=np.float32), np.zeros((size, 4), dtype=np.float32),
    )  # fmt: skip
    return prepared, window, answer


def mark(window: Window, answer: Answer, kind: Kind, turn: int, begin: int, end: int, sure: float = 0.9) -> None:
    channel = KINDS.index(kind)
    here = [
        i for i, (start, stop) in enumerate(window.places) if window.turns[i] == turn and start >= begin and stop <= end
    ]
    answer.inside[here, channel] = sure
    answer.begins[here[0], channel] = 0.99


def test_a_likely_row_of_pieces_is_one_finding_with_its_date() -> None:
    prepared, window, answer = told(TWO)
    mark(window, answer, Kind.PROMISE, 0, 0, 27)
    answer.inside[6:8, DUE] = 0.9
    (found,) = stretches(prepared, [(window, answer)], THRESHOLDS)
    assert (found.kind, found.quote, found.attrs) == (
        Kind.PROMISE, "Ich schicke das bis Freitag.", (("due", "bis Freitag"),),
    )  # fmt: skip
    assert found.score == pytest.approx(0.9)


def test_a_likely_beginning_parts_two_findings_of_one_kind() -> None:
    prepared, window, answer = told(TWO)
    mark(window, answer, Kind.PROMISE, 0, 0, 28)
    mark(window, answer, Kind.PROMISE, 0, 29, 60)
    assert [one.quote for one in stretches(prepared, [(window, answer)], THRESHOLDS)] == [
        "Ich schicke das bis Freitag.", "Ich schicke das.",
    ]  # fmt: skip


def test_nothing_below_the_threshold_of_its_kind_is_found() -> None:
    prepared, window, answer = told(TWO)
    mark(window, answer, Kind.PRESSURE, 0, 0, 28, sure=0.6)
    assert stretches(prepared, [(window, answer)], {**THRESHOLDS, Kind.PRESSURE: 0.7}) == []


def test_a_customer_never_advises_and_an_adviser_never_objects() -> None:
    prepared, window, answer = told("A: Ich schicke das.\nC: Ich schicke das.")
    answer.inside[:, : len(KINDS)] = 0.9
    by_turn = {
        turn: {one.kind for one in stretches(prepared, [(window, answer)], THRESHOLDS) if one.turn.id == turn}
        for turn in (1, 2)
    }
    assert (Kind.ADVICE in by_turn[1], Kind.OBJECTION in by_turn[1]) == (True, False)
    assert (Kind.ADVICE in by_turn[2], Kind.OBJECTION in by_turn[2]) == (False, True)


def test_attributes_are_the_likeliest_over_all_pieces() -> None:
    prepared, window, answer = told("A: Ich schicke das bis Freitag.")
    mark(window, answer, Kind.ADVICE, 0, 0, 28)
    answer.choices[:, COLUMNS[Kind.ADVICE, "direction"]] = (0.3, 0.7)
    answer.choices[3, COLUMNS[Kind.ADVICE, "direction"]] = (0.9, 0.1)
    (found,) = stretches(prepared, [(window, answer)], THRESHOLDS)
    assert found.attrs == (("direction", "against"),)


@pytest.mark.parametrize(
    ("text", "marked", "snapped"),
    [
        ("Das geht nicht. Ich rufe Sie am Freitag an. Gut.", "rufe Sie am Freitag", "Ich rufe Sie am Freitag an."),
        ("Wenn das so ist, nehmen wir es, sonst nicht.", "nehmen wir", "nehmen wir es"),
        ("Ja. Nein.", "Nein", "Nein."),
        ("das kostet uns zwei tage und nerven", "kostet uns zwei", "das kostet uns zwei tage und nerven"),
        ("Gut. Wir bauen das mit dem Umbau im Keller. Danke.", "Gut. Wir bauen das", "Gut. Wir bauen das"),
    ],
)  # fmt: skip
def test_ends_move_to_the_nearest_sentence_or_clause(text: str, marked: str, snapped: str) -> None:
    (said,) = prepare(talk("de", f"C: {text}")).said
    start, end = Edges(said).snap(text.index(marked), text.index(marked) + len(marked))
    assert text[start:end] == snapped


def stretch(kind: Kind, start: int, end: int, score: float) -> Stretch:
    return Stretch(talk("de", "A: " + "x" * 100).turns[0], kind, start, end, score, ())


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ((Kind.QUESTION, 0, 20, 0.9), (Kind.MIRROR, 0, 20, 0.6), [Kind.QUESTION]),
        ((Kind.QUESTION, 0, 20, 0.5), (Kind.MIRROR, 0, 20, 0.6), [Kind.MIRROR]),
        ((Kind.QUESTION, 0, 20, 0.5), (Kind.MIRROR, 15, 60, 0.6), [Kind.QUESTION, Kind.MIRROR]),
        ((Kind.CONCESSION, 0, 20, 0.5), (Kind.PROMISE, 0, 20, 0.6), [Kind.CONCESSION, Kind.PROMISE]),
        ((Kind.PROMISE, 0, 20, 0.5), (Kind.PROMISE, 5, 20, 0.6), [Kind.PROMISE]),
        ((Kind.PROMISE, 0, 20, 0.5), (Kind.PROMISE, 0, 20, 0.5), [Kind.PROMISE]),
    ],
)
def test_of_two_that_exclude_each_other_the_likelier_stays(
    first: tuple[Kind, int, int, float], second: tuple[Kind, int, int, float], left: list[Kind]
) -> None:
    assert [one.kind for one in guarded([stretch(*first), stretch(*second)])] == left
