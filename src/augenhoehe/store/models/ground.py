"""What every table declares: an id, whose rows it holds, and what becomes of personal data on forgetting."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, NoReturn

from django.db import models


class Seen(StrEnum):
    """Who may see the rows of a table."""

    TEAM = "team"
    OWNER = "owner"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows a table holds; `path` leads from the row to the team or the owner, as Django's lookups write it."""

    seen: Seen
    path: str = ""

    def __post_init__(self) -> None:
        if (self.seen is Seen.NOBODY) == bool(self.path):
            raise ValueError("a scope needs the path to a team or an owner, or nobody sees it")


class OnForgetting(StrEnum):
    """What becomes of a row that speaks of the person or customer to be forgotten."""

    ERASED = "erased"
    CLEANED = "cleaned"
    UNTOUCHED = "untouched"


@dataclass(frozen=True, slots=True)
class Privacy:
    """What personal data a table holds, and what happens to it on forgetting."""

    holds: str
    forgetting: OnForgetting


def new_id() -> str:
    """A short id that cannot be guessed: 64 random bits in hexadecimal."""
    return secrets.token_hex(8)


class Kept(models.Model):
    """The ground of every table: an unguessable id, and the two declarations the house tests ask for."""

    SCOPE: ClassVar[Scope]
    PRIVACY: ClassVar[Privacy]

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)

    class Meta:
        abstract = True


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete a row of a table that only grows."""


class AppendOnlyRows(models.QuerySet[Any]):
    """Rows that can be added and read. The database's own triggers refuse what goes around this class."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(f"{self.model.__name__} only grows")

    def delete(self) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(f"{self.model.__name__} only grows")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(f"{self.model.__name__} only grows")


class AppendOnly(Kept):
    """A table that only grows; migration 0002 gives it triggers on both databases. Forgetting alone may open it."""

    objects = models.Manager.from_queryset(AppendOnlyRows)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Raises AppendOnlyError for one that stands already."""
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} only grows")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(f"{type(self).__name__} only grows")
