"""Catalogues: the file as it came, checked before it is kept and read anew when needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db import transaction

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.reading import locate, read_catalogue
from augenhoehe.advise.catalogue.weak_spots import out_of_date
from augenhoehe.advise.catalogue.writing import set_row
from augenhoehe.speech.messages import Message
from augenhoehe.store import audit
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.scope import found, one, visible


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """A catalogue as lists show it; `newest` is what new cases take."""

    id: str
    title: str
    file_name: str
    added_at: datetime
    added_by: str
    newest: bool


def list_catalogues(actor: Account) -> tuple[CatalogueLine, ...]:
    """All catalogues, newest first."""
    rows = visible(actor, tables.Catalogue).select_related("added_by").defer("data").order_by("-added_at", "id")
    return tuple(
        CatalogueLine(
            row.id, row.title, row.file_name, row.added_at, row.added_by.name if row.added_by else "", place == 0
        )
        for place, row in enumerate(rows)
    )


def add_catalogue(actor: Account, data: bytes, file_name: str, *, title: str = "") -> str:
    """Check and keep a catalogue; the same content is kept once. Returns its id.

    Raises InputRefusedError where the file is no catalogue, naming line and field.
    """
    read_catalogue(data, file_name)
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        row = visible(actor, tables.Catalogue).filter(team_id=actor.team, digest=digest).first()
        if row is None:
            row = tables.Catalogue.objects.create(
                team_id=actor.team,
                title=(title.strip() or file_name)[:200],
                file_name=file_name[:255],
                data=data,
                digest=digest,
                added_by_id=actor.id,
            )
            audit.note(actor, "added", "catalogue", row.id)
    return row.id


def change_row(actor: Account, catalogue_id: str, table: str, row_id: str, values: Mapping[str, object]) -> str:
    """Keep a new version with one row changed or added, under the same title; the old one stays for its cases and its
    advice. Returns the new id. Raises NotFoundError, InputRefusedError where the catalogue would be none any more.
    """
    row = found(actor, tables.Catalogue, catalogue_id)
    data, name = set_row(bytes(row.data), row.file_name, table, row_id, values)
    return add_catalogue(actor, data, name, title=row.title)


def late(actor: Account, catalogue_id: str, on: date) -> tuple[Message, ...]:
    """What cannot be had on a day. Raises NotFoundError."""
    row = found(actor, tables.Catalogue, catalogue_id)
    data = bytes(row.data)
    read = _read(row.digest, row.file_name, data)
    if read.valid_on(on) is read:
        return ()
    return tuple(each.message for each in out_of_date(read, locate(data, row.file_name), on))


def catalogue(actor: Account, catalogue_id: str) -> Catalogue:
    """One catalogue, read. Raises NotFoundError."""
    row = found(actor, tables.Catalogue, catalogue_id)
    return _read(row.digest, row.file_name, bytes(row.data))


def file_of(actor: Account, catalogue_id: str) -> tuple[str, bytes]:
    """Name and bytes of the file, as it came. Raises NotFoundError."""
    row = found(actor, tables.Catalogue, catalogue_id)
    return row.file_name, bytes(row.data)


def of_case(actor: Account, case_id: str) -> Catalogue | None:
    """The catalogue of a case, None where it has none. Raises NotFoundError for the case."""
    case = one(visible(actor, tables.Case).filter(pk=case_id).select_related("catalogue"))
    row = case.catalogue
    return _read(row.digest, row.file_name, bytes(row.data)) if row else None


@lru_cache(maxsize=16)
def _read(digest: str, file_name: str, data: bytes) -> Catalogue:
    return read_catalogue(data, file_name)
