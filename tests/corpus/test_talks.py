"""The corpus keeps to its format, and the format refuses what would spoil it."""

from pathlib import Path

import pytest

from training.corpus import FOLDER, talks
from training.talks import TalkError, read_talk, unmark

HEAD = """---
id: de-900
lang: de
title: Probe
domain: bakery
channel: phone
date: 2026-01-02
stage: needs
register: sie
form: clean
hand: t
people: {A: [Anna, adviser], K: [Karl, customer]}
---
"""


def talk(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "probe.talk"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def test_unmark_nested_marks_keeps_words_and_places() -> None:
    turn = unmark("Gut, {concession:price;yes|dann {promise:morgen|schicke ich morgen} zehn Prozent}.")
    assert turn.text == "Gut, dann schicke ich morgen zehn Prozent."
    assert [(kind.value, turn.text[start:end], attrs) for kind, attrs, start, end in turn.marks] == [
        ("concession", "dann schicke ich morgen zehn Prozent", {"type": "price", "conditional": True}),
        ("promise", "schicke ich morgen", {"due": "morgen"}),
    ]


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("{wunsch|x}", "no such kind: wunsch"),
        ("{question|x}", "question takes 1 attributes (form), not None"),
        ("{question:offen|x}", "question.form must be one of"),
        ("{wish|x", "wish is opened and never closed"),
        ("x}", "nothing to close"),
        ("{wish|}", "an empty wish mark"),
    ],
)
def test_unmark_spoilt_mark_is_refused(marked: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint.replace("(", r"\(").replace(")", r"\)")):
        unmark(marked)


def test_read_talk_mail_keeps_its_paragraphs(tmp_path: Path) -> None:
    read = read_talk(talk(tmp_path, "K> Guten Tag,\n|\n| {wish|wir hätten gern Brötchen}.\n"))
    assert read["turns"][0]["text"] == "Guten Tag,\n\nwir hätten gern Brötchen."
    assert read["findings"] == [{"turn": 1, "kind": "wish", "quote": "wir hätten gern Brötchen", "attrs": {}}]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("A> {wish|ein Wunsch}\n", "probe.talk:14: wish cannot be said by adviser"),
        ("K> {mirror|also so}\n", "probe.talk:14: mirror cannot be said by customer"),
        ("X> hallo\n", "probe.talk:14: nobody is called X"),
        ("K> {promise:morgen|ich rufe an}\n", "probe.talk:14: the date 'morgen' does not stand in the turn"),
        ("hallo\n", "probe.talk:14: a turn starts with the short name"),
        ("K> hallo\n===\nunanswered: [2]\n", "probe.talk: the foot names turn 2, there are 1"),
    ],
)
def test_read_talk_spoilt_file_names_line_and_reason(tmp_path: Path, body: str, complaint: str) -> None:
    with pytest.raises(TalkError) as refused:
        read_talk(talk(tmp_path, body))
    assert complaint in str(refused.value)


def test_every_talk_of_the_corpus_keeps_to_the_format() -> None:
    everything = talks()
    names = [path.stem for path in sorted(FOLDER.rglob("*.talk"))]
    assert [read["id"] for read in everything] == names
    assert len({turn["text"] for read in everything for turn in read["turns"] if len(turn["text"]) > 60}) == len(
        [turn for read in everything for turn in read["turns"] if len(turn["text"]) > 60]
    ), "the same long turn stands in two talks"
