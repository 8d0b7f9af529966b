"""A private PostgreSQL cluster in a temporary folder, run by an unprivileged user, reached by a socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=''", "max_connections=20")


def binaries() -> Path | None:
    """The folder of PostgreSQL's programs: the newest Debian version, or wherever the path finds them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a database in a fresh cluster; stopped and removed in the end."""
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed: sudo apt-get install postgresql")
    # A short path: a socket's address holds about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="ah-pg-"))
    user = _unprivileged()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"

    def call(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / program), *arguments],
            check=True,
            capture_output=True,
            cwd=folder,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": str(folder)},
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
            timeout=120,
        )

    try:
        call(
            "initdb", "--pgdata", str(data), "--username", "tests", "--auth", "trust", "--encoding", "UTF8", "--no-sync"
        )
        options = " ".join(f"-c {option}" for option in (*FAST, f"unix_socket_directories={folder}"))
        log = str(folder / "log")
        call("pg_ctl", "--pgdata", str(data), "--options", options, "--wait", "--timeout", "60", "--log", log, "start")
        try:
            call("createdb", "--host", str(folder), "--username", "tests", "augenhoehe")
            yield f"postgres://tests@/augenhoehe?host={folder}"
        finally:
            call("pg_ctl", "--pgdata", str(data), "--mode", "immediate", "--wait", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> pwd.struct_passwd | None:
    """Somebody else than root, which PostgreSQL refuses to run as; None where we are somebody else already."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("no unprivileged user to run PostgreSQL as")
