"""Settings of the tests: the same house, an own database, a fixed key.

`AUGENHOEHE_TEST_DATABASE` (set by tests/conftest.py for the private PostgreSQL cluster) is an address as in
AUGENHOEHE_DATABASE; without it the tests run on SQLite in memory.
"""

from __future__ import annotations

import os

from augenhoehe.web.database import database
from augenhoehe.web.settings import *  # noqa: F403 - settings are names of one module
from augenhoehe.web.settings import DATA_FOLDER

SECRET_KEY = "only-for-tests"  # noqa: S105 - not a secret
DATABASES = {"default": database(DATA_FOLDER, os.environ.get("AUGENHOEHE_TEST_DATABASE", ""))}
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
