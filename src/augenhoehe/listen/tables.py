"""Read rows with a speaker, a text and perhaps times: CSV files and tables in documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.listen import times
from augenhoehe.listen.format import Utterance

Row = Sequence[str]

_COLUMNS = {
    "speaker": frozenset(
        "speaker sprecher sprecherin sprechende name person wer who von from teilnehmer participant user author "
        "absender sender rolle_name speaker_name speakername speaker_label".split()
    ),
    "role": frozenset("role rolle seite side".split()),
    "text": frozenset(
        "text äußerung aeusserung aussage inhalt wortlaut beitrag redebeitrag transcript transkript utterance content "
        "message nachricht gesagt sentence satz words".split()
    ),
    "start": frozenset(
        "start beginn anfang von_zeit zeit time timestamp zeitstempel start_time starttime begin startzeit "
        "timecode start(s) start_s uhrzeit".split()
    ),
    "day": frozenset("date datum tag day said_on".split()),
    "end": frozenset("end ende stop bis end_time endtime endzeit stopp end(s) end_s".split()),
}
_PLAIN_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; None where there is none. `header` is true where the first row names them."""

    text: int
    speaker: int | None = None
    start: int | None = None
    end: int | None = None
    role: int | None = None
    header: bool = False
    day: int | None = None


def columns(rows: Sequence[Row]) -> Columns | None:
    """The columns by their names in the first row, else by what they hold; None where neither tells."""
    if not rows:
        return None
    return _by_header(rows[0]) or _by_content(rows[:200])


def _by_header(header: Row) -> Columns | None:
    found: dict[str, int] = {}
    for number, cell in enumerate(header):
        word = re.sub(r"[\s-]+", "_", cell.strip().strip("*").lower())
        for column, words in _COLUMNS.items():
            if word in words and column not in found:
                found[column] = number
    if "text" not in found or len(found) < 2:
        return None
    times_at = (found.get("start"), found.get("end"))
    return Columns(found["text"], found.get("speaker"), *times_at, found.get("role"), True, found.get("day"))


def _by_content(rows: Sequence[Row]) -> Columns | None:
    """Times by their shape, the text by its length, the speaker by few different short entries."""
    width = max(len(row) for row in rows)
    if width < 2 or width > 8:
        return None
    cells = [[row[number].strip() for row in rows if number < len(row)] for number in range(width)]
    timed = [
        number for number in range(width) if cells[number] and all(seconds(cell) is not None for cell in cells[number])
    ]
    rest = [number for number in range(width) if number not in timed]
    if not rest:
        return None
    text = max(rest, key=lambda number: sum(map(len, cells[number])))
    named = [
        number
        for number in rest
        if number != text
        and all(0 < len(cell) <= 60 and any(map(str.isalpha, cell)) for cell in cells[number])
        and len(set(cells[number])) <= max(2, len(cells[number]) // 2)
    ]
    if not named or (not timed and len(rows) < 2):
        return None
    clock = [number for number in timed if any(":" in cell for cell in cells[number])] or timed
    start = clock[0] if clock else None
    end = clock[1] if len(clock) > 1 else None
    return Columns(text, named[0], start, end)


def seconds(cell: str) -> float | None:
    """Seconds of a clock time or a plain number; None for anything else."""
    cell = cell.strip().strip("[]()")
    if _PLAIN_NUMBER.fullmatch(cell):
        return float(cell.replace(",", "."))
    return times.seconds(cell)


def utterances(rows: Sequence[Row], found: Columns) -> tuple[tuple[Utterance, ...], tuple[tuple[str, str], ...]]:
    """The rows as utterances, and (speaker, role as written) where a column gives roles."""
    spoken: list[Utterance] = []
    roles: dict[str, str] = {}
    for row in rows[1:] if found.header else rows:
        text = _cell(row, found.text)
        if not text:
            continue
        speaker = _cell(row, found.speaker) or None
        start = seconds(_cell(row, found.start)) if found.start is not None else None
        end = seconds(_cell(row, found.end)) if found.end is not None else None
        if end is not None and (start is None or end < start):
            end = None
        said_on = times.first_date(_cell(row, found.day))
        # A clock without its day does not put rows of several days in order: they stay as they stand.
        whole = start is None or found.day is not None
        spoken.append(Utterance(text, speaker, start, end, whole=whole, said_on=said_on))
        role = _cell(row, found.role)
        if speaker and role:
            roles.setdefault(speaker, role)
    return tuple(spoken), tuple(roles.items())


def _cell(row: Row, number: int | None) -> str:
    return row[number].strip() if number is not None and number < len(row) else ""
