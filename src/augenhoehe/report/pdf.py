"""The document as PDF, set by typst from data alone: tagged, PDF/UA-1, own fonts, the same bytes each time."""

from __future__ import annotations

import json
import unicodedata
from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files

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
        "document": displayable(json.dumps(as_data(document), ensure_ascii=False)),
        "marks": json.dumps(document.quote_marks, ensure_ascii=False),
        "page_of": document.page_of,
    }
    with ExitStack() as stack:
        fonts = stack.enter_context(as_file(source.joinpath("fonts")))
        compiled: bytes = typst.compile(
            source.joinpath("record.typ").read_bytes(),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards="ua-1",
            timestamp=0,
        )
    return compiled


def displayable(text: str) -> str:
    """The text in characters the fonts have: ligatures and full-width letters spelt out, joiners of emoji dropped."""
    if text.isascii():
        return text
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


@cache
def _shown(character: str) -> str:
    if ord(character) in _characters() or character == "\n":
        return character
    if unicodedata.category(character) in ("Cf", "Mn", "Cc"):
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
