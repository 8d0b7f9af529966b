"""Start the application: data folder, database, first account, one-time link, server on one's own machine."""

from __future__ import annotations

import getpass
import multiprocessing
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import augenhoehe
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web.folder import BACKUP_FOLDER, data_folder, prepare

PORT = 8484
TRIES = 20
THREADS = 4
LOCK_NUMBER = 8484_0001


@dataclass(frozen=True, slots=True)
class Ready:
    """An application that can be served. `backup` is the copy made before its tables were changed."""

    folder: Path
    backup: Path | None
    first_start: bool


def ready() -> Ready:
    """Prepare the data folder and bring the database up to date, with a copy of it before anything is changed.

    Raises InputRefusedError where folder or database cannot be used.
    """
    # Whatever is written from here on, the database and its log above all, is readable by its owner alone.
    os.umask(0o077)
    folder = prepare()
    configure()
    from django.db import DatabaseError, connection  # noqa: PLC0415 - app not ready before configure()

    try:
        connection.ensure_connection()
        with alone(folder):
            backup = migrate(folder)
            first = ensure_account()
    except DatabaseError as error:
        raise InputRefusedError.of("web.start.no_database", reason=str(error).strip().splitlines()[0]) from error
    return Ready(folder, backup, first)


def configure() -> None:
    """Set Django up once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenhoehe.web.settings")
    import django  # noqa: PLC0415 - slow start
    from django.apps import apps  # noqa: PLC0415 - slow start

    if not apps.ready:
        django.setup()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other start of this installation is at the tables: two at once would both create them."""
    from django.db import connection  # noqa: PLC0415 - app not ready before configure()

    with (folder / "start.lock").open("w", encoding="ascii") as lock:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - optional part: not on every system

            fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])


def migrate(folder: Path) -> Path | None:
    """Apply migrations that are missing; where data exist, copy them first. Returns the copy's path."""
    from django.core.management import call_command  # noqa: PLC0415 - app not ready before configure()
    from django.db import connection  # noqa: PLC0415 - app not ready

    from augenhoehe.web import backups  # noqa: PLC0415 - app not ready

    missing = backups.missing_migrations()
    if not missing:
        return None
    copy = None
    if connection.vendor == "sqlite" and connection.introspection.table_names():
        copy = backups.backup(folder / BACKUP_FOLDER / backups.name_of_copy(f"before-{augenhoehe.__version__}"))
    call_command("migrate", verbosity=0, interactive=False)
    return copy


def ensure_account() -> bool:
    """Make the first account, named after the user of the machine, where there is none. True where it was made."""
    from augenhoehe.store import accounts  # noqa: PLC0415 - app not ready before configure()

    if accounts.first_account() is not None:
        return False
    accounts.add_account("adviser", machine_user())
    return True


def machine_user() -> str:
    """The name of who starts the program, as the machine knows it; changed in the settings at any time."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "Augenhöhe"


def entrance(address: str) -> str:
    """A one-time sign-in link for the first account. Raises InputRefusedError where there is none."""
    from django.utils import timezone  # noqa: PLC0415 - app not ready before configure()

    from augenhoehe.store import accounts  # noqa: PLC0415 - app not ready

    account = accounts.first_account()
    if account is None:
        raise InputRefusedError.of("web.start.no_account")
    return f"{address}/enter/{accounts.make_link_token(account.id, timezone.now())}/"


def free_port(wished: int | None = None) -> int:
    """The wished port, else 8484 or the next free one. Raises InputRefusedError where none is free."""
    for port in [wished] if wished is not None else range(PORT, PORT + TRIES):
        with socket.socket() as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                continue
            return port
    raise InputRefusedError.of("web.start.no_port", port=str(wished if wished is not None else PORT))


def serve(port: int) -> None:
    """Serve on this machine alone until stopped."""
    from django.db import connections  # noqa: PLC0415 - app not ready before configure()
    from granian import Granian  # noqa: PLC0415 - slow start
    from granian.constants import Interfaces  # noqa: PLC0415 - slow start
    from granian.log import LogLevels  # noqa: PLC0415 - slow start

    # The worker starts afresh: one that is forked from here would inherit locks and an open database.
    connections.close_all()
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        "augenhoehe.web.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=3,
    ).serve()


def address_of(port: int) -> str:
    """The address of the application on this machine."""
    return f"http://127.0.0.1:{port}"


def running_port(folder: Path | None = None) -> int | None:
    """The port of an application that runs on this data folder, None where none was noted."""
    note = (folder or data_folder()) / "port"
    try:
        return int(note.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def note_port(folder: Path, port: int | None) -> None:
    """Note the port for `augenhoehe link`; None when the application stops."""
    note = folder / "port"
    if port is None:
        note.unlink(missing_ok=True)
    else:
        note.write_text(str(port), encoding="ascii")
