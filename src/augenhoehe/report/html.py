"""The document as HTML: a fragment for a page that already stands, or a page of its own that prints."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from augenhoehe.report.tree import (
    Block,
    Document,
    Entry,
    Facts,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
)


def as_page(document: Document) -> bytes:
    """A page that needs no other file: its styles stand in it, it has no script and fetches nothing."""
    style = files("augenhoehe.report").joinpath("record.css").read_text(encoding="utf-8")
    title = escape(f"{document.title}: {document.subtitle}" if document.subtitle else document.title)
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{as_fragment(document)}\n</main>\n</body>\n</html>\n"
    ).encode()


def as_fragment(document: Document, top: int = 1) -> str:
    """The document as one <article>; `top` is the level of its heading in the page around it. Everything is escaped."""
    lines = [
        f'<article class="record record-{document.audience.value}" lang="{document.language}">',
        "<header>",
        f"<h{top}>{escape(document.title)}</h{top}>",
    ]
    if document.subtitle:
        lines.append(f'<p class="record-subtitle">{escape(document.subtitle)}</p>')
    lines += [*_block(document, document.facts, top), "</header>"]
    for section in document.sections:
        lines += _section(document, section, top + 1)
    lines.append("<footer>")
    lines += [f"<p>{escape(sentence)}</p>" for sentence in document.closing]
    lines += ["</footer>", "</article>"]
    return "\n".join(lines)


def _section(document: Document, section: Section, level: int) -> list[str]:
    anchor = f"record-{section.id}"
    lines = [
        f'<section class="record-station" aria-labelledby="{anchor}">',
        f'<h{level} id="{anchor}">{escape(section.heading)}</h{level}>',
    ]
    for block in section.blocks:
        lines += _block(document, block, level)
    for inner in section.sections:
        lines += _section(document, inner, level + 1)
    return [*lines, "</section>"]


def _block(document: Document, block: Block, level: int) -> list[str]:
    match block:
        case Paragraph():
            kind = ' class="record-unknown"' if block.unknown else ""
            return [f"<p{kind}>{escape(block.text)}</p>"]
        case Quote():
            opening, closing = document.quote_marks
            lead = [f'<p class="record-lead">{escape(block.lead)}</p>'] if block.lead else []
            words = f"<p>{opening}{escape(block.words)}{closing}</p>"
            return [*lead, f"<blockquote>{words}<footer>{escape(block.source)}</footer></blockquote>"]
        case Facts():
            rows = (f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for label, value in block.rows)
            return [f"<dl>{''.join(rows)}</dl>"]
        case Listing():
            return [f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>"]
        case Table():
            return _table(block)
        case Picture():
            return [f'<figure class="record-picture">{block.svg}<figcaption>{escape(block.alt)}</figcaption></figure>']
        case Entry():
            return _entry(document, block, level)


def _entry(document: Document, entry: Entry, level: int) -> list[str]:
    state = "" if entry.mark is None else f" record-{entry.mark.value}"
    spoken = ' class="record-spoken"' if entry.spoken else ""
    lines = [f'<div class="record-entry{state}">', f"<h{level + 1}{spoken}>{escape(entry.heading)}</h{level + 1}>"]
    if entry.mark_text:
        tick = '<span aria-hidden="true">✓ </span>' if entry.mark is Mark.CONFIRMED else ""
        lines.append(f'<p class="record-mark">{tick}{escape(entry.mark_text)}</p>')
    for inner in entry.blocks:
        lines += _block(document, inner, level + 1)
    return [*lines, "</div>"]


def _table(table: Table) -> list[str]:
    def cell(tag: str, column: int, text: str) -> str:
        # On a phone the rows become blocks, and each value says itself what it is.
        told = ' scope="col"' if tag == "th" else f' data-label="{escape(table.head[column])}"'
        figure = ' class="record-figure"' if column in table.figures else ""
        return f"<{tag}{told}{figure}>{escape(text)}</{tag}>"

    head = "".join(cell("th", column, text) for column, text in enumerate(table.head))
    rows = [f"<tr>{''.join(cell('td', column, text) for column, text in enumerate(row))}</tr>" for row in table.rows]
    return [
        f'<div class="record-table" tabindex="0" role="region" aria-label="{escape(table.caption)}">',
        f"<table><caption>{escape(table.caption)}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        f"<tbody>{''.join(rows)}</tbody></table></div>",
    ]
