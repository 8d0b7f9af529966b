"""Which database: SQLite in the data folder, or PostgreSQL by one address in `AUGENHOEHE_DATABASE`."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web.folder import DATABASE_FILE

DATABASE_VARIABLE = "AUGENHOEHE_DATABASE"
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"


def database(folder: Path, address: str | None = None) -> dict[str, Any]:
    """Django's settings for the default database. Raises InputRefusedError for an address that names none.

    IMMEDIATE transactions and a patient timeout keep several writers from "database is locked"; secure_delete
    overwrites what was forgotten.
    """
    address = os.environ.get(DATABASE_VARIABLE, "").strip() if address is None else address
    if not address:
        return _sqlite(folder / DATABASE_FILE)
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(Path("/" + unquote(parts.path).lstrip("/")))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(address)
    raise InputRefusedError.of("web.database.unknown", variable=DATABASE_VARIABLE)


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
    }


def _postgres(address: str) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        raise InputRefusedError.of("web.database.no_driver")
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    name = unquote(parts.path.lstrip("/"))
    try:
        port = parts.port
    except ValueError as error:
        raise InputRefusedError.of("web.database.unknown", variable=DATABASE_VARIABLE) from error
    if not name:
        raise InputRefusedError.of("web.database.unnamed", variable=DATABASE_VARIABLE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket's folder stands in the query: postgres:///name?host=/run/postgresql
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or query.pop("port", "") or ""),
        "OPTIONS": query,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
