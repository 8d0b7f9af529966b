"""Marks in the script: cut a turn where findings begin and end, so that overlapping ones stay readable.

Every finding gets a lane, the first that is free over its whole length; its line is drawn at that height in all its
pieces. Offsets are characters of the original turn text, which the pieces give back unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

LANES = 3
"""Heights of lines the style sheet draws; a fourth finding over the same words shares the last one."""


@dataclass(frozen=True, slots=True)
class Span:
    """One finding over the characters `start` to `end` (end excluded) of a turn."""

    id: str
    family: str
    state: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding over one piece. `first` is true on the piece where the finding begins."""

    span: Span
    lane: int
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters over which the same findings lie; marks by lane, lowest first."""

    text: str
    marks: tuple[Mark, ...] = ()


def lanes(spans: Iterable[Span]) -> dict[str, int]:
    """The lane of each finding by its id: earlier before later, longer before shorter, each the first free one."""
    free_from: list[int] = []
    chosen: dict[str, int] = {}
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.id)):
        lane = next((number for number, end in enumerate(free_from) if end <= span.start), len(free_from))
        if lane == len(free_from):
            free_from.append(span.end)
        else:
            free_from[lane] = span.end
        chosen[span.id] = lane
    return chosen


def pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The text cut at every beginning and end. Joined, the pieces are the text again; spans outside it are clipped."""
    inside = [span for span in spans if span.start < min(span.end, len(text))]
    lane = lanes(inside)
    cuts = sorted({0, len(text), *(span.start for span in inside), *(min(span.end, len(text)) for span in inside)})
    cut = []
    for start, end in pairwise(cuts):
        over = sorted((span for span in inside if span.start <= start and end <= span.end), key=lambda s: lane[s.id])
        marks = tuple(Mark(span, min(lane[span.id], LANES - 1), first=span.start == start) for span in over)
        cut.append(Piece(text[start:end], marks))
    return tuple(cut)


def marked(text: str, spans: Sequence[Span]) -> SafeString:
    """The turn as HTML: nested `<mark>` elements, the lowest lane outermost. Every word is escaped."""
    return mark_safe("".join(_piece(piece) for piece in pieces(text, spans)))  # noqa: S308 - escaped in _piece


def _piece(piece: Piece) -> str:
    opening = "".join(
        f'<mark data-for="{escape(mark.span.id)}" data-family="{escape(mark.span.family)}"'
        f' data-state="{escape(mark.span.state)}" data-lane="{mark.lane}"{" data-first" if mark.first else ""}>'
        for mark in piece.marks
    )
    return f"{opening}{escape(piece.text)}{'</mark>' * len(piece.marks)}"
