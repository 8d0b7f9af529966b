"""Triggers on the tables that only grow."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from augenhoehe.store.growing import protect, release


def put(registry: object, editor: BaseDatabaseSchemaEditor) -> None:
    protect(editor.connection)


def take(registry: object, editor: BaseDatabaseSchemaEditor) -> None:
    release(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]
    operations = [migrations.RunPython(put, take)]
