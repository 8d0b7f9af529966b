"""`augenhoehe promises`: both sides, with days where they can be known."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

ADVISER = ("--adviser", "Ines Sander")


def test_days_follow_from_the_day_of_the_talk(call: Callable, talk: Path) -> None:
    """Ines: Ich schicke Ihnen bis Freitag einen Vorschlag. (said on Wednesday, 11 March 2026)"""
    out = call("promises", str(talk), *ADVISER, "--on", "2026-03-11").out
    assert out == (
        "Was wir zugesagt haben\n"
        "– 13. März 2026 („bis Freitag“): Ich schicke Ihnen bis Freitag einen Vorschlag.\n"
        "    Beitrag 5, Ines Sander\n"
        "\n"
        "Was der Kunde zugesagt hat\n"
        "  Nichts gefunden.\n"
    )


def test_without_a_day_a_date_stays_words(call: Callable, talk: Path) -> None:
    called = call("promises", str(talk), *ADVISER)
    assert "– „bis Freitag“: Ich schicke Ihnen" in called.out
    assert "Mit --on 2026-03-12 werden Tage daraus." in called.out


def test_unknown_sides_are_said(call: Callable, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Anna: Ja.\nBodo: Nein.\n", encoding="utf-8")
    assert call("promises", str(path)).out.endswith(
        "Wer berät und wer Kunde ist, sagt --adviser NAME und --customer NAME.\n"
    )


def test_json_has_null_for_what_was_not_said(call: Callable, talk: Path) -> None:
    promises = json.loads(call("promises", str(talk), *ADVISER, "--on", "2026-03-11", "--format", "json").out)
    assert [(each["side"], each["owner"], each["due"], each["state"]) for each in promises["promises"]] == [
        (
            "ours",
            "Ines Sander",
            {"ambiguous": False, "first": "2026-03-13", "last": "2026-03-13", "words": "bis Freitag"},
            "open",
        )
    ]


def test_a_day_that_is_none_is_refused(call: Callable, talk: Path) -> None:
    called = call("promises", str(talk), "--on", "morgen")
    assert (called.status, called.err) == (2, "morgen ist kein Tag. Gemeint ist etwas wie 2026-03-12.\n")
