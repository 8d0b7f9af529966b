"""Learning which words sound like which side."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.sides import check, judged, learn, raw, written

TALK = {
    "lang": "de",
    "people": [{"name": "A", "role": "adviser"}, {"name": "K", "role": "customer"}, {"name": "Z", "role": "other"}],
    "turns": [
        {"speaker": "A", "text": "Was kann ich für Sie tun?"},
        {"speaker": "K", "text": "Wir brauchen Regale."},
        {"speaker": "Z", "text": "Telefon!"},
    ],
}
FOUR = [{**TALK, "id": f"t{number}"} for number in range(4)]


def test_words_of_four_talks_are_learned_and_third_persons_are_not() -> None:
    learned = learn(FOUR)
    assert (learned["de", "kann ich"] > 0, learned["de", "wir"] < 0, ("de", "telefon") in learned) == (
        True,
        True,
        False,
    )
    assert learn(FOUR[:3]) == {}


def test_the_same_talks_give_the_same_file_and_the_check_names_what_differs(tmp_path: Path) -> None:
    text = written(learn(FOUR), FOUR)
    file = tmp_path / "words.tsv"
    file.write_text(text, encoding="utf-8")
    assert (written(learn(FOUR), FOUR), check(text, file)) == (text, None)
    file.write_text(text.replace("de\twir\t", "de\twer\t"), encoding="utf-8")
    assert "'de\\twer'" in str(check(text, file))
    file.write_text(text.replace("4 talks", "5 talks"), encoding="utf-8")
    assert "5 talks" in str(check(text, file))


@pytest.mark.parametrize(
    ("proposed", "role", "result"),
    [
        ("adviser", "adviser", "right"),
        ("adviser", "customer", "wrong"),
        ("unknown", "customer", "unknown"),
        ("unknown", "other", "right"),
        ("customer", "other", "wrong"),
    ],
)
def test_a_proposal_is_judged(proposed: str, role: str, result: str) -> None:
    assert judged(proposed, role) == result


def test_raw_text_has_no_capitals_and_no_punctuation() -> None:
    assert raw("Gut – dann: „Ja“, bis Montag!") == "gut dann ja bis montag"
