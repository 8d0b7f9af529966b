"""What all tests share: the databases and the cast (Alice, Bob on her team, Charlie who must see nothing)."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

# Settings look for a data folder; tests must never find the one of whoever runs them.
os.environ["AUGENHOEHE_HOME"] = tempfile.mkdtemp(prefix="augenhoehe-tests-")
os.environ.pop("AUGENHOEHE_DATABASE", None)


@dataclass(frozen=True)
class Cast:
    """Three accounts (`store.account.Account`)."""

    alice: object
    bob: object
    charlie: object


@pytest.fixture
def cast(db: None) -> Cast:
    """Alice has a team, Bob is on it, Charlie has a team of his own and must see nothing of theirs."""
    from augenhoehe.store import accounts

    alice = accounts.add_account("alice", "Alice Adler")
    bob = accounts.add_account("bob", "Bob Busch", team=alice.team)
    charlie = accounts.add_account("charlie", "Charlie Clasen")
    return Cast(alice, bob, charlie)


@pytest.fixture(autouse=True)
def _triggers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests that empty the database afterwards take the triggers of append-only tables away for that moment."""
    if not {"transactional_db", "live_server"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    from django.db import connection

    from augenhoehe.store.growing import protect, release

    protect(connection)
    yield
    release(connection)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the tests' data folder."""
    shutil.rmtree(os.environ["AUGENHOEHE_HOME"], ignore_errors=True)
