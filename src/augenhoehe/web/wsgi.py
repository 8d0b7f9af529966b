"""The WSGI application: what granian (or another server) serves."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import sys

from django.core.wsgi import get_wsgi_application

from augenhoehe.web.warming import start_warming


def leave() -> None:
    """End a worker of `web.start` at once when its work is done.

    The server's own threads do not survive Python's tidying up at exit and would end with a panic on the terminal.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenhoehe.web.settings")
application = get_wsgi_application()
if multiprocessing.parent_process() is not None:
    atexit.register(leave)
    start_warming()
