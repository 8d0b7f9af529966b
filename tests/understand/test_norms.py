"""Published figures are shown with source, sample and what they were correlated with."""

from __future__ import annotations

import pytest

from augenhoehe.understand.measures import NAMES
from augenhoehe.understand.norms import norms, norms_for
from augenhoehe.wording.saying import LANGUAGES, Voice


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_norm_says_what_it_found_and_what_it_does_not_say(language: str) -> None:
    voice = Voice(language)
    for norm in norms():
        assert norm.source
        assert norm.sample
        assert voice.say(norm.says) != voice.say(norm.correlated)
        assert voice.text(f"understand.strength.{norm.strength}")


def test_norms_stand_beside_measures_that_exist() -> None:
    assert {name for norm in norms() for name in norm.measures} <= set(NAMES)
    assert [norm.id for norm in norms_for("talk_share")] == ["talk_listen"]
    assert norms_for("interactivity") == ()
