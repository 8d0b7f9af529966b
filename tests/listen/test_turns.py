"""Joining segments, back-channels, passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.listen.format import Utterance
from augenhoehe.listen.turns import is_back_channel, join, passages
from augenhoehe.speech.conversation import Role, Turn


def segments(*spoken: tuple[str, float, float]) -> list[Utterance]:
    """(speaker, start, end) with the place as text."""
    return [Utterance(f"s{place}", name, start, end) for place, (name, start, end) in enumerate(spoken)]


def test_neighbouring_segments_of_one_speaker_are_joined() -> None:
    cut = segments(("A", 0, 1), ("A", 1.2, 2), ("B", 2.1, 3), ("B", 3.1, 4), ("A", 4.2, 5))
    assert [(u.speaker, u.start, u.end, u.text) for u in join(cut)] == [
        ("A", 0, 2, "s0 s1"),
        ("B", 2.1, 4, "s2 s3"),
        ("A", 4.2, 5, "s4"),
    ]


def test_a_file_with_whole_turns_keeps_them() -> None:
    """One pair in ten could be joined: the exporter has joined already, and meant what it left apart."""
    whole = segments(*(("AB"[place % 2], place * 3, place * 3 + 2) for place in range(10)), ("B", 29.5, 31))
    assert list(join(whole)) == whole


def test_more_than_one_pair_in_ten_is_a_cut_file() -> None:
    cut = segments(*(("AB"[place % 2], place * 3, place * 3 + 2) for place in range(9)), ("A", 26.5, 28))
    assert len(join(cut)) == 9


def test_a_long_pause_parts_two_turns_of_one_speaker() -> None:
    cut = [
        Utterance("Das ist alles.", "A", 0, 1),
        Utterance("Wirklich.", "A", 1.1, 2),
        Utterance("Und noch etwas", "A", 4, 5),
        Utterance("Kurzes.", "A", 8, 9),
    ]
    assert [u.text for u in join(cut)] == ["Das ist alles. Wirklich.", "Und noch etwas Kurzes."]


def test_messages_are_never_joined() -> None:
    messages = [Utterance(str(place), "A", float(place), None, whole=True) for place in range(4)]
    assert list(join(messages)) == messages


def test_tracks_of_two_microphones_are_put_in_order() -> None:
    tracks = segments(("A", 0, 1), ("A", 6, 7), ("B", 2, 3), ("B", 9, 10))
    assert [u.speaker for u in join(tracks)] == ["A", "B", "A", "B"]


@pytest.mark.parametrize("text", ["Mhm.", "Ja, genau.", "okay", "Uh huh", "Right, I see", "ja ja ja ja ja", "Ach so"])
def test_back_channels(text: str) -> None:
    assert is_back_channel(text)


@pytest.mark.parametrize("text", ["Ja, am Freitag.", "Wirklich?", "ja ja ja ja ja ja", "Nein, 20.000.", "Okay, Preis"])
def test_no_back_channels(text: str) -> None:
    assert not is_back_channel(text)


def test_an_empty_text_is_no_back_channel() -> None:
    assert not is_back_channel("")


def test_a_listener_does_not_part_a_passage() -> None:
    spoken = [("A", "Erstens."), ("B", "Mhm."), ("A", "Zweitens."), ("B", "Gut, aber teuer."), ("A", "Ja.")]
    made = [Turn(place, name, Role.UNKNOWN, text) for place, (name, text) in enumerate(spoken, start=1)]
    assert [[turn.id for turn in passage] for passage in passages(made)] == [[1, 3], [4]]


@given(st.lists(st.tuples(st.sampled_from("AB"), st.floats(0, 100), st.floats(0, 5)), max_size=30))
def test_joining_loses_no_words(spoken: list[tuple[str, float, float]]) -> None:
    cut = segments(*((name, start, start + length) for name, start, length in spoken))
    assert sorted(" ".join(u.text for u in join(cut)).split()) == sorted(u.text for u in cut)
