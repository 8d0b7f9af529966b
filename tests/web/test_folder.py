"""Tests of the data folder and of the database's address."""

from __future__ import annotations

import stat

import pytest

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web import database as databases
from augenhoehe.web.database import database
from augenhoehe.web.folder import data_folder, prepare, secret_key


def test_the_folder_is_named_by_the_environment_and_looking_creates_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path / "own"))
    assert data_folder() == tmp_path / "own"
    assert secret_key() != secret_key()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("AUGENHOEHE_HOME", " ")
    assert data_folder().name == "augenhoehe"


def test_folder_and_key_are_their_owners_alone_and_the_key_stays(tmp_path):
    folder = prepare(tmp_path / "deep" / "own")
    first = secret_key(folder)
    prepare(folder)
    assert (secret_key(folder), len(first) > 50) == (first, True)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_one_clear_refusal(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputRefusedError) as refused:
        prepare(tmp_path / "file" / "below")
    assert refused.value.message.key == "web.folder.unwritable"


@pytest.mark.parametrize(
    ("address", "settings"),
    [
        ("postgres://me:p%40ss@db.example:5433/ah", {"NAME": "ah", "USER": "me", "PASSWORD": "p@ss", "PORT": "5433"}),
        ("postgresql://db.example/ah?sslmode=require", {"HOST": "db.example", "OPTIONS": {"sslmode": "require"}}),
        ("postgres:///ah?host=/run/postgresql&port=5", {"HOST": "/run/postgresql", "PORT": "5", "OPTIONS": {}}),
        ("sqlite:////srv/a%20b.sqlite3", {"NAME": "/srv/a b.sqlite3"}),
    ],
)
def test_one_address_names_the_database(tmp_path, address, settings):
    made = database(tmp_path, address)
    assert {name: made[name] for name in settings} == settings


def test_without_an_address_it_is_sqlite_in_the_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("AUGENHOEHE_DATABASE", raising=False)
    made = database(tmp_path)
    assert made["NAME"] == str(tmp_path / "augenhoehe.sqlite3")
    assert (made["OPTIONS"]["transaction_mode"], made["OPTIONS"]["timeout"]) == ("IMMEDIATE", 20)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("mysql://db/ah", "web.database.unknown"),
        ("ah", "web.database.unknown"),
        ("postgres://db:many/ah", "web.database.unknown"),
        ("postgres://db/", "web.database.unnamed"),
    ],
)
def test_an_address_that_names_none_is_refused(tmp_path, address, key):
    with pytest.raises(InputRefusedError) as refused:
        database(tmp_path, address)
    assert refused.value.message.key == key


def test_a_missing_driver_is_said_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "find_spec", lambda name: None)
    with pytest.raises(InputRefusedError) as refused:
        database(tmp_path, "postgres://db/ah")
    assert refused.value.message.key == "web.database.no_driver"
