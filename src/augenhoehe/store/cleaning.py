"""Take names out of stored texts, sign by sign, so that every other quote keeps its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from augenhoehe.store.mapping import TAG, Json

MASK = "•"
NOT_A_NAME = frozenset(
    {
        "herr",
        "frau",
        "herrn",
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "von",
        "van",
        "zu",
        "zur",
        "der",
        "den",
        "de",
        "und",
        "and",
    }
)
CODES = frozenset({TAG, "key", "at", "kind", "source", "state", "decided_by"})


@dataclass(frozen=True, slots=True)
class Names:
    """What to look for: `whole` names and addresses everywhere, `parts` of names only close to the person."""

    whole: re.Pattern[str] | None
    parts: re.Pattern[str] | None

    @classmethod
    def of(cls, names: Iterable[str], ways: Iterable[str] = ()) -> Names:
        """Names ("Petra Schulz") and ways to reach somebody (mail, phone). Parts match as written, with -s and -es."""
        named = sorted({" ".join(name.split()) for name in names if name.strip()}, key=lambda name: (-len(name), name))
        exact = sorted({way.strip() for way in ways if way.strip()})
        words = {word for name in named for word in re.findall(r"\w[\w-]+", name)}
        parts = sorted(word for word in words if len(word) > 2 and word.casefold() not in NOT_A_NAME)
        return cls(_any(named + exact, re.IGNORECASE), _any(parts, 0))

    def clean(self, text: str, *, close: bool) -> str:
        """The text with every name masked; parts of names too where `close`."""
        for pattern in (self.whole, self.parts if close else None):
            if pattern is not None:
                text = pattern.sub(lambda hit: MASK * len(hit.group()), text)
        return text

    def clean_json(self, data: Json, *, close: bool) -> Json:
        """Stored JSON with every name in its texts masked; codes stay."""
        if isinstance(data, str):
            return self.clean(data, close=close)
        if isinstance(data, list):
            return [self.clean_json(item, close=close) for item in data]
        if isinstance(data, dict):
            return {name: item if name in CODES else self.clean_json(item, close=close) for name, item in data.items()}
        return data


def without_evidence(data: Json, gone: Collection[tuple[str, int]]) -> Json:
    """Stored JSON without the evidence that rests on these turns (conversation, number)."""
    if isinstance(data, list):
        return [without_evidence(item, gone) for item in data if not _rests_on(item, gone)]
    if isinstance(data, dict):
        return {name: None if _rests_on(item, gone) else without_evidence(item, gone) for name, item in data.items()}
    return data


def _rests_on(data: Json, gone: Collection[tuple[str, int]]) -> bool:
    return isinstance(data, dict) and data.get(TAG) == "evidence" and (data["at"][0], data["at"][1]) in gone


def _any(words: list[str], flags: int) -> re.Pattern[str] | None:
    if not words:
        return None
    # White space in a name may be any in the text; German adds -s, -es or an apostrophe to a name.
    choices = "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in words)
    return re.compile(rf"(?<!\w)(?:{choices})(?:es|s|’|')?(?!\w)", flags)
