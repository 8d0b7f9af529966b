"""One line typed by hand becomes a promise: "bis Freitag Angebot schicken", "Kunde: schickt die Messdaten am Montag".

The date is found anywhere in the line, the rest is what is promised. A name or side before a colon says whose promise
it is; without one it is one's own. Nothing is added that was not typed.
"""

from __future__ import annotations

import re
from datetime import date

from augenhoehe.keep.promises import Due, Promise, Side
from augenhoehe.keep.promising import HEDGES
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.dates.reading import read_date

LONGEST = 300
THEIRS = frozenset("kunde kundin kunden sie ihr er customer client they he she".split())
OURS = frozenset("ich wir i we me us".split())
_PREFIX = re.compile(r"^\s*(?P<who>[^\W\d_][^:]{0,60}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)


def note(line: str, promise_id: str, made_on: date, language: str, *, us: tuple[str, ...] = ()) -> Promise:
    """The promise in a line. `us` are names of the own side; another name before the colon belongs to the customer's
    side.

    Raises InputRefusedError for an empty line, one that is too long, and one that has a date but no deed.
    """
    text = " ".join(line.split())
    if not text:
        raise InputRefusedError.of("keep.note.empty")
    if len(text) > LONGEST:
        raise InputRefusedError.of("keep.note.long", most=LONGEST)
    side, owner, rest = _whose(text, us)
    reading = read_date(rest, made_on, language)
    if reading is None:
        return Promise(promise_id, side, owner, rest, None, not HEDGES.search(rest), made_on)
    words = rest[reading.start : reading.end].strip(" ,;:–-")
    what = f"{rest[: reading.start].rstrip(' ,;:–-')} {rest[reading.end :].lstrip(' ,;:–-')}".strip(" ,;")
    if not what:
        raise InputRefusedError.of("keep.note.no_deed", words=words)
    due = Due(words, reading.first, reading.last, reading.ambiguous)
    return Promise(promise_id, side, owner, what, due, not HEDGES.search(rest), made_on)


def _whose(text: str, us: tuple[str, ...]) -> tuple[Side, str, str]:
    hit = _PREFIX.match(text)
    if hit is None:
        return Side.OURS, "", text
    who = hit["who"].strip()
    if who.casefold() in OURS:
        return Side.OURS, "", hit["rest"]
    if who.casefold() in THEIRS:
        return Side.THEIRS, "", hit["rest"]
    ours = any(who.casefold() == name.casefold() for name in us)
    return Side.OURS if ours else Side.THEIRS, who, hit["rest"]
