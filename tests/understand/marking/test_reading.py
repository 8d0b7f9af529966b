"""The shipped reader: the same talk reads the same, whatever was read before it and in whichever process."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import numpy as np
import pytest

from augenhoehe.speech.conversation import Channel
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.network import FOLDER, shipped
from augenhoehe.understand.marking.reading import read
from augenhoehe.understand.ruling import look
from augenhoehe.understand.talk import prepare
from augenhoehe.wording.saying import LANGUAGES, Voice
from understand.talking import talk

SCRIPT = """
A: Guten Tag. Was stört Sie am meisten?
C: Die Auswertung dauert jedes Mal zwei Tage, und mehr als 20.000 Euro sind nicht drin.
A: Also die Auswertung kostet Sie zwei Tage. Ich würde mit dem Basispaket anfangen.
C: Ob uns das wirklich Zeit spart, weiß ich nicht. Ich rufe Sie am Freitag an.
"""
RAW = """
A: ja guten tag was stört sie denn am meisten
C: die auswertung dauert jedes mal zwei tage und mehr als zwanzigtausend euro sind nicht drin
"""
PRINTING = """
import json, sys
sys.path.insert(0, "tests")
from understand.marking.test_reading import RAW, SCRIPT, facts
print(json.dumps([facts(RAW), facts(SCRIPT)]))
"""


def facts(script: str) -> list[list[object]]:
    """What is found, as plain values."""
    return [
        [one.id, one.kind, one.evidence.turn.id, one.evidence.start, one.evidence.end, one.certainty, list(one.attrs)]
        for one in examine(talk("de", script))
    ]


def test_another_process_and_another_order_give_the_same() -> None:
    here = [facts(SCRIPT), facts(RAW)][::-1]
    there = subprocess.run([sys.executable, "-c", PRINTING], capture_output=True, check=True, text=True)
    assert json.loads(there.stdout) == json.loads(json.dumps(here))


@pytest.mark.parametrize("script", [SCRIPT, RAW])
def test_written_and_raw_speech_both_show_the_question_and_the_problem(script: str) -> None:
    kinds = {(one.evidence.turn.id, one.kind) for one in examine(talk("de", script))}
    assert {(1, Kind.QUESTION), (2, Kind.PROBLEM)} <= kinds


def test_every_kind_has_a_threshold_a_curve_and_a_reason_in_words() -> None:
    network = shipped()
    assert set(network.thresholds) == set(network.calibration.offsets) == set(Kind)
    for language in LANGUAGES:
        says = {Voice(language).text(f"understand.because.{kind.value}.read") for kind in Kind}
        assert len(says) == len(Kind)


def test_certainty_never_falls_when_the_score_rises() -> None:
    curve = shipped().calibration
    for kind in Kind:
        rising = [curve.certainty(kind, score) for score in np.linspace(0.05, 0.95, 19)]
        assert rising == sorted(rising)


def test_notes_are_left_to_their_own_rules() -> None:
    note = talk("de", "U: Wollte die große Anlage, hat aber nur 20.000.", Channel.NOTES)
    assert {one.source for one in examine(note)} == {"rules"}
    prepared = prepare(note)
    assert read(prepared, look(prepared)) == [[]]


def test_the_shipped_files_are_small_enough_to_install() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 60_000_000


@pytest.mark.parametrize("script", [SCRIPT, RAW])
def test_an_answer_holds_probabilities(script: str) -> None:
    network = shipped()
    prepared = prepare(talk("de", script))
    found = read(prepared, look(prepared), network)
    assert [len(turn) > 0 for turn in found].count(True) >= 2
    assert all(0.0 <= one.certainty <= 1.0 for turn in found for one, _ in turn)
    assert all(asdict(one)["turn"]["id"] == number for number, turn in enumerate(found, 1) for one, _ in turn)
