"""The script in a terminal: who said what, marked, with the notes below their turn, then what follows from it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from augenhoehe.api import Reading
from augenhoehe.cli.showing.summary import (
    Entry,
    Part,
    certainty_of,
    clock,
    facts_of,
    findings_of,
    label_of,
    parts_of,
    people_of,
    title_of,
)
from augenhoehe.speech.conversation import Turn
from augenhoehe.understand.findings import Family, Finding
from augenhoehe.wording.saying import Voice

STYLES: Mapping[Family, str] = {
    Family.CUSTOMER: "34;4",
    Family.ASKING: "32;4",
    Family.SAYING: "1;4",
    Family.SECOND_LOOK: "33;4",
}
"""The four pencils as a terminal can draw them: blue, green, bold ink, ochre."""
BOLD, FAINT = "1", "2"
OPEN, CLOSE, LAST = 0xE000, 0xEC00, 0xF8FF
"""Private characters that no text keeps (`clean` takes them out): one for each mark that opens, one where it closes."""
MARKS = re.compile("[\ue000-\uf8ff]")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff]")
GUTTER = 8
SIDE_BY_SIDE = 100


class Pencil:
    """Colours on a terminal, nothing elsewhere."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def paint(self, text: str, style: str) -> str:
        """The text in a style, or as it is."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text


def shown(reading: Reading, voice: Voice, *, width: int = 88, colour: bool = False, brief: bool = False) -> str:
    """The whole reading; `brief` leaves the script out. The text of a file can never steer the terminal."""
    pencil = Pencil(colour)
    lines = [pencil.paint(clean(title_of(reading, voice)), BOLD), " · ".join(facts_of(reading.conversation, voice))]
    for person in people_of(reading, voice):
        lines += textwrap.wrap(clean(person), width, subsequent_indent="  ", break_on_hyphens=False)
    lines += [clean(voice.say(note)) for note in reading.transcript.notes]
    lines.append("")
    if not brief:
        lines += heading(voice.text("cli.read.script"), width, pencil)
        by_turn: dict[int, list[Finding]] = {}
        for finding in findings_of(reading):
            by_turn.setdefault(finding.evidence.turn.id, []).append(finding)
        for turn in reading.conversation.turns:
            lines += turn_lines(turn, by_turn.get(turn.id, []), voice, width, pencil)
    wishes, needs, *rest = parts_of(reading, voice)
    lines += (
        beside(wishes, needs, voice, width, pencil)
        if width >= SIDE_BY_SIDE
        else [line for part in (wishes, needs) for line in part_lines(part, voice, width, pencil)]
    )
    for part in rest:
        lines += part_lines(part, voice, width, pencil)
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def clean(text: str) -> str:
    """A text without characters that steer a terminal."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def heading(title: str, width: int, pencil: Pencil) -> list[str]:
    """A title on a line of its own, and air."""
    return [pencil.paint(title, BOLD) + " " + "─" * max(width - len(title) - 1, 3), ""]


def turn_lines(turn: Turn, findings: Sequence[Finding], voice: Voice, width: int, pencil: Pencil) -> list[str]:
    """Who spoke and when, what was said with its marks, and a note for each mark."""
    words = marked(turn.text, findings)
    if pencil.colour:
        said = painted(wrapped(words, width - GUTTER), findings)
    else:
        said = wrapped(bracketed(words), width - GUTTER)
    lines = [f"{clock(turn.start):>{GUTTER - 1}} {pencil.paint(clean(turn.speaker), BOLD)}"]
    lines += [" " * GUTTER + line for line in said]
    for number, finding in enumerate(findings):
        certainty = certainty_of(finding, voice)
        note = f"{label_of(finding, voice)} · {certainty} · {voice.say(finding.because)}"
        mark = _raised(number)
        folded = textwrap.wrap(clean(note), width - GUTTER - 4, break_on_hyphens=False) or [""]
        style = STYLES[finding.family].split(";")[0]
        lines.append(" " * (GUTTER + 2) + pencil.paint(f"{mark} {folded[0]}", style))
        lines += [" " * (GUTTER + 4) + pencil.paint(line, style) for line in folded[1:]]
    lines.append("")
    return lines


def marked(text: str, findings: Sequence[Finding]) -> str:
    """The text with one private character where each mark opens and where it closes."""
    points: list[tuple[int, int, str]] = []
    for number, finding in enumerate(findings):
        points.append((finding.evidence.start, 1, chr(OPEN + number)))
        points.append((finding.evidence.end, 0, chr(CLOSE + number)))
    pieces, last = [], 0
    for place, _, mark in sorted(points):
        pieces += [clean(text[last:place]), mark]
        last = place
    return "".join([*pieces, clean(text[last:])])


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters; paragraphs of the original stay apart."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(paragraph, max(width, 20), break_on_hyphens=False) or [""]
    return lines


def bracketed(text: str) -> str:
    """Private characters turned into brackets, the closing one with the number of its note."""

    def visible(mark: re.Match[str]) -> str:
        code = ord(mark.group())
        return "[" if code < CLOSE else "]" + _raised(code - CLOSE)

    return MARKS.sub(visible, text)


def painted(lines: Iterable[str], findings: Sequence[Finding]) -> list[str]:
    """Private characters turned into colours, which end with each line and begin again on the next."""
    done, open_marks = [], list[int]()

    def style() -> str:
        return f"\x1b[{STYLES[findings[open_marks[-1]].family]}m" if open_marks else ""

    for line in lines:
        pieces = [style()]
        for letter in line:
            code = ord(letter)
            if OPEN <= code < CLOSE:
                open_marks.append(code - OPEN)
                pieces.append(style())
            elif CLOSE <= code <= LAST:
                open_marks.remove(code - CLOSE)
                pieces.append(f"\x1b[0m{_raised(code - CLOSE)}{style()}")
            else:
                pieces.append(letter)
        if open_marks:
            pieces.append("\x1b[0m")
        done.append("".join(pieces))
    return done


def _raised(place: int) -> str:
    return str(place + 1).translate(SUPERSCRIPT)


def part_lines(part: Part, voice: Voice, width: int, pencil: Pencil) -> list[str]:
    """A part with its entries, or the sentence that there are none."""
    lines = heading(part.title, width, pencil)
    if not part.entries:
        return [*lines, *textwrap.wrap(part.empty, width), ""]
    for entry in part.entries:
        lines += entry_lines(entry, voice, width, pencil)
    return [*lines, ""]


def entry_lines(entry: Entry, voice: Voice, width: int, pencil: Pencil) -> list[str]:
    """What it is, the words it rests on, and what belongs to it."""
    lines = [*_hanging("– ", clean(entry.text), width)] if entry.text else []
    for quote in entry.quotes:
        if not entry.repeats(quote):
            lines += _hanging("  " if lines else "– ", clean(voice.quoted(quote.words)), width)
        lines += [pencil.paint(line, FAINT) for line in _hanging("    ", clean(quote.place), width)]
    for detail in entry.details:
        lines += [pencil.paint(line, FAINT) for line in _hanging("  ", clean(detail), width)]
    return lines


def _hanging(lead: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    ) or [lead]


def beside(left: Part, right: Part, voice: Voice, width: int, pencil: Pencil) -> list[str]:
    """Two parts next to each other: what is wished and what is needed."""
    column = (width - 4) // 2
    plain = Pencil(colour=False)
    pairs = zip_longest(part_lines(left, voice, column, plain), part_lines(right, voice, column, plain), fillvalue="")
    return [f"{one:<{column}}    {other}" for one, other in pairs]
