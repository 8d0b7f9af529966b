"""The checks: form, types, order of the house, wording and migrations, each run as people run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from house.tracked import ROOT

PYTHON = sys.executable
CHECKS = {
    "form": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "."],
    "wording": [PYTHON, "tools/messages.py", "--check"],
    "types": [PYTHON, "-m", "mypy"],
    "house": [str(Path(PYTHON).parent / "lint-imports")],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_check_passes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "augenhoehe.web.settings_test")
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))
    done = subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_script_is_executable_and_parses(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    shell = path.read_text().splitlines()[0].removeprefix("#!").removeprefix("/usr/bin/env ").strip()
    assert subprocess.run([shell, "-n", str(path)], capture_output=True).stderr == b""
