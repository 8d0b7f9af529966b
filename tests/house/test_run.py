"""`./run` in an empty folder: what it finds, what it starts, and one sentence where it cannot."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from house.tracked import ROOT

TOOLS = ("sh", "dirname", "cat", "cksum", "rm", "ls", "grep", "id", "chmod", "mkdir")
RECENT = 'case "$2" in *version_info*) exit 0 ;; esac\n'


@dataclass(frozen=True)
class Place:
    """A copy of the project's start in a folder of its own, with its own small PATH."""

    folder: Path
    tools: Path

    def python(self, body: str, path: Path | None = None) -> None:
        """Put a Python there that does what `body` says."""
        target = path or self.tools / "python3"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"#!/bin/sh\n{body}")
        target.chmod(0o755)

    def run(self, *arguments: str, language: str = "de_DE.UTF-8", **more: str) -> subprocess.CompletedProcess[str]:
        """Call ./run there."""
        return subprocess.run(
            [str(self.folder / "run"), *arguments],
            env={"PATH": str(self.tools), "LANG": language, **more},
            capture_output=True,
            text=True,
            timeout=60,
        )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    folder, tools = tmp_path / "with space", tmp_path / "bin"
    folder.mkdir()
    tools.mkdir()
    for name in ("run", "pyproject.toml", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, folder / name)
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    return Place(folder, tools)


def stamped(place: Place, lock: str) -> None:
    """Make it look as if everything was set up."""
    data = b"".join((place.folder / name).read_bytes() for name in (lock, "pyproject.toml"))
    summed = subprocess.run(["cksum"], input=data, capture_output=True, check=True).stdout.decode().strip()
    (place.folder / ".venv" / f"set-up-{lock}").write_text(f"{place.folder} {summed}")


NO_PYTHON = (
    "Augenhöhe braucht Python 3.11 oder neuer, gefunden wurde keines. "
    "Unter Debian und Ubuntu: sudo apt-get install python3 python3-venv"
)


@pytest.mark.parametrize(
    "prepare",
    [
        lambda place: None,
        lambda place: place.python("exit 1\n"),
    ],
    ids=["none", "too old"],
)
def test_without_a_recent_python_it_says_so(place: Place, prepare: Callable[[Place], None]) -> None:
    prepare(place)
    done = place.run()
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (1, "", NO_PYTHON)
    assert not (place.folder / ".venv").exists()


def test_without_venv_and_pip_it_names_the_package(place: Place) -> None:
    place.python(RECENT + "exit 1\n")
    done = place.run(language="en_GB.UTF-8")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        1,
        "This Python (python3) lacks venv or pip. On Debian and Ubuntu: sudo apt-get install python3-venv",
    )


def test_without_ensurepip_the_pip_of_the_system_fills_the_environment(place: Place) -> None:
    place.python(
        RECENT
        + 'case "$2" in *ensurepip*) exit 1 ;; *"import pip, venv"*) exit 0 ;; esac\n'
        + 'if [ "$2" = venv ]; then mkdir -p "$4/bin"; cat "$0.inside" >"$4/bin/python"; chmod +x "$4/bin/python"; fi\n'
        + 'if [ "$2" = pip ]; then printf "%s\\n" "$*" >>"$0.log"; fi\n'
    )
    place.python(
        RECENT + 'case "$2" in *"import pip"*) exit 1 ;; esac\necho "$@"\n', path=place.tools / "python3.inside"
    )
    done = place.run("read", "a b.vtt")
    inside = place.folder / ".venv" / "bin" / "python"
    assert done.stdout == "-m augenhoehe.cli read a b.vtt\n"
    assert (place.tools / "python3.log").read_text().splitlines() == [
        f"-m pip --python {inside} install -qq --require-hashes -r {place.folder}/requirements.txt",
        f"-m pip --python {inside} install -qq --no-deps --no-build-isolation -e {place.folder}",
    ]


def test_failed_installation_is_tried_again_next_time(place: Place) -> None:
    place.python(
        'case "$2" in pip) exit 1 ;; *version_info*|*pip*) exit 0 ;; esac\n', place.folder / ".venv/bin/python"
    )
    done = place.run("read", "a.vtt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (
        "Das Einrichten ist nicht gelungen, der Grund steht darüber. Ein neuer Versuch: ./run"
    )
    assert list((place.folder / ".venv").glob("set-up-*")) == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
@pytest.mark.parametrize(
    ("arguments", "started"),
    [((), "serve"), (("read", "-"), "read -"), (("score", "corpus"), "score corpus"), (("--help",), "--help")],
)
def test_what_is_set_up_starts_at_once(place: Place, lock: str, arguments: tuple[str, ...], started: str) -> None:
    place.python('echo "$@"\n', place.folder / ".venv" / "bin" / "python")
    stamped(place, lock)
    done = place.run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"-m augenhoehe.cli {started}\n", "")


def test_changed_lock_sets_up_anew(place: Place) -> None:
    place.python('echo "$@"\n', place.folder / ".venv" / "bin" / "python")
    stamped(place, "requirements.txt")
    with (place.folder / "requirements.txt").open("a") as lock:
        lock.write("# another line\n")
    assert place.run("--help").stderr.startswith("Augenhöhe wird eingerichtet")


def test_tests_refuse_to_leave_anything_out_in_ci(place: Place) -> None:
    place.python('echo "$@"\n', place.folder / ".venv" / "bin" / "python")
    stamped(place, "requirements-dev.txt")
    in_ci, at_home = place.run("test", CI="true"), place.run("test", "-x")
    assert (in_ci.returncode, in_ci.stdout) == (1, "")
    assert in_ci.stderr.startswith("Den Tests fehlt chromium")
    assert at_home.stdout == "-m pytest -m not browser and not postgres -x\n"
