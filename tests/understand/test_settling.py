"""Conventions between kinds: what cannot stand side by side."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import Kind
from understand.talking import found


@pytest.mark.parametrize(
    ("script", "present", "absent"),
    [
        ("C: Können Sie am Preis noch was machen?", Kind.ASK_CONCESSION, Kind.QUESTION),
        ("C: Könnten Sie mir bitte die Unterlagen schicken?", Kind.WISH, Kind.QUESTION),
        (
            "C: Mir geht es um die zwei Tage im Monat.\n"
            "A: Es geht Ihnen um die zwei Tage, habe ich das richtig verstanden?",
            Kind.MIRROR,
            Kind.QUESTION,
        ),
        ("A: Das machen wir nicht, den Preis gebe ich nicht her.", Kind.REFUSAL, Kind.CONCESSION),
    ],
)
def test_one_kind_gives_way_to_the_other(script: str, present: Kind, absent: Kind) -> None:
    kinds = {finding.kind for finding in found("de", script)}
    assert present in kinds
    assert absent not in kinds


def test_neighbouring_sentences_of_one_thought_are_one_finding() -> None:
    """Zwei Sätze über denselben Schmerz."""
    findings = found("de", "C: Die Anlage fällt ständig aus. Wir kommen mit den Reklamationen nicht mehr hinterher.")
    assert [finding.kind for finding in findings] == [Kind.PROBLEM]
    assert findings[0].evidence.quote.startswith("Die Anlage")
    assert findings[0].evidence.quote.endswith("hinterher.")


def test_two_questions_stay_two() -> None:
    findings = found("de", "A: Wie läuft das heute? Und wer entscheidet das am Ende?")
    assert [finding.kind for finding in findings] == [Kind.QUESTION, Kind.QUESTION]
