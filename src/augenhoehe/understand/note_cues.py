"""Load what notes are read by: cues and headings, one file a language, `lexicon/notes/<language>.toml`.

    [groups]                     words written once and used in patterns as <name>
    own_deed = ["schicke", "kläre"]
    [[heading]]                  words before a colon, or alone above a list
    words = ["to do", "aufgaben"]
    kind = "promise"             left out where the heading only says whose words follow
    by = "adviser"
    certainty = 0.8
    items = true                 each part of a list is a finding of its own
    quoted = true                the heading belongs to the quote ("Budget: 5.000")
    [[cue]]
    kind = "wish"
    certainty = 0.85             probability (at most 0.9) where these words stand
    patterns = ["wollte … haben"]
    others = true                not where the clause is about the note taker ("ich will ihr …")
    without = ["nicht"]          patterns that must not stand in the same clause
    attrs = { type = "budget" }

Patterns are those of `patterns`. Certainties are set by hand: an order of trust, no measured frequency.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Attribute, Kind
from augenhoehe.understand.patterns import Matcher, spread
from augenhoehe.understand.words import LEXICON_FOLDER, vocabulary

MOST = 0.9
"""A note is somebody's memory of what was said: nothing in it is surer than this."""


@dataclass(frozen=True, slots=True)
class NoteCue:
    """Words by which a note reports something. `kind` is None where a heading only says whose words follow."""

    number: int
    kind: Kind | None
    by: Role | None
    certainty: float
    attrs: tuple[tuple[str, Attribute], ...] = ()
    items: bool = False
    quoted: bool = False
    others: bool = False

    def __post_init__(self) -> None:
        if not 0.0 < self.certainty <= MOST:
            raise ValueError(f"what a note says is never surer than {MOST}: {self.certainty}")


@dataclass(frozen=True, slots=True)
class NoteLexicon:
    """All cues of a language in one matcher. A pattern belongs to a cue, to the guard of a cue, or gives a due.

    `joins` are words that join two clauses, `leans_on` words that open a clause which belongs to the one before,
    `conditions` words that open one which belongs to the next; `trim` words lead into a quote, `subjects` stand
    before a verb of raw speech.
    """

    language: str
    matcher: Matcher
    owners: tuple[tuple[str, NoteCue | None], ...]
    headings: Mapping[str, NoteCue]
    heading: re.Pattern[str]
    joins: frozenset[str]
    leans_on: frozenset[str]
    conditions: frozenset[str]
    whether: frozenset[str]
    trim: frozenset[str]
    subjects: frozenset[str]


def _cue(number: int, entry: Mapping[str, Any]) -> NoteCue:
    kind = Kind(entry["kind"]) if "kind" in entry else None
    by = Role(entry["by"]) if "by" in entry else _side_of(kind)
    attrs = tuple(sorted(entry.get("attrs", {}).items()))
    flags = bool(entry.get("items")), bool(entry.get("quoted")), bool(entry.get("others"))
    return NoteCue(number, kind, by, float(entry["certainty"]), attrs, *flags)


def _side_of(kind: Kind | None) -> Role | None:
    """The side that alone can say a kind; None where both can."""
    return Role.CUSTOMER if kind in CUSTOMER_KINDS else Role.ADVISER if kind in ADVISER_KINDS else None


def _rows(patterns: Iterable[str], groups: Mapping[str, list[str]]) -> list[str]:
    """Patterns without groups, whose words are written in."""

    def filled(hit: re.Match[str]) -> str:
        return "|".join(groups[hit[1]]) if hit[1] in groups else hit[0]

    return [re.sub(r"<(\w+)>", filled, row) for pattern in patterns for row in spread(pattern)]


@lru_cache(maxsize=2)
def note_lexicon(language: str) -> NoteLexicon:
    """The cues of notes in "de" or "en", read once. Raises PatternError, ValueError or KeyError for defective data."""
    with (LEXICON_FOLDER / "notes" / f"{language}.toml").open("rb") as file:
        data = tomllib.load(file)
    with (LEXICON_FOLDER / language / "marks.toml").open("rb") as file:
        due = tomllib.load(file)["due"]
    groups = data["groups"]
    texts: list[str] = []
    owners: list[tuple[str, NoteCue | None]] = []

    def take(what: str, owner: NoteCue | None, patterns: Iterable[str]) -> None:
        rows = _rows(patterns, groups)
        texts.extend(rows)
        owners.extend([(what, owner)] * len(rows))

    for number, entry in enumerate(data["cue"]):
        cue = _cue(number, entry)
        take("cue", cue, entry["patterns"])
        take("guard", cue, entry.get("without", ()))
    take("due", None, [*due, *data["due"]["patterns"]])
    headings = {
        word: _cue(len(data["cue"]) + number, entry)
        for number, entry in enumerate(data["heading"])
        for word in entry["words"]
    }
    longest_first = sorted(headings, key=len, reverse=True)
    known = "|".join(re.escape(word).replace(r"\ ", r"[\s-]*") for word in longest_first)
    return NoteLexicon(
        language=language,
        matcher=Matcher(texts, vocabulary(language)),
        owners=tuple(owners),
        headings=headings,
        heading=re.compile(rf"(?P<words>{known})\s*(?:(?P<mark>[:=]|\s[-–—])\s*|[.!]?\s*$)", re.IGNORECASE),
        **{
            name: frozenset(data["words"][name])
            for name in ("joins", "leans_on", "conditions", "whether", "trim", "subjects")
        },
    )
