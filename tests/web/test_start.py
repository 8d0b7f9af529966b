"""Tests of starting, backing up, restoring, forgetting and exporting, each as its own process in its own folder."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from http.cookiejar import CookieJar
from urllib.parse import urlencode

import pytest


class Machine:
    """A machine on which the program runs in a folder of its own."""

    def __init__(self, home):
        self.home = home
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("AUGENHOEHE", "DJANGO"))},
            "AUGENHOEHE_HOME": str(home),
            "LC_ALL": "de_DE.UTF-8",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }

    def run(self, *arguments, **environment):
        command = [sys.executable, "-m", "augenhoehe.cli", *arguments]
        return subprocess.run(
            command, env=self.environment | environment, capture_output=True, text=True, check=False, timeout=60
        )

    def python(self, code):
        command = [sys.executable, "-c", f"from augenhoehe.web import start\nstart.ready()\n{code}"]
        subprocess.run(command, env=self.environment, check=True, timeout=60)

    def start(self, *arguments):
        command = [sys.executable, "-m", "augenhoehe.cli", *arguments]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path / "home")


PLANT = """
from store.test_forgetting import plant
from augenhoehe.store import accounts
plant(accounts.first_account())
"""


def wait_for(address):
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=2) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the application did not start")


def enter(served):
    """Follow the link that a start prints. Returns its address and a browser that is signed in."""
    said = ""
    while "/enter/" not in said:
        said += served.stdout.readline()
    link = re.search(r"http://127\.0\.0\.1:\d+/enter/\S+", said)[0]
    address = link.partition("/enter/")[0]
    assert wait_for(address)["database"] is True
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(link, timeout=10) as answer:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())[1]
    form = urlencode({"csrfmiddlewaretoken": token}).encode()
    entering = urllib.request.Request(link, data=form, headers={"Referer": link})
    with browser.open(entering, timeout=10) as answer:
        assert answer.status == 200
    return address, browser


def stop(served):
    """Stop as Ctrl+C does."""
    served.send_signal(signal.SIGINT)
    try:
        served.wait(timeout=15)
    finally:
        served.kill()


def test_serve_prints_a_link_that_signs_in_and_stops_cleanly(machine):
    with machine.start("serve") as served:
        try:
            address, _ = enter(served)
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"{address}/leave/", timeout=10)
            assert refused.value.code == 401
            refused.value.close()
            assert machine.run("link").stdout.startswith(f"{address}/enter/")
        finally:
            stop(served)
    assert not (machine.home / "port").exists()
    for file in (machine.home, *machine.home.iterdir()):
        assert not stat.S_IMODE(file.stat().st_mode) & 0o077, file


def test_the_demo_shows_the_sample_and_leaves_nothing_behind(machine, tmp_path):
    machine.environment["TMPDIR"] = str(tmp_path)
    with machine.start("demo") as served:
        try:
            address, browser = enter(served)
            with browser.open(f"{address}/cases/", timeout=20) as answer:
                assert "Prüfstand für Radnabenmotoren" in answer.read().decode()
        finally:
            stop(served)
    assert list(tmp_path.iterdir()) == []


WORK = """
import sys
from store.making import add
from augenhoehe.store import accounts, findings
actor = accounts.first_account()
for place in range(10):
    added = add(actor, f"Petra Schulz: {sys.argv[1]} {place}.")
    findings.confirm_all_above(actor, added.conversation_id, 0.1)
