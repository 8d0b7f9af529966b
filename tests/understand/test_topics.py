"""Words, stems and their likeness."""

from __future__ import annotations

import pytest

from augenhoehe.understand.topics import likeness, topics, words


@pytest.mark.parametrize(
    ("sign", "said", "expected"),
    [
        ("Lagerschaden", "Lagerschäden", 1.0),
        ("rechnen", "gerechnet", 1.0),
        ("Prüfer", "Prüfern", 1.0),
        ("report", "reporting", 1.0),
        ("Größe", "GRÖSSE", 1.0),
        ("Schaden", "Lagerschaden", 0.8),
        ("Bericht", "Berichtsautomaten", 0.8),
        ("Lagerschaden", "Schäden", 0.7),
        ("KI", "Kiosk", 0.0),
        ("Lager", "Lagergeometrie", 0.8),
        ("Zeit", "Arbeit", 0.0),
    ],
)
def test_likeness(sign: str, said: str, expected: float) -> None:
    assert likeness(words(sign)[0], words(said)[0]) == expected


def test_words_keep_their_places_and_hyphens_part_them() -> None:
    text = "Die Parallel-Toolbox."

    assert [(w.text, text[w.start : w.end]) for w in words(text)] == [
        ("Die", "Die"),
        ("Parallel", "Parallel"),
        ("Toolbox", "Toolbox"),
    ]


def test_topics_leave_everyday_words_out() -> None:
    assert [word.text for word in topics("Und dann haben wir keinen mehr, der das hört")] == ["hört"]
