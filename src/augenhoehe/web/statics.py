"""Static files straight from the package, with a stamp of their content in the address so that no old one is shown."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


@lru_cache(maxsize=512)
def stamp(name: str) -> str:
    """Eight characters that change when the file does; blank where there is no such file."""
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:8]


class StampedStaticFilesStorage(StaticFilesStorage):
    """Adds `?v=<stamp>` to the address of every file."""

    def url(self, name: str | None) -> str:
        """The address of a static file with its stamp."""
        address = super().url(name)
        mark = stamp(name) if name else ""
        return f"{address}?v={mark}" if mark else address
