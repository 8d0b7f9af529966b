"""From a marked talk to what the network is to learn, and back to findings; and the same talk as raw speech."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.heads import CHANNELS, CHOICES, DUE, WIDTH, Answer
from augenhoehe.understand.marking.pieces import Cutter
from augenhoehe.understand.marking.stretches import stretches
from augenhoehe.understand.marking.windows import Alphabet
from training.examples import cut, targets
from training.spoken import bare, stripped
from training.talks import unmark

PIECES = ("<s>", "</s>", "<unk>", "▁", "▁Ich", "▁schick", "e", "▁das", "▁bis", "▁Freitag", ".")
ALPHABET = Alphabet(Cutter.of(PIECES, [0, 0, 0, -6, -2, -2, -2, -2, -2, -2, -2], {}, unknown=2), 0, 1, len(PIECES))
TALK: dict[str, Any] = {
    "id": "de-900", "lang": "de", "form": "clean", "date": "2026-01-02", "channel": "phone",
    "turns": [
        {"id": 1, "speaker": "K", "role": "customer", "text": "Und?"},
        {"id": 2, "speaker": "A", "role": "adviser", "text": "Ich schicke das bis Freitag. Ich schicke das."},
    ],
    "findings": [
        {"turn": 2, "kind": "promise", "quote": "Ich schicke das bis Freitag.", "attrs": {"due": "bis Freitag"}},
        {"turn": 2, "kind": "promise", "quote": "Ich schicke das.", "attrs": {"due": None}},
    ],
}  # fmt: skip


def test_targets_read_back_as_the_findings_they_were_made_of() -> None:
    prepared, (window,) = cut(TALK, ALPHABET)
    wanted = targets(window, TALK["turns"], TALK["findings"])
    size = len(window.ids)
    assert (wanted.inside.shape, wanted.choices.shape) == ((size, CHANNELS), (size, len(CHOICES)))
    assert (wanted.inside[:, DUE].sum(), wanted.begins.sum()) == (2, 2)
    answer = Answer(wanted.inside, wanted.begins, np.ones((size, WIDTH), np.float32), np.ones((size, 2), np.float32))
    found = stretches(prepared, [(window, answer)], dict.fromkeys(Kind, 0.5))
    assert [(one.turn.id, one.kind.value, one.quote, dict(one.attrs)) for one in found] == [
        (entry["turn"], entry["kind"], entry["quote"], entry["attrs"]) for entry in TALK["findings"]
    ]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Gut – dann: „Ja“, bis Montag!", "gut dann ja bis montag"),
        ("Das kostet 1.200,50 Euro, oder?", "das kostet 1.200,50 euro oder"),
        ("E-Mail an mich …", "e-mail an mich"),
        ("So.", "so"),
        ("👍", ""),
    ],
)
def test_bare_text_has_no_marks_and_keeps_the_place_of_every_character(written: str, spoken: str) -> None:
    text, places = bare(written)
    assert text == spoken
    assert [written[place].lower() for place in places] == [
        letter if written[place] != "\n" else "\n" for letter, place in zip(text, places, strict=True)
    ]


def test_a_stripped_talk_bears_the_same_findings_in_bare_words() -> None:
    raw = stripped(TALK)
    assert [(entry["kind"], entry["quote"], entry["attrs"]["due"]) for entry in raw["findings"]] == [
        ("promise", "ich schicke das bis freitag", "bis freitag"), ("promise", "ich schicke das", None),
    ]  # fmt: skip
    assert raw["turns"][1]["text"] == "ich schicke das bis freitag ich schicke das"
    assert TALK["turns"][1]["text"].startswith("Ich")


def test_two_marks_may_close_at_the_same_character_and_a_literal_brace_stays() -> None:
    turn = unmark("{promise:-|Ja, {concession:price;yes|zehn Prozent}} und {{so}}.")
    assert turn.text == "Ja, zehn Prozent und {so}."
    assert [(kind.value, turn.text[start:end]) for kind, _, start, end in turn.marks] == [
        ("promise", "Ja, zehn Prozent"), ("concession", "zehn Prozent"),
    ]  # fmt: skip
