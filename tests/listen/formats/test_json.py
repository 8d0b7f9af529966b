"""JSON of programs and annotated conversations."""

from __future__ import annotations

import json
from datetime import date

import pytest

from augenhoehe.speech.conversation import Channel, Language, Party, Role
from listen.shapes import FILES, read_file, read_text, refusal, said, timed


def test_ids_and_texts_of_turns_stay_as_they_are() -> None:
    whole = json.loads((FILES / "annotated.json").read_text())
    conversation = read_file("annotated.json").conversation
    assert [
        {"id": t.id, "speaker": t.speaker, "role": t.role.value, "start": t.start, "end": t.end, "text": t.text}
        for t in conversation.turns
    ] == whole["turns"]
    assert conversation.people == (
        Party("Anna Berg", Role.ADVISER),
        Party("Jan Kolb", Role.CUSTOMER),
        Party("Gisela", Role.OTHER),
    )
    assert (conversation.id, conversation.title, conversation.channel) == ("t01", "Ein Gespräch", Channel.VIDEO)
    assert (conversation.language, str(conversation.held_on)) == (Language.GERMAN, "2026-02-11")


def test_whisperx_segments_of_one_speaker_are_joined() -> None:
    assert timed(read_file("whisperx.json")) == [
        ("SPEAKER_00", 0.0, 3.0, "was würde das denn kosten"),
        ("SPEAKER_01", 3.5, 5.0, "neunhundert im jahr"),
    ]


def test_hubspot_counts_milliseconds() -> None:
    assert timed(read_file("hubspot.json")) == [
        ("Tom Reed", 1.5, 2.5, "Shall we start?"),
        ("Ada Lane", 3.0, 3.4, "Please."),
    ]


def test_characters_that_no_file_can_hold_are_replaced() -> None:
    assert said(read_text('{"turns": [{"id": 1, "speaker": "A", "text": "a\\u0000b\\ud800c"}]}', "t.json")) == [
        ("A", "ab\ufffdc")
    ]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("{", "listen.refused.json_broken"),
        ("[" * 100_000, "listen.refused.json_broken"),
        ('{"a": 1}', "listen.refused.json_shape"),
        ("[]", "listen.refused.json_shape"),
        ('{"turns": [{"text": "a"}, 3]}', "listen.refused.json_turn"),
        ('{"turns": [{"text": "a"}, {"text": 3}]}', "listen.refused.json_text"),
        ('{"turns": [{"id": 1, "text": "a"}, {"id": 1, "text": "b"}]}', "listen.refused.json_id"),
        ('{"turns": []}', "listen.refused.no_words"),
    ],
)
def test_refused(content: str, key: str) -> None:
    assert refusal(content.encode(), "talk.json", "json") == key


def test_times_that_make_no_sense_are_left_out() -> None:
    text = (
        '{"turns": [{"id": 1, "speaker": "A", "text": "a", "start": -3, "end": NaN},'
        ' {"id": 2, "speaker": 1, "text": "b", "start": 5, "end": 1}]}'
    )
    assert timed(read_text(text, "t.json")) == [("A", None, None, "a"), ("Speaker 1", 5.0, None, "b")]


def test_turns_keep_the_day_of_their_own() -> None:
    turns = [
        {"id": 1, "speaker": "Anna", "text": "Bis morgen.", "said_on": "2026-03-12"},
        {"id": 2, "speaker": "Jan", "text": "Gut.", "said_on": "gestern"},
    ]
    read = read_text(json.dumps({"turns": turns}), "talk.json").conversation
    assert [turn.said_on for turn in read.turns] == [date(2026, 3, 12), None]
