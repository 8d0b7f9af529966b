"""The document as PDF, set by typst from data alone: tagged, PDF/UA-1, own fonts, the same bytes each time."""

from __future__ import annotations

import json
import unicodedata
from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from augenhoehe.report.plain import as_data
from augenhoehe.report.tree import Document

MISSING = "□"
"""Stands for a character that no shipped font has (most emoji, Chinese), so that nothing vanishes unseen."""


def as_pdf(document: Document) -> bytes:
    """The PDF form.

    The date in the file is the day the record was made, none where it is not known, never the day of printing. Fonts
    come from the package only, so the same record gives the same bytes on every machine.
    """
    import typst  # noqa: PLC0415 - slow start: the other forms do without it

    source = files("augenhoehe.report")
    inputs = {
        "document": json.dumps(_displayed(as_data(document)), ensure_ascii=False),
        "marks": json.dumps(document.quote_marks, ensure_ascii=False),
        "page_of": document.page_of,
    }
    with ExitStack() as stack:
        fonts = stack.enter_context(as_file(source.joinpath("fonts")))
        template = stack.enter_context(as_file(source.joinpath("record.typ")))
        compiled: bytes = typst.compile(
            str(template),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards="ua-1",
            timestamp=0,
        )
    return compiled


def _displayed(value: Any) -> Any:
    match value:
        case str():
            return displayable(value)
        case list():
            return [_displayed(one) for one in value]
        case dict():
            return {name: _displayed(one) for name, one in value.items()}
    return value


def displayable(text: str) -> str:
    """The text in characters the fonts have: full-width letters spelt out, joiners and control characters dropped."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


@cache
def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cf", "Cc"):
        return ""
    if ord(character) in _characters():
        return character
    if unicodedata.category(character) == "Mn":
        return ""
    spelt = unicodedata.normalize("NFKC", character)
    return spelt if all(ord(one) in _characters() for one in spelt) else MISSING


@cache
def _characters() -> frozenset[int]:
    """The code points all faces share, from the list `tools/characters.py` writes."""
    listed = files("augenhoehe.report").joinpath("fonts", "characters.txt").read_text(encoding="ascii")
    found: set[int] = set()
    for line in listed.split():
        first, last = line.split("-")
        found.update(range(int(first, 16), int(last, 16) + 1))
    return frozenset(found)
