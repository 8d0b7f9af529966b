"""The document as Markdown. What people said is escaped, so that it stays text."""

from __future__ import annotations

import re

from augenhoehe.report.tree import Block, Document, Entry, Facts, Listing, Paragraph, Picture, Quote, Section, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|[-+=])")


def as_markdown(document: Document) -> bytes:
    """The Markdown form, UTF-8."""
    lines = [f"# {_escaped(document.title)}", ""]
    if document.subtitle:
        lines += [f"**{_escaped(document.subtitle)}**", ""]
    lines += _block(document, document.facts, 2)
    for section in document.sections:
        lines += _section(document, section, 2)
    lines += ["---", ""]
    for sentence in document.closing:
        lines += [_escaped(sentence), ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _escaped(text: str) -> str:
    """One line of text in which no character marks anything up."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LEADING.sub(lambda match: match[1] + match[2][:-1] + "\\" + match[2][-1], line)


def _section(document: Document, section: Section, level: int) -> list[str]:
    lines = [f"{'#' * level} {_escaped(section.heading)}", ""]
    for block in section.blocks:
        lines += _block(document, block, level)
    for inner in section.sections:
        lines += _section(document, inner, level + 1)
    return lines


def _block(document: Document, block: Block, level: int) -> list[str]:
    match block:
        case Paragraph():
            text = _escaped(block.text)
            return [f"*{text}*" if block.unknown else text, ""]
        case Quote():
            opening, closing = document.quote_marks
            lead = [_escaped(block.lead), ""] if block.lead else []
            return [*lead, f"> {opening}{_escaped(block.words)}{closing}", ">", f"> — {_escaped(block.source)}", ""]
        case Facts():
            return [*(f"- **{_escaped(label)}:** {_escaped(value)}" for label, value in block.rows), ""]
        case Listing():
            return [*(f"- {_escaped(item)}" for item in block.items), ""]
        case Table():
            return _table(block)
        case Picture():
            return [f"*{_escaped(block.alt)}*", ""]
        case Entry():
            mark = f" ({_escaped(block.mark_text)})" if block.mark_text else ""
            lines = [f"{'#' * (level + 1)} {_escaped(block.heading)}{mark}", ""]
            for inner in block.blocks:
                lines += _block(document, inner, level + 1)
            return lines


def _table(table: Table) -> list[str]:
    rule = ("---:" if column in table.figures else "---" for column in range(len(table.head)))
    return [
        f"*{_escaped(table.caption)}*",
        "",
        f"| {' | '.join(map(_escaped, table.head))} |",
        f"| {' | '.join(rule)} |",
        *(f"| {' | '.join(map(_escaped, row))} |" for row in table.rows),
        "",
    ]
