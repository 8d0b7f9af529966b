"""The tests of the store, the door and the pages, once more, on a private PostgreSQL cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clusters import cluster

TESTS = Path(__file__).parent.parent


@pytest.mark.postgres
def test_everything_holds_on_postgresql(tmp_path):
    with cluster() as address:
        environment = {**os.environ, "AUGENHOEHE_TEST_DATABASE": address}
        outcome = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not postgres and not browser"),
                *(str(TESTS / "store"), str(TESTS / "web" / "access"), str(TESTS / "web" / "pages")),
            ],
            cwd=TESTS.parent,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert outcome.returncode == 0, outcome.stdout[-8000:] + outcome.stderr[-2000:]
    assert " failed" not in outcome.stdout
