"""Calling the command as people do, in one process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from augenhoehe.cli.main import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True)
class Called:
    """What a call came to."""

    status: int
    out: str
    err: str


@pytest.fixture
def call(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Called]:
    """`call("read", "talk.vtt", given=b"…")`: status and output, in German unless the call says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")

    def called(*arguments: str, given: bytes = b"") -> Called:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        try:
            status = main(list(arguments))
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        captured = capsysbinary.readouterr()
        return Called(status, captured.out.decode(), captured.err.decode())

    return called


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A short talk as a file of plain text.

    Ines (adviser) asks, Paul (customer) wants a module, says why, and both promise something.
    """
    path = tmp_path / "talk.txt"
    path.write_text(
        "Ines Sander: Guten Tag, Herr Reuter. Wie läuft der Monatsabschluss heute?\n"
        "Paul Reuter: Ich hätte gern das Reporting-Modul. Der Abschluss dauert jedes Mal zwei Tage.\n"
        "Ines Sander: Also der Abschluss frisst Ihnen jedes Mal zwei Tage.\n"
        "Paul Reuter: Genau. Wir wollen, dass am Wochenende keiner mehr arbeiten muss.\n"
        "Ines Sander: Ich schicke Ihnen bis Freitag einen Vorschlag.\n",
        encoding="utf-8",
    )
    return path
