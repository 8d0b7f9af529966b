"""Answers remembered in files."""

from __future__ import annotations

from pathlib import Path

import pytest

from augenhoehe.outside.answers import KeptInFiles, cache_folder

DIGEST = "0" * 64


def test_what_was_kept_comes_back_and_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    kept = KeptInFiles(tmp_path / "answers")
    kept.keep(DIGEST, '{"wörter": 1}')
    (file,) = (tmp_path / "answers").iterdir()
    assert (kept.get(DIGEST), file.name) == ('{"wörter": 1}', f"{DIGEST}.json")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_what_cannot_be_read_was_not_kept(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / f"{DIGEST}.json").write_bytes(content)
    assert KeptInFiles(tmp_path).get(DIGEST) is None


def test_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = KeptInFiles(tmp_path / "file" / "answers")
    kept.keep(DIGEST, "{}")
    assert kept.get(DIGEST) is None


def test_folder_lies_below_the_home_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))
    below = cache_folder()
    monkeypatch.delenv("AUGENHOEHE_HOME")
    assert (below, cache_folder().name) == (tmp_path / "language-model", "language-model")
