"""Tests of the migrations."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError, OperationalError

from augenhoehe.store import audit
from augenhoehe.store.models import AuditEvent
from augenhoehe.store.models.ground import AppendOnlyError


def test_migrations_say_what_the_models_say(db, capsys):
    call_command("makemigrations", "--check", "--dry-run", skip_checks=True)
    assert capsys.readouterr().out == "No changes detected\n"


@pytest.mark.parametrize("statement", ["UPDATE store_auditevent SET verb = 'x'", "DELETE FROM store_auditevent"])
def test_the_database_itself_refuses_changes_of_what_only_grows(cast, statement):
    audit.note(cast.alice, "added", "case", "1")
    with (
        pytest.raises((IntegrityError, InternalError, OperationalError), match="this table only grows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert [event.verb for event in audit.events(cast.alice)] == ["added"]


def test_the_rows_refuse_changes_of_what_only_grows(cast):
    audit.note(cast.alice, "added", "case", "1")
    event = AuditEvent.objects.get()
    for forbidden in (
        lambda: event.save(),
        lambda: event.delete(),
        lambda: AuditEvent.objects.update(verb="x"),
        lambda: AuditEvent.objects.all().delete(),
        lambda: AuditEvent.objects.bulk_update([event], ["verb"]),
    ):
        with pytest.raises(AppendOnlyError):
            forbidden()


def test_every_foreign_key_has_an_index(db):
    for table in connection.introspection.table_names():
        if not table.startswith("store_"):
            continue
        with connection.cursor() as cursor:
            constraints = connection.introspection.get_constraints(cursor, table)
            relations = connection.introspection.get_relations(cursor, table)
        indexed = {info["columns"][0] for info in constraints.values() if info["columns"] and not info["check"]}
        assert set(relations) <= indexed, table
