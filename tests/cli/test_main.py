"""The command finds its commands, speaks the reader's language and ends with the right status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from augenhoehe import __version__
from augenhoehe.cli.main import MODULES, command_place, voice_of
from augenhoehe.wording.saying import Address, Voice


def test_overview_names_every_command(call: Callable) -> None:
    called = call()
    assert called.status == 0
    assert [name for name in MODULES if f"\n  {name} " not in called.out] == []


def test_overview_speaks_english_when_asked(call: Callable) -> None:
    assert call("--lang", "en").out.splitlines()[0] == (
        "Augenhöhe: what a customer wants is not always what the customer needs."
    )


def test_version(call: Callable) -> None:
    assert call("--version").out == f"augenhoehe {__version__}\n"


def test_unknown_command_is_one_sentence(call: Callable) -> None:
    called = call("lesen", "talk.vtt")
    assert (called.status, called.out) == (2, "")
    assert called.err == "Den Befehl lesen gibt es nicht. Alle Befehle: augenhoehe --help\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read"], "Es fehlt: TALK. Hilfe: augenhoehe read --help"),
        (["read", "a.vtt", "--loud"], "Das kenne ich hier nicht: --loud. Hilfe: augenhoehe read --help"),
        (["read", "a.vtt", "--format", "doc"], "--format kennt doc nicht; möglich sind text, json, html, md."),
        (["read", "a.vtt", "--adviser"], "Nach --adviser fehlt die Angabe. Hilfe: augenhoehe read --help"),
        (["read", "a.vtt", "--lang", "fr"], "--lang kennt fr nicht; möglich sind de, en."),
    ],
)
def test_misuse_is_one_german_sentence(call: Callable, arguments: list[str], sentence: str) -> None:
    called = call(*arguments)
    assert (called.status, called.out, called.err) == (2, "", sentence + "\n")


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_command_explains_itself(call: Callable, name: str, language: str) -> None:
    called = call(name, "--help", "--lang", language)
    start = "Aufruf: " if language == "de" else "usage: "
    assert called.status == 0
    assert called.out.startswith(f"{start}augenhoehe {name}")


@pytest.mark.parametrize(
    ("environment", "arguments", "voice"),
    [
        ({"LANG": "de_AT.UTF-8"}, [], Voice("de")),
        ({"LANG": "en_GB.UTF-8"}, [], Voice("en")),
        ({"LANG": "fr_FR.UTF-8"}, [], Voice("en")),
        ({"LANG": "C.UTF-8"}, [], Voice("de")),
        ({}, [], Voice("de")),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US.UTF-8"}, [], Voice("en")),
        ({"LANG": "en_GB.UTF-8"}, ["--lang", "de", "--address", "du"], Voice("de", Address.DU)),
        ({"LANG": "en_GB.UTF-8"}, ["read", "x", "--lang=de"], Voice("de")),
        ({"LANG": "de_DE.UTF-8"}, ["--lang", "klingon"], Voice("de")),
    ],
)
def test_voice_comes_from_the_call_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], arguments: list[str], voice: Voice
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert voice_of(arguments) == voice


@pytest.mark.parametrize(
    ("given", "place"),
    [(["read", "x"], 0), (["--lang", "en", "read"], 2), (["--lang=en", "read"], 1), (["--help"], None), ([], None)],
)
def test_command_is_the_first_word_that_is_no_option(given: list[str], place: int | None) -> None:
    assert command_place(given) == place


def test_closed_pipe_is_no_error(talk: Path) -> None:
    """`augenhoehe read talk.txt | true` says nothing on the standard error."""
    environment = {**os.environ, "LANG": "de_DE.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "augenhoehe.cli", "read", str(talk), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def test_reading_starts_without_django_and_without_a_solver(talk: Path) -> None:
    script = (
        "import sys; from augenhoehe.cli.main import main; "
        f"main(['read', {str(talk)!r}, '--format', 'json']); "
        "heavy = {'django', 'ninja', 'highspy', 'scipy', 'typst', 'granian', 'holidays'} & set(sys.modules); "
        "print(sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
