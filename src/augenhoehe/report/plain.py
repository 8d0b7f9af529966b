"""The document as plain data (dicts, lists, strings): the JSON form, and what the PDF template reads."""

from __future__ import annotations

import json
from typing import Any

from augenhoehe.report.tree import Block, Document, Entry, Facts, Listing, Paragraph, Picture, Quote, Section, Table

SCHEMA = "augenhoehe.record/1"


def as_json(document: Document) -> bytes:
    """The JSON form (`augenhoehe.record/1`): UTF-8, keys in the order of the document, one line end at the end."""
    return (json.dumps(_without_drawings(as_data(document)), ensure_ascii=False, indent=1) + "\n").encode()


def _without_drawings(value: Any) -> Any:
    """The data without what only draws: the table beside a picture says the same in figures."""
    if isinstance(value, dict):
        return {key: _without_drawings(one) for key, one in value.items() if key != "svg"}
    return [_without_drawings(one) for one in value] if isinstance(value, list) else value


def as_data(document: Document) -> dict[str, Any]:
    """The whole document as dicts and lists."""
    return {
        "schema": SCHEMA,
        "audience": document.audience.value,
        "language": document.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "made_on": None if document.made_on is None else document.made_on.isoformat(),
        "facts": _rows(document.facts),
        "sections": [_section(section) for section in document.sections],
        "closing": list(document.closing),
    }


def _rows(facts: Facts) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for label, value in facts.rows]


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(inner) for inner in section.sections],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "text": block.text, "unknown": block.unknown}
        case Quote():
            return {"type": "quote", "words": block.words, "source": block.source, "lead": block.lead}
        case Facts():
            return {"type": "facts", "rows": _rows(block)}
        case Listing():
            return {"type": "list", "items": list(block.items)}
        case Table():
            return {
                "type": "table",
                "caption": block.caption,
                "head": list(block.head),
                "rows": [list(row) for row in block.rows],
                "figures": list(block.figures),
            }
        case Picture():
            return {"type": "picture", "alt": block.alt, "svg": block.svg}
        case Entry():
            return {
                "type": "entry",
                "heading": block.heading,
                "spoken": block.spoken,
                "mark": None if block.mark is None else {"state": block.mark.value, "text": block.mark_text},
                "data": dict(block.data),
                "blocks": [_block(inner) for inner in block.blocks],
            }
