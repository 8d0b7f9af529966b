"""Markdown: notes with headings and lists, or a script with names in bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from augenhoehe.listen import scripts, times
from augenhoehe.listen.format import Content, Source, Utterance
from augenhoehe.speech.conversation import Channel
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$")
_ITEM = re.compile(r"^\s{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"^(?:>[ \t]?)+")
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,})$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n*_]{1,400}?)(?<=\S)\1")
_STRESS = re.compile(r"(?<![\w*])([*_])(?=\S)([^\n*_]{1,400}?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_BOLD_NAME = re.compile(r"^\s*(?:[-*+]\s+)?\*\*[^*\n]{1,60}\*\*", re.MULTILINE)


class Markdown:
    """Notes people keep in Markdown."""

    name = "markdown"

    def likelihood(self, source: Source) -> float:
        """Likely with the ending, or with headings at the beginnings of lines."""
        if not source.text:
            return 0.0
        if source.name.lower().endswith((".md", ".markdown")):
            return 0.9
        lines = source.text[:20_000].split("\n")
        return 0.5 if sum(1 for line in lines if _HEADING.match(line)) >= 1 and len(lines) > 2 else 0.0

    def read(self, source: Source) -> Content:
        """Read the script or the notes. Raises InputRefusedError where there are no words."""
        notes = _notes(source.text)
        script = scripts.read("\n".join(notes.lines), source.known)
        if script.utterances and (script.share >= 0.5 or _BOLD_NAME.search(source.text)):
            left = (Message.of("listen.note.left_out", lines=script.left_out),) if script.left_out else ()
            return Content(
                script.utterances,
                title=notes.title or script.title,
                held_on=notes.held_on or script.held_on,
                notes=left,
            )
        if not notes.paragraphs:
            raise InputRefusedError.of("listen.refused.no_words", file=source.name)
        return Content(
            tuple(Utterance(text, whole=True) for text in notes.paragraphs),
            channel=Channel.NOTES,
            title=notes.title,
            held_on=notes.held_on,
        )


@dataclass(slots=True)
class _Notes:
    lines: list[str]
    paragraphs: list[str]
    title: str = ""
    held_on: date | None = None


def _notes(text: str) -> _Notes:
    """Lines without marks, and paragraphs: a heading, an item of a list and a block of lines are one each."""
    notes = _Notes([], [])
    lines = _front(text.split("\n"), notes)
    open_block = False
    for raw in lines:
        line = _QUOTE.sub("", raw.rstrip())
        heading = _HEADING.match(line)
        if heading is not None:
            words = plain(heading.group(1))
            if not notes.title and not notes.paragraphs:
                notes.title = words
                notes.held_on = notes.held_on or times.first_date(words)
            elif words:
                notes.paragraphs.append(words)
            notes.lines.append("")
            open_block = False
        elif not line.strip() or _RULE.match(line.strip()):
            notes.lines.append("")
            open_block = False
        else:
            words = plain(_ITEM.sub("", line).strip())
            notes.lines.append(words)
            if open_block and not _ITEM.match(line):
                notes.paragraphs[-1] += " " + words
            elif words:
                notes.paragraphs.append(words)
            open_block = bool(notes.paragraphs)
    return notes


def plain(text: str) -> str:
    """Words without bold, emphasis, code marks and link targets."""
    text = _LINK.sub(r"\1", text)
    text = _BOLD.sub(r"\2", text)
    return _STRESS.sub(r"\2", text).replace("`", "").strip()


def _front(lines: list[str], notes: _Notes) -> list[str]:
    """Without the front matter some note programs write; its title and date are kept."""
    if not lines or lines[0].strip() != "---":
        return lines
    for number, line in enumerate(lines[1:40], start=1):
        if line.strip() == "---":
            return lines[number + 1 :]
        name, _, value = line.partition(":")
        if name.strip().lower() in {"title", "titel"}:
            notes.title = value.strip().strip("\"'")
        elif name.strip().lower() in {"date", "datum"}:
            notes.held_on = times.first_date(value)
    return lines
