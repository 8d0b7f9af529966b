"""Whom the record speaks to: the adviser's customer need not be addressed as the program addresses the adviser."""

from __future__ import annotations

from collections.abc import Mapping

from augenhoehe.wording.saying import Address, Voice

VOICES: Mapping[str, Voice] = {"sie": Voice("de"), "du": Voice("de", Address.DU), "en": Voice("en")}


def name_of(voice: Voice) -> str:
    """The name of a voice: sie, du or en."""
    return "en" if voice.language == "en" else voice.address.value


def chosen(name: str, otherwise: Voice) -> Voice:
    """The voice of this name, the other where there is none."""
    return VOICES.get(name, otherwise)
