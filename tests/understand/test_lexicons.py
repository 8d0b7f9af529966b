"""The lexicon can be read, and every reason it names has its sentence in both languages."""

from __future__ import annotations

import pytest

from augenhoehe.understand.findings import ACCUSING, ATTRIBUTES, CUSTOMER_KINDS, Family, Kind
from augenhoehe.understand.leaning import TRAITS, leanings
from augenhoehe.understand.lexicons import LANGUAGES, lexicon
from augenhoehe.wording.saying import LANGUAGES as VOICES
from augenhoehe.wording.saying import Voice


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_lexicon_of_its_own(language: str) -> None:
    known = lexicon(language)
    assert set(known.scales) == set(Kind)
    assert {cue.kind for cue in known.cues} == set(Kind)


@pytest.mark.parametrize("language", VOICES)
def test_every_reason_can_be_said(language: str) -> None:
    voice = Voice(language)
    reasons = {
        f"{cue.kind.value}.{cue.because}" for each in LANGUAGES for cue in lexicon(each).cues if cue.weight > 0
    } | {
        f"{kind.value}.{clue}"
        for each in LANGUAGES
        for kind, scale in lexicon(each).scales.items()
        for clue, weight in scale.clues.items()
        if weight > 0
    }
    assert all(voice.text(f"understand.because.{reason}", words="x") for reason in sorted(reasons))


@pytest.mark.parametrize("language", LANGUAGES)
def test_attributes_of_cues_are_allowed_ones(language: str) -> None:
    for cue in lexicon(language).cues:
        for name, value in cue.attrs:
            allowed = ATTRIBUTES[cue.kind][name]
            assert allowed is not None
            assert value in allowed


def test_leanings_name_known_traits_and_never_accuse() -> None:
    assert all(set(weights) <= TRAITS for weights in leanings().values())
    assert not ACCUSING & set(leanings())


def test_accusing_kinds_are_the_second_look() -> None:
    assert len(ACCUSING) == 6
    assert not ACCUSING & CUSTOMER_KINDS
    assert Family.SECOND_LOOK.value == "second_look"
