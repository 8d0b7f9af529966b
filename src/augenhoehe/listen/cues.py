"""Cut subtitle-like files into cues and cues into voices: what WebVTT and SRT share."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from augenhoehe.listen import prefixes, times
from augenhoehe.listen.format import Utterance

_TIMING = re.compile(rf"^\s*({times.CLOCK})\s*-+>\s*({times.CLOCK})(?:\s.*)?$")
_ARROW = "-->"
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,60})?[ \t]([^>\n]{0,200})>|</v>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:c|i|b|u|ruby|rt|v|lang|font|span)(?:[.\s][^<>]{0,200})?/?>|<\d[\d:.]{0,15}>|\{\\an?\d\}", re.IGNORECASE
)
_WEBEX = re.compile(r'^\d+\s+"([^"]{1,80})"\s*\(\d*\)$')
_SKIPPED = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")
_SPACE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Cue:
    """The lines shown from `start` to `end` (seconds, None where the time cannot be read), and the cue's name."""

    start: float | None
    end: float | None
    lines: tuple[str, ...]
    name: str = ""


@dataclass(slots=True)
class _Open:
    start: float | None
    end: float | None
    name: str
    lines: list[str] = field(default_factory=list)


def is_timing(line: str) -> bool:
    """Whether the line gives the time of a cue."""
    return _ARROW in line and _TIMING.match(line) is not None


def cut(text: str) -> tuple[Cue, ...]:
    """Cues in the order of the file. Notes, styles and everything before the first time are left out.

    Words after a blank line belong to their cue until the next time, as careless exporters write them.
    """
    cues: list[_Open] = []
    lines = text.split("\n")
    skipping = False
    for number, line in enumerate(lines):
        after_blank = number == 0 or not lines[number - 1].strip()
        if _ARROW in line:
            match = _TIMING.match(line)
            start = times.seconds(match.group(1)) if match else None
            end = times.seconds(match.group(2)) if match else None
            if start is not None and end is not None and end < start:
                end = start
            cues.append(_Open(start, end, _name(lines, number, cues)))
            skipping = False
        elif after_blank and _SKIPPED.match(line):
            skipping = True
        elif not line.strip():
            skipping = False
        elif cues and not skipping:
            cues[-1].lines.append(line)
    return tuple(Cue(cue.start, cue.end, tuple(cue.lines), cue.name) for cue in cues)


def _name(lines: Sequence[str], number: int, cues: Sequence[_Open]) -> str:
    """The cue's name: the line before its time where that stands alone or is a number; taken from the cue before."""
    if number == 0 or not lines[number - 1].strip():
        return ""
    line = lines[number - 1]
    alone = number == 1 or not lines[number - 2].strip()
    if not alone and not line.strip().isdigit():
        return ""
    if _ARROW in line or (not alone and _ARROW in lines[number - 2]):
        return ""
    if cues and cues[-1].lines and cues[-1].lines[-1] == line:
        cues[-1].lines.pop()
    return line.strip()


def clean(text: str) -> str:
    """Words without tags, with entities resolved and spaces tidied."""
    if "<" in text or "{" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return _SPACE.sub(" ", text).strip()


def utterances(cues: Iterable[Cue], known: Collection[str] = ()) -> tuple[Utterance, ...]:
    """What was said in the cues, one utterance a voice. Where no cue has a voice, names before colons are speakers."""
    cues = unrolled(tuple(cues))
    voiced = any("<v" in line or "<V" in line for cue in cues for line in cue.lines)
    webex = any(_WEBEX.match(cue.name) for cue in cues)
    if voiced:
        return tuple(utterance for cue in cues for utterance in _voices(cue))
    if webex:
        return tuple(utterance for cue in cues for utterance in _named(cue, _WEBEX.match(cue.name)))
    return _prefixed(cues, known)


def _voices(cue: Cue) -> Iterable[Utterance]:
    raw = "\n".join(cue.lines)
    speaker: str | None = None
    place = 0
    for match in _VOICE.finditer(raw):
        yield from _said(cue, speaker, raw[place : match.start()])
        name = match.group(1)
        speaker = clean(name) or None if name is not None else None
        place = match.end()
    yield from _said(cue, speaker, raw[place:])


