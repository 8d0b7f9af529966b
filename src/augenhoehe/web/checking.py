"""Look at an installation: where the data lie, what is set, and what to do where something is amiss."""

from __future__ import annotations

import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

import augenhoehe
from augenhoehe.speech.messages import Message
from augenhoehe.web import backups
from augenhoehe.web.folder import BACKUP_FOLDER, SECRET_FILE

LITTLE_ROOM = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was looked at; `hint` says what to do and is None where all is well."""

    what: Message
    hint: Message | None = None


def look(folder: Path) -> tuple[Look, ...]:
    """Everything worth knowing about this installation, in the order a person would ask."""
    return (
        Look(Message.of("web.config.version", version=augenhoehe.__version__)),
        _folder(folder),
        _secret(folder / SECRET_FILE),
        *_database(),
        _room(folder),
        _backups(folder / BACKUP_FOLDER),
        _reach(),
    )


def _folder(folder: Path) -> Look:
    what = Message.of("web.config.folder", folder=str(folder))
    if not folder.is_dir():
        return Look(what, Message.of("web.config.no_folder"))
    if _open_to_others(folder):
        return Look(what, Message.of("web.config.open", place=str(folder), mode="700"))
    return Look(what)


def _secret(secret: Path) -> Look:
    what = Message.of("web.config.secret", file=str(secret))
    if not secret.is_file():
        return Look(what, Message.of("web.config.no_secret"))
    if _open_to_others(secret):
        return Look(what, Message.of("web.config.open", place=str(secret), mode="600"))
    return Look(what)


def _database() -> tuple[Look, ...]:
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        # Looking must not create anything.
        return (Look(Message.of("web.config.database_none", name=str(connection.settings_dict["NAME"]))),)
    named = Message.of(f"web.config.database_{connection.vendor}", name=str(connection.settings_dict["NAME"]))
    try:
        missing = backups.missing_migrations()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check" if connection.vendor == "sqlite" else "SELECT 'ok'")
            sound = cursor.fetchone() == ("ok",)
    except DatabaseError as error:
        return (Look(named, Message.of("web.start.no_database", reason=str(error).strip().splitlines()[0])),)
    tables = Message.of("web.config.tables", number=len(missing))
    return (
        Look(named, None if sound else Message.of("web.config.damaged")),
        Look(tables, Message.of("web.config.migrate") if missing else None),
    )


def _room(folder: Path) -> Look:
    place = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(place).free
    what = Message.of("web.config.room", megabytes=free // (1024 * 1024))
    return Look(what, Message.of("web.config.little_room") if free < LITTLE_ROOM else None)


def _backups(folder: Path) -> Look:
    copies = sorted(folder.glob("*.sqlite3")) if folder.is_dir() else []
    what = Message.of("web.config.backups", number=len(copies), folder=str(folder))
    return Look(what, None if copies or connection.vendor != "sqlite" else Message.of("web.config.no_backup"))


def _reach() -> Look:
    names = ", ".join(settings.ALLOWED_HOSTS)
    what = Message.of("web.config.hosts", names=names)
    outside = len(settings.ALLOWED_HOSTS) > 3
    return Look(what, Message.of("web.config.no_https") if outside and not settings.HTTPS else None)


def _open_to_others(place: Path) -> bool:
    return bool(stat.S_IMODE(place.stat().st_mode) & 0o077)
