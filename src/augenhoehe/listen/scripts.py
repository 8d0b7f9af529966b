"""Read a script: lines with names and times, in any of the layouts people and programs write.

    Anna Berg: Guten Tag.              [00:12] Anna Berg: Guten Tag.         Anna Berg   0:12
    [00:12:05] Anna Berg               00:12 Guten Tag.                      Guten Tag.
    Guten Tag.                         Anna Berg (00:12): Guten Tag.         Sprecher 1: Guten Tag.

Lines that begin with neither belong to the turn before. Used by plain text, by Teams' DOCX and by Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from augenhoehe.listen import prefixes, times
from augenhoehe.listen.format import Utterance

_LEADING = re.compile(
    rf"^[\[(]?(?P<start>{times.CLOCK})[\])]?"
    rf"(?:\s*(?:-+>|[-–—]|bis|to)\s*[\[(]?(?P<end>{times.CLOCK})[\])]?)?\]?(?:\s*[-–—|:]\s|\s+|$)(?P<rest>.*)$"
)
_TRAILING = re.compile(
    rf"^(?P<name>[^\[\]()\d:][^\[\]():]{{0,60}}?)(?:\s*[,|–-])?\s*[\[(]?\b(?P<start>{times.CLOCK})[\])]?"
    rf"(?:\s*(?:-+>|[-–])\s*(?P<end>{times.CLOCK})[\])]?)?(?:\s*$|\s*:\s*(?P<rest>.*)$|\s*[\])]\s*(?P<other>.*)$)"
)
_HEAD = re.compile(
    r"^(?P<what>titel|title|betreff|subject|thema|topic|datum|date|teilnehmer|teilnehmende|teilnehmerinnen|anwesend|"
    r"attendees|participants|present)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_HEADINGS = frozenset(
    "transkript transcript attendees teilnehmer teilnehmende mitschrift transkription abschrift participants".split()
)
_RECORDER = re.compile(
    r"^.{0,80}\b(?:hat die Transkription (?:gestartet|beendet|angehalten)|started transcription|stopped transcription)$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: what begins it. `name` is set by the layout alone, `prefixed` needs confirmation."""

    raw: str
    rest: str
    start: float | None = None
    end: float | None = None
    heading: str | None = None
    prefixed: prefixes.Prefixed | None = None
    after_blank: bool = False
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What a script holds. `share` is the part of its lines that begin with a name or a time (0 to 1)."""

    utterances: tuple[Utterance, ...]
    share: float
    named: bool
    title: str = ""
    held_on: date | None = None
    left_out: int = 0


def read(text: str, known: Collection[str] = ()) -> Script:
    """Read the lines of a script. Without names or times in it, `utterances` is empty."""
    lines = _lines(text)
    head, lines = _without_head(lines)
    attendees = [name for what, value in head for name in prefixes.named_in(value) if what == "people"]
    names = _speakers(lines, [*known, *attendees])
    utterances, left_out = _spoken(lines, names)
    begun = sum(1 for line in lines if line.timed or (line.prefixed is not None and line.prefixed.name in names))
    held_on = next((day for what, value in head if what == "date" and (day := times.first_date(value))), None)
    title = next((value for what, value in head if what == "title"), "")
    share = begun / len(lines) if lines else 0.0
    return Script(utterances, share, bool(names), title, held_on, left_out)


def _lines(text: str) -> list[Line]:
    lines = []
    blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            lines.append(_line(stripped, blank))
        blank = not stripped
    return lines


def _line(raw: str, after_blank: bool) -> Line:
    if raw[0].isdigit() or raw[0] in "[(":
        match = _LEADING.match(raw)
        if match is not None:
            rest = match["rest"].strip()
            return Line(
                raw, rest, times.seconds(match["start"]), _end(match), None, prefixes.split(rest), after_blank, True
            )
    if ":" in raw[:90]:
        match = _TRAILING.match(raw[:200]) if any(character.isdigit() for character in raw[:90]) else None
        if match is not None and match["name"].strip():
            name = match["name"].strip(" ,|–-\t")
            rest = raw[match.start("rest") :] if match["rest"] is not None else ""
            rest = raw[match.start("other") :] if match["other"] is not None else rest
            if prefixes.looks_like_name(name) or (not rest and len(name.split()) <= 4 and name[:1].isupper()):
                return Line(
                    raw, rest.strip(), times.seconds(match["start"]), _end(match), name, None, after_blank, True
                )
        return Line(raw, raw, prefixed=prefixes.split(raw), after_blank=after_blank)
    return Line(raw, raw, after_blank=after_blank)


def _end(match: re.Match[str]) -> float | None:
    return times.seconds(match["end"]) if match["end"] else None


def _without_head(lines: Sequence[Line]) -> tuple[list[tuple[str, str]], list[Line]]:
    """Title, date and attendees as some exporters put them before the first turn."""
    head: list[tuple[str, str]] = []
    kept = list(lines)
    place = 0
    while place < min(len(kept), 12):
        raw = kept[place].raw
        match = _HEAD.match(raw)
        if match is not None:
            what = match["what"].lower()
            kind = "title" if what[:4] in {"tite", "titl", "betr", "subj", "them", "topi"} else "people"
            kind = "date" if what in {"datum", "date"} else kind
            head.append((kind, match["value"].strip()))
            del kept[place]
        elif raw.rstrip(":").lower() in _HEADINGS:
            attendees = raw.lower().startswith(("attend", "teiln", "partic"))
            del kept[place]
            if attendees and place < len(kept):
                head.append(("people", kept[place].raw))
                del kept[place]
        elif kept[place].prefixed is None and not kept[place].timed:
            place += 1
        else:
            break
    return head, kept


def _speakers(lines: Sequence[Line], known: Sequence[str]) -> frozenset[str]:
    """Names before colons. Lines that open a turn by their layout are left out: their words may hold a colon."""
    headed = any(line.heading for line in lines)
    if headed:
        return frozenset()
    timed = [line for line in lines if line.timed]
    considered = timed if len(timed) >= 2 and sum(1 for line in timed if line.prefixed) >= 0.5 * len(timed) else lines
    following = [line for line in considered if line.rest]
    opening = [number for number, line in enumerate(following) if line.after_blank]
    return prefixes.speakers([line.prefixed for line in following], known, opening)


def _spoken(lines: Sequence[Line], names: frozenset[str]) -> tuple[tuple[Utterance, ...], int]:
    """Utterances, and how many lines before the first of them were left out."""
    timed = sum(1 for line in lines if line.timed)
    clocked = timed >= 2 and timed >= 0.3 * len(lines)
    headed = any(line.heading for line in lines)
    if not names and not headed and not clocked:
        return (), 0
    opened: list[tuple[str | None, float | None, float | None, list[str]]] = []
    left_out = 0
    pending: tuple[float | None, float | None] = (None, None)
    awaiting = False
    for line in lines:
        if _RECORDER.match(line.raw):
            left_out += 1
            continue
        prefixed = line.prefixed if line.prefixed is not None and line.prefixed.name in names else None
        if prefixed is not None:
            start, end = (line.start, line.end) if line.timed else pending
            opened.append((prefixed.name, start, end, [prefixed.text]))
            pending, awaiting = (None, None), False
        elif line.heading is not None:
            opened.append((line.heading, line.start, line.end, [line.rest]))
            awaiting = False
        elif line.timed and not line.rest:
            pending, awaiting = (line.start, line.end), not names
        elif line.timed and not names:
            name = line.rest if _is_heading(line, lines) else None
            opened.append((name, line.start, line.end, [] if name else [line.rest]))
            awaiting = False
        elif awaiting:
            name = line.raw if prefixes.looks_like_name(line.raw) and len(line.raw.split()) <= 4 else None
            opened.append((name, *pending, [] if name else [line.raw]))
            pending, awaiting = (None, None), False
        elif opened:
            opened[-1][3].append(("\n\n" if line.after_blank and opened[-1][3] else "\n") + line.raw)
        else:
            left_out += 1
    spoken = (
        Utterance("".join(parts).strip(), name, start, _after(start, end), whole=start is None)
        for name, start, end, parts in opened
    )
    return tuple(utterance for utterance in spoken if utterance.text), left_out


def _is_heading(line: Line, lines: Sequence[Line]) -> bool:
    """Whether `[00:12] Anna Berg` stands alone above its words: a name, and it is not the only line of its kind."""
    if not prefixes.looks_like_name(line.rest) or len(line.rest.split()) > 4:
        return False
    bare = sum(1 for other in lines if not other.timed)
    return bare >= 1 and bare >= 0.3 * len(lines)


def _after(start: float | None, end: float | None) -> float | None:
    return end if start is not None and end is not None and end >= start else None
