"""Stretches of the calendar, and what they cost to load."""

from __future__ import annotations

import subprocess
import sys

START = """
import sys
from datetime import date
from augenhoehe.cli import read
from augenhoehe.understand.dates.reading import read_date
loaded = []
for words in ("bis Freitag", "vor Ostern", "in drei Werktagen"):
    read_date(words, date(2026, 3, 4), "de")
    loaded.append("holidays" in sys.modules)
print(loaded)
"""


def test_holidays_are_loaded_only_where_working_days_are_asked_for() -> None:
    """The command that reads a talk starts without them."""
    said = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=60)

    assert said.stdout.strip() == "[False, False, True]"