def _named(cue: Cue, match: re.Match[str] | None) -> Iterable[Utterance]:
    yield from _said(cue, match.group(1).strip() if match else None, "\n".join(cue.lines))


def _said(cue: Cue, speaker: str | None, raw: str) -> Iterable[Utterance]:
    text = " ".join(line for line in (clean(part) for part in raw.split("\n")) if line)
    if text:
        yield Utterance(text, speaker, cue.start, cue.end)


def _prefixed(cues: Sequence[Cue], known: Collection[str]) -> tuple[Utterance, ...]:
    """Cues as Zoom and noScribe write them: `Name: text`, also a second name on a later line of the cue."""
    lines = [[clean(line) for line in cue.lines] for cue in cues]
    candidates = [_candidate(line) for cue_lines in lines for line in cue_lines[:1] if line]
    names = prefixes.speakers(candidates, known)
    spoken: list[Utterance] = []
    for cue, cue_lines in zip(cues, lines, strict=True):
        parts: list[tuple[str | None, list[str]]] = []
        dashed = len(cue_lines) > 1 and all(line.startswith(("- ", "– ")) for line in cue_lines)
        for line in cue_lines:
            candidate = _candidate(line)
            if candidate is not None and candidate.name in names:
                parts.append((candidate.name, [candidate.text]))
            elif dashed or not parts:
                parts.append((None, [line.removeprefix("- ").removeprefix("– ") if dashed else line]))
            else:
                parts[-1][1].append(line)
        for speaker, said in parts:
            text = " ".join(part for part in said if part)
            if text:
                spoken.append(Utterance(text, speaker, cue.start, cue.end))
    return _carried(spoken) if names else tuple(spoken)


def _carried(spoken: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Where the name is written at a change of speakers only, cues without one belong to the speaker before."""
    speaker: str | None = None
    carried = []
    for utterance in spoken:
        speaker = utterance.speaker or speaker
        carried.append(Utterance(utterance.text, speaker, utterance.start, utterance.end))
    return tuple(carried)


_TAGGED = re.compile(r"^\[([^\[\]]{1,60})\]:?\s+(.*)$", re.DOTALL)


def _candidate(line: str) -> prefixes.Prefixed | None:
    match = _TAGGED.match(line)  # WhisperX writes [SPEAKER_00]: text
    if match is not None:
        return prefixes.Prefixed(match.group(1).strip(), match.group(2).strip())
    return prefixes.split(line)


def unrolled(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Cues without the lines that rolling captions repeat, and without the first drafts of captions that grow.

    Only where a good part of the cues does so: two people may well say "Ja." one after the other.
    """
    pairs = [(first, second) for first, second in itertools.pairwise(cues) if first.lines and second.lines]
    if not pairs:
        return cues
    plain = {id(cue): tuple(clean(line) for line in cue.lines) for cue in cues}
    rolling = sum(1 for first, second in pairs if plain[id(first)][-1] == plain[id(second)][0])
    growing = sum(1 for first, second in pairs if _grows(plain[id(first)], plain[id(second)]))
    if growing >= 0.3 * len(pairs) and growing >= 2 and growing >= rolling:
        pairs_of = {id(first) for first, second in pairs if _grows(plain[id(first)], plain[id(second)])}
        return tuple(cue for cue in cues if id(cue) not in pairs_of)
    if rolling < 0.3 * len(pairs) or rolling < 2:
        return cues
    kept: list[Cue] = []
    shown: tuple[str, ...] = ()
    for cue in cues:
        lines = list(cue.lines)
        clean_lines = list(plain[id(cue)])
        overlap = next(
            (size for size in range(min(len(shown), len(lines)), 0, -1) if tuple(clean_lines[:size]) == shown[-size:]),
            0,
        )
        if cue.lines:
            shown = plain[id(cue)]
        if lines[overlap:]:
            kept.append(Cue(cue.start, cue.end, tuple(lines[overlap:]), cue.name))
    return tuple(kept)


def _grows(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    before, after = " ".join(first), " ".join(second)
    return len(before) < len(after) and after.startswith(before) and not after[len(before)].isalnum()
