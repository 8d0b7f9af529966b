"""Drafts of letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from augenhoehe.report.letters import summary
from augenhoehe.wording.saying import Address, Voice
from report.records import MARKER, empty, record


def test_summary_says_what_was_understood_and_promised() -> None:
    letter = summary(record(), Voice())
    text = letter.text.replace("\u00a0", " ")
    assert letter.subject == "Was ich verstanden und zugesagt habe: Prüfstand"
    assert (
        text
        == """Guten Tag Arne,

danke für unser Gespräch am 6. Okt. 2026. Ich schreibe auf, wie ich Sie verstanden habe, \
damit Sie mich berichtigen können.

Das brauchen Sie, wenn ich Sie richtig verstanden habe:
- Merken, wenn ein Lauf abbricht. Ihre Worte: „Nachts bleibt der Lauf stehen.“

Daran muss sich jede Lösung halten:
- „Mehr als 12.000 sind nicht drin.“

Dazu raten wir Ihnen:
- Nachtwächter

Zusammen kostet das 3.200 €.

Nicht dabei ist, obwohl Sie danach gefragt haben: Simulationstoolbox. Die Gründe stehen im Beratungsprotokoll.

Das bleibt damit offen:
- Alte Messungen wiederfinden

Das habe ich zugesagt:
- Angebot schicken („bis Freitag“, also 9. Okt. 2026)

Habe ich etwas falsch verstanden oder vergessen? Dann sagen Sie es mir bitte.

Viele Grüße
Lena
"""
    )


def test_summary_in_du_speaks_by_first_name() -> None:
    lines = summary(record(), Voice("de", Address.DU)).text.split("\n")
    assert (lines[0], lines[4]) == ("Hallo Arne,", "Das brauchst du, wenn ich dich richtig verstanden habe:")


def test_summary_leaves_out_what_nobody_confirmed() -> None:
    """In a letter a proposal would read as a claim."""
    board = record().board
    unsure = replace(board, needs=tuple(replace(need, confirmed=False) for need in board.needs))
    text = summary(replace(record(), board=unsure, confirmed_by=""), Voice()).text
    assert ("Das brauchen Sie" in text, "12.000 sind" in text) == (False, False)


def test_summary_of_an_empty_record_claims_nothing() -> None:
    assert (
        summary(replace(empty(), title="", adviser=""), Voice("en")).text
        == """Hello,

thank you for our talk. I am writing down how I understood you so that you can put me right.

Did I get something wrong, or forget something? Then please tell me.

Kind regards
"""
    )


@pytest.mark.parametrize("voice", [Voice(), Voice("de", Address.DU), Voice("en")], ids=["sie", "du", "en"])
def test_summary_leaks_nothing_internal(voice: Voice) -> None:
    assert MARKER not in summary(record(), voice).text
