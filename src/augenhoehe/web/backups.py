"""Back up and restore an embedded database while it is in use. Django must be set up."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from augenhoehe.speech.errors import InputRefusedError


def name_of_copy(what: str) -> str:
    """A file name with the moment in it, so that copies sort by age."""
    return f"augenhoehe-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{what}.sqlite3"


def backup(target: Path) -> Path:
    """Copy the database into a file (mode 600) while others go on working. Returns its path.

    Raises InputRefusedError for PostgreSQL, an existing file, or a place that cannot be written.
    """
    _refuse_server()
    connection.ensure_connection()
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise InputRefusedError.of("web.backup.exists", name=str(target)) from error
    except OSError as error:
        raise InputRefusedError.of("web.backup.unwritable", name=str(target)) from error
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        # A single file, without the log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
    return target


def restore(source: Path, *, safety: Path) -> None:
    """Put a backup in the place of the database, after a copy of what stands (`safety`), and bring it up to date.

    Raises InputRefusedError for PostgreSQL and for a file that is no backup, a damaged one, or one of a later version.
    """
    _refuse_server()
    check(source)
    backup(safety)
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as kept:
        kept.backup(connection.connection)
    connection.close()
    call_command("migrate", verbosity=0, interactive=False)


def check(source: Path) -> None:
    """Raise InputRefusedError where a file is no backup of this program that this version can read."""
    if not source.is_file():
        raise InputRefusedError.of("web.backup.missing", name=str(source))
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as kept:
            sound = kept.execute("PRAGMA quick_check").fetchone() == ("ok",)
            rows = kept.execute("SELECT name FROM django_migrations WHERE app = 'store'").fetchall()
    except sqlite3.Error as error:
        raise InputRefusedError.of("web.backup.foreign", name=str(source)) from error
    if not rows:
        raise InputRefusedError.of("web.backup.foreign", name=str(source))
    if not sound:
        raise InputRefusedError.of("web.backup.damaged", name=str(source))
    known = {name for app, name in MigrationLoader(None).disk_migrations if app == "store"}
    if {name for (name,) in rows} - known:
        raise InputRefusedError.of("web.backup.newer", name=str(source))


def missing_migrations() -> tuple[str, ...]:
    """Names of the migrations that are still to be applied."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _ in plan)


def _refuse_server() -> None:
    if connection.vendor != "sqlite":
        raise InputRefusedError.of("web.backup.server")
