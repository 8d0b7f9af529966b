"""Who may see what. Default deny: without a declared scope and an account, nothing."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import QuerySet

from augenhoehe.store.account import Account
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.models.ground import Kept, Scope, Seen

Row = TypeVar("Row", bound=Kept)


def visible(actor: Account, model: type[Row]) -> QuerySet[Row]:
    """The rows of a table that an account may see; none where the table declares no scope."""
    rows: QuerySet[Row] = model._default_manager.all()
    scope = getattr(model, "SCOPE", None)
    if not isinstance(scope, Scope):
        return rows.none()
    if scope.seen is Seen.TEAM:
        lookup = "in" if scope.path == "id" else "id__in"
        return rows.filter(**{f"{scope.path}__{lookup}": actor.teams})
    if scope.seen is Seen.OWNER:
        return rows.filter(**{scope.path: actor.id})
    return rows.none()


def found(actor: Account, model: type[Row], row_id: str) -> Row:
    """The row with this id. Raises NotFoundError where there is none that the account may see."""
    return one(visible(actor, model).filter(pk=row_id))


def one(rows: QuerySet[Row]) -> Row:
    """The only row. Raises NotFoundError where there is none."""
    row = rows.first() if rows.query.order_by else next(iter(rows[:1]), None)
    if row is None:
        raise NotFoundError
    return row
