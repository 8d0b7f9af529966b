"""Words become pieces, turns become windows; nothing is lost and nothing is judged twice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.understand.marking.hints import HINTS
from augenhoehe.understand.marking.pieces import Cutter
from augenhoehe.understand.marking.windows import CONTEXT, LENGTH, Alphabet, windows
from augenhoehe.understand.ruling import look
from augenhoehe.understand.talk import prepare
from understand.talking import talk

PIECES = ("<s>", "</s>", "<unk>", "▁", "▁Ich", "▁schick", "e", "▁das", "▁bis", "▁Freitag", ".")
CUTTER = Cutter.of(PIECES, [0, 0, 0, -6, -2, -2, -2, -2, -2, -2, -2], {"ﬁ": "fi"}, unknown=2)
ALPHABET = Alphabet(CUTTER, 0, 1, len(PIECES))


def test_cut_keeps_the_place_of_every_piece() -> None:
    text = "Ich schicke  das."
    assert [(PIECES[p.id], text[p.start : p.end]) for p in CUTTER.cut(text)] == [
        ("▁Ich", "Ich"), ("▁schick", "schick"), ("e", "e"), ("▁das", "das"), (".", "."),
    ]  # fmt: skip


def test_cut_unknown_letters_are_one_unknown_piece_each() -> None:
    assert [piece.id for piece in CUTTER.cut("ß")] == [3, 2]


def test_a_letter_that_stands_for_two_keeps_its_one_place() -> None:
    assert {(piece.start, piece.end) for piece in CUTTER.cut("ﬁ")[1:]} == {(0, 1)}


@pytest.mark.parametrize("repeats", [1, 9, 90])
def test_windows_judge_every_piece_once_and_keep_their_length(repeats: int) -> None:
    script = "\n".join(f"A: {'Ich schicke das bis Freitag. ' * repeats}" for _ in range(11))
    prepared = prepare(talk("de", script))
    cut = windows(prepared, look(prepared), ALPHABET)
    judged = [
        (owner, place)
        for window in cut
        for owner, place, here in zip(window.turns, window.places, window.judged, strict=True)
        if here
    ]
    assert len(judged) == len(set(judged)) == sum(len(CUTTER.cut(said.turn.text)) for said in prepared.said)
    assert max(len(window.ids) for window in cut) <= LENGTH
    assert all((~window.judged).sum() <= CONTEXT + len(set(window.turns)) + 2 for window in cut)


def test_hints_say_what_the_rules_see_and_where_sentences_begin() -> None:
    """A: Ich schicke das bis Freitag. Gut."""
    prepared = prepare(talk("de", "A: Ich schicke das bis Freitag. Gut."))
    (window,) = windows(prepared, look(prepared), ALPHABET)
    assert window.hints.shape == (len(window.ids), HINTS)
    assert np.flatnonzero(window.hints[:, -1]).tolist() == [2, 9]
    assert window.hints[2].max() > 0.5
    assert window.hints[[0, 1, -1]].any() == np.False_


def test_a_talk_without_words_has_windows_without_judged_pieces() -> None:
    conversation = replace(
        talk("de", "A: Ja"), turns=(Turn(1, "A", Role.ADVISER, " "), Turn(2, "C", Role.CUSTOMER, ""))
    )
    prepared = prepare(conversation)
    assert windows(prepared, look(prepared), ALPHABET) == []
