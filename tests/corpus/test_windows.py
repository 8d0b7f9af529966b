"""From a marked talk to what the network is to learn, and back to findings."""

import numpy as np

from training.decoding import found
from training.pieces import Cutter
from training.windows import ATTRIBUTES, CHANNELS, DUE, KINDS, LENGTH, targets, windows

PIECES = ("<s>", "</s>", "<unk>", "▁", "▁Ich", "▁schick", "e", "▁das", "▁bis", "▁Freitag", ".")
CUTTER = Cutter.of(PIECES, [0, 0, 0, -6, -2, -2, -2, -2, -2, -2, -2], {}, unknown=2)
TURNS = [
    {"id": 1, "role": "customer", "text": "Und?"},
    {"id": 2, "role": "adviser", "text": "Ich schicke das bis Freitag."},
]
FINDINGS = [{"turn": 2, "kind": "promise", "quote": "Ich schicke das bis Freitag.", "attrs": {"due": "bis Freitag"}}]


def test_cut_keeps_the_place_of_every_piece() -> None:
    text = "Ich schicke  das."
    assert [(PIECES[p.id], text[p.start : p.end]) for p in CUTTER.cut(text)] == [
        ("▁Ich", "Ich"), ("▁schick", "schick"), ("e", "e"), ("▁das", "das"), (".", "."),
    ]  # fmt: skip


def test_cut_unknown_letters_are_one_unknown_piece_each() -> None:
    assert [piece.id for piece in CUTTER.cut("ß")] == [3, 2]


def test_windows_judge_every_piece_once_and_keep_their_length() -> None:
    turns = [{"id": n, "role": "adviser", "text": "Ich schicke das bis Freitag. " * 9} for n in range(1, 12)]
    cut = windows(turns, CUTTER, 0, 1, len(PIECES))
    judged = [
        (owner, place)
        for window in cut
        for owner, place, here in zip(window.turns, window.places, window.judged, strict=True)
        if here
    ]
    assert len(judged) == len(set(judged)) == sum(len(CUTTER.cut(turn["text"])) for turn in turns)
    assert max(len(window.ids) for window in cut) <= LENGTH


def test_targets_read_back_as_the_findings_they_were_made_of() -> None:
    window = windows(TURNS, CUTTER, 0, 1, len(PIECES))[0]
    wanted = targets(window, TURNS, FINDINGS)
    assert wanted.inside.shape == (len(window.ids), CHANNELS)
    assert wanted.inside[:, DUE].sum() == 2
    assert wanted.begins.sum() == 1
    attributes = [np.ones((len(window.ids), len(values))) for _, _, values in ATTRIBUTES]
    assert found(TURNS, [(window, wanted.inside, wanted.begins, attributes)], 0.5) == [
        {**FINDINGS[0], "certainty": 1.0, "attrs": {"due": "bis Freitag"}}
    ]


def test_found_never_lets_a_customer_advise() -> None:
    window = windows(TURNS, CUTTER, 0, 1, len(PIECES))[0]
    inside = np.ones((len(window.ids), CHANNELS), dtype=np.float32)
    begins = np.zeros((len(window.ids), len(KINDS)), dtype=np.float32)
    attributes = [np.ones((len(window.ids), len(values))) for _, _, values in ATTRIBUTES]
    kinds = {f["kind"] for f in found(TURNS, [(window, inside, begins, attributes)], 0.5) if f["turn"] == 1}
    assert kinds.isdisjoint({"advice", "mirror", "concession", "flattery"})
    assert "wish" in kinds
