"""`augenhoehe corrections`: look, switch on and off, forget."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from augenhoehe.store import corrections
from conftest import Cast
from store.test_corrections import reviewed


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))


def test_it_shows_how_it_stands_and_does_what_it_is_told(call: Callable, cast: Cast) -> None:
    reviewed(cast.alice, 2)
    first = call("corrections").out.splitlines()
    assert first[:2] == [
        "Aus: Das Programm schlägt vor, was es allen vorschlägt.",
        "  Zu Ende durchgesehene Gespräche: 2",
    ]
    assert call("corrections", "--on").out.startswith("An: ")
    assert corrections.is_on(cast.alice)
    assert "  Zu Ende durchgesehene Gespräche: 0" in call("corrections", "--forget").out
    assert call("corrections", "--off").out.startswith("Aus: ")


def test_on_and_off_at_once_are_refused(call: Callable, cast: Cast) -> None:
    assert call("corrections", "--on", "--off").status == 2
    assert not corrections.is_on(cast.alice)