"""
COUNT = """
from augenhoehe.store import accounts, cases, models
assert models.User.objects.count() == 1
assert len(cases.list_cases(accounts.first_account())) == 40
"""


def test_four_first_starts_at_once_make_one_account_and_lose_nothing(machine):
    code = f"from augenhoehe.web import start\nstart.ready()\n{WORK}"
    working = [
        subprocess.Popen([sys.executable, "-c", code, str(number)], env=machine.environment, stderr=subprocess.PIPE)
        for number in range(4)
    ]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in working] == [(b"", 0)] * 4
    machine.python(COUNT)


def test_a_port_in_use_is_said_in_one_sentence(machine):
    outcome = machine.run("serve", "--port", "99999")
    assert (outcome.returncode, outcome.stderr) == (
        2,
        "Der Anschluss 99999 ist belegt oder nicht erlaubt. Ein anderer geht mit --port.\n",
    )


def test_a_database_that_does_not_answer_is_said_in_one_sentence(machine):
    outcome = machine.run("serve", AUGENHOEHE_DATABASE="postgres:///ah?host=/nowhere")
    assert outcome.returncode == 2
    assert outcome.stderr.startswith("Die Datenbank antwortet nicht: ")
    assert outcome.stderr.count("\n") == 1


def test_a_backup_brings_everything_back(machine, tmp_path):
    machine.python(PLANT)
    saved = tmp_path / "saved.sqlite3"
    assert machine.run("backup", str(saved)).returncode == 0
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert machine.run("backup", str(saved)).returncode == 2
    assert machine.run("forget", "Quöxwerke AG", "--yes").returncode == 0
    assert machine.run("export", "Quöxwerke AG").returncode == 2
    outcome = machine.run("restore", str(saved))
    assert (outcome.returncode, "Der Stand davor liegt in" in outcome.stdout) == (0, True)
    assert json.loads(machine.run("export", "Quöxwerke AG").stdout)["name"] == "Quöxwerke AG"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "gibt es nicht"),
        (b"", "ist keine Sicherung von"),
        (b"SQLite format 3\0 broken", "ist keine Sicherung von"),
        ("later", "stammt aus einer neueren Version"),
        ("other", "ist keine Sicherung von"),
    ],
)
def test_what_is_no_backup_is_refused_and_nothing_changes(machine, tmp_path, content, sentence):
    machine.python("")
    source = tmp_path / "source.sqlite3"
    if isinstance(content, bytes):
        source.write_bytes(content)
    elif content is not None:
        with closing(sqlite3.connect(source)) as made:
            made.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
            made.execute(
                "INSERT INTO django_migrations VALUES (?, '9999_later')", ["store" if content == "later" else "x"]
            )
            made.commit()
    outcome = machine.run("restore", str(source))
    assert (outcome.returncode, sentence in outcome.stderr) == (2, True)
    assert not (machine.home / "backups").exists()


def test_tables_of_an_earlier_version_are_copied_before_they_are_changed(machine):
    machine.python("")
    with closing(sqlite3.connect(machine.home / "augenhoehe.sqlite3")) as data:
        data.execute("DELETE FROM django_migrations WHERE name = '0002_only_growing'")
        data.commit()
    machine.python("")
    (copy,) = (machine.home / "backups").iterdir()
    assert re.fullmatch(r"augenhoehe-\d{8}T\d{6}Z-before-[\d.]+\.sqlite3", copy.name)
    with closing(sqlite3.connect(machine.home / "augenhoehe.sqlite3")) as data:
        assert data.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == (4,)


def test_forget_shows_first_and_erases_with_its_backups_when_told(machine):
    machine.python(PLANT)
    machine.run("backup")
    shown = machine.run("forget", "Zerlinde Quöxmann")
    assert (shown.returncode, "Noch ist nichts geschehen" in shown.stdout) == (0, True)
    done = machine.run("forget", "zerlinde quöxmann", "--yes", "--with-backups")
    assert (done.returncode, "Sicherungen gelöscht: 1" in done.stdout) == (0, True)
    assert list((machine.home / "backups").iterdir()) == []
    assert machine.run("forget", "Zerlinde Quöxmann").stderr.startswith("Niemand heißt hier")


def test_export_goes_to_a_new_file_of_ones_own(machine, tmp_path):
    machine.python(PLANT)
    target = tmp_path / "petra.json"
    assert machine.run("export", "Zerlinde Quöxmann", "--output", str(target)).returncode == 0
    assert json.loads(target.read_text())["schema"] == "augenhoehe.person/1"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert machine.run("export", "Zerlinde Quöxmann", "--output", str(target)).returncode == 2


def test_config_creates_nothing_and_tells_what_to_do(machine):
    before = machine.run("config")
    assert (before.returncode, machine.home.exists()) == (1, False)
    machine.python("")
    machine.run("backup")
    after = machine.run("config")
    assert (after.returncode, f"Datenordner: {machine.home}" in after.stdout) == (0, True), after.stdout
    machine.home.chmod(0o755)
    opened = machine.run("config", "--lang", "en")
    assert (opened.returncode, f"chmod 700 {machine.home}" in opened.stdout) == (1, True)
