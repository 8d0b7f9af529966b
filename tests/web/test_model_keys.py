"""Keys of language models in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web.model_keys import keep_key, key_of


def test_key_is_kept_for_its_team_readable_by_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))
    keep_key("team1", "old")
    keep_key("team1", "s3cret")
    (file,) = (tmp_path / "language-model-keys").iterdir()
    assert (key_of("team1"), key_of("team2")) == ("s3cret", "")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    keep_key("team1", "")
    assert (key_of("team1"), list(file.parent.iterdir())) == ("", [])
    keep_key("team1", "")


def test_folder_that_cannot_be_written_to_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))
    (tmp_path / "language-model-keys").write_text("")
    with pytest.raises(InputRefusedError) as refused:
        keep_key("team1", "s3cret")
    assert refused.value.message.key == "web.folder.unwritable"
