"""Tables that only grow: the triggers that refuse changing and deleting, on both databases.

They let pass only while a row stands in `store_erasure`, which `forgetting` puts there and takes away within one
transaction, so that no other connection ever sees it.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("store_ledgerentry", "store_auditevent")

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION store_only_grows() RETURNS trigger AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM store_erasure) THEN
        RAISE EXCEPTION 'this table only grows' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql
"""


_SQLITE_REFUSAL = """
WHEN NOT EXISTS (SELECT 1 FROM store_erasure)
BEGIN SELECT RAISE(ABORT, 'this table only grows'); END
"""


def protect(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place."""
    release(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
        for table in TABLES:
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(_trigger(connection.vendor, table, verb))


def release(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a migration backwards, and for tests that empty the database."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for verb in ("UPDATE", "DELETE"):
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, verb)}{place}")


def _name(table: str, verb: str) -> str:
    return f"{table}_no_{verb.lower()}"


def _trigger(vendor: str, table: str, verb: str) -> str:
    if vendor == "postgresql":
        return (
            f"CREATE TRIGGER {_name(table, verb)} BEFORE {verb} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION store_only_grows()"
        )
    return f"CREATE TRIGGER {_name(table, verb)} BEFORE {verb} ON {table} {_SQLITE_REFUSAL}"
