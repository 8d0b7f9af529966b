"""What speech recognition without punctuation would have written: the same words, bare.

Stripping the same conversations shows what the loss of commas and capitals costs, and training on stripped copies
keeps it small. It does not imitate misheard words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from augenhoehe.understand.spoken import EMPTY, bare


def stripped(talk: Mapping[str, Any]) -> dict[str, Any]:
    """A talk as raw speech recognition would give it; marks keep their words. Empty turns stay, as "äh"."""
    turns, texts = [], {}
    for turn in talk["turns"]:
        text, places = bare(turn["text"])
        if not text:
            text, places = EMPTY, [0, 0]
        texts[turn["id"]] = (turn["text"], text, places)
        turns.append({**turn, "text": text})
    findings = []
    for finding in talk["findings"]:
        before, text, places = texts[finding["turn"]]
        start = before.find(finding["quote"])
        end = start + len(finding["quote"])
        inside = [number for number, place in enumerate(places) if start <= place < end]
        quote = text[inside[0] : inside[-1] + 1].strip() if inside else ""
        if quote:
            attrs = dict(finding["attrs"])
            if attrs.get("due"):
                attrs["due"] = bare(attrs["due"])[0]
            findings.append({**finding, "quote": quote, "attrs": attrs})
    return {**talk, "turns": turns, "findings": findings}
