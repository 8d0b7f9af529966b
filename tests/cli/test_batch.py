"""`augenhoehe batch`: the same bytes in whatever order the files are named, and a line for what cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

ADVISER = ("--adviser", "Ines Sander")
ALONE = ("--workers", "1")


@pytest.fixture
def folder(talk: Path) -> Path:
    """A folder with the talk, a shorter one and a hidden file."""
    (talk.parent / "short.txt").write_text("Ines Sander: Und der Preis?\nPaul Reuter: Zu hoch.\n", encoding="utf-8")
    (talk.parent / ".hidden").write_bytes(b"\x00")
    return talk.parent


def test_a_folder_stands_for_its_files_in_their_order(call: Callable, folder: Path) -> None:
    called = call("batch", str(folder), *ADVISER, *ALONE)
    lines = [json.loads(line) for line in called.out.splitlines()]
    assert (called.status, called.err) == (0, "")
    assert [Path(line["file"]).name for line in lines] == ["short.txt", "talk.txt"]


def test_order_of_files_and_number_of_processes_change_no_byte(call: Callable, folder: Path) -> None:
    talk, short = str(folder / "talk.txt"), str(folder / "short.txt")
    outputs = [
        call("batch", talk, short, *ADVISER, *ALONE).out,
        call("batch", short, talk, short, *ADVISER, "--workers", "2").out,
        call("batch", str(folder), talk, *ADVISER, *ALONE).out,
    ]
    assert outputs == [outputs[0]] * 3


def test_each_line_holds_what_read_says(call: Callable, folder: Path) -> None:
    talk = str(folder / "talk.txt")
    alone = json.loads(call("read", talk, *ADVISER, "--format", "json").out)
    (line,) = call("batch", talk, *ADVISER, *ALONE).out.splitlines()
    assert json.loads(line) == {"file": talk, "reading": alone}


def test_what_cannot_be_read_is_told_and_the_rest_is_read(call: Callable, folder: Path) -> None:
    missing = str(folder / "weg.txt")
    called = call("batch", str(folder / "talk.txt"), missing, *ADVISER, *ALONE)
    read, refused = (json.loads(line) for line in called.out.splitlines())
    assert called.status == 2
    assert "reading" in read
    assert refused == {"file": missing, "refused": called.err.strip()}


@pytest.mark.parametrize("arguments", [("{empty}",), ("{empty}/x.txt", "--workers", "0")])
def test_a_call_that_makes_no_sense_prints_nothing(call: Callable, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    called = call("batch", *(one.format(empty=tmp_path) for one in arguments))
    assert (called.status, called.out) == (2, "")
    assert len(called.err.splitlines()) == 1
