"""Word documents: Teams' transcripts in both layouts, tables of turns, and scripts typed in Word.

The text is taken from `word/document.xml` by a parser that resolves no entities and refuses any DOCTYPE; how much is
unpacked is limited before anything is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from augenhoehe.listen import scripts, sides, tables
from augenhoehe.listen.decoding import BINARY
from augenhoehe.listen.format import Content, Source, Utterance
from augenhoehe.speech.conversation import Channel, Party, Role
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 40 * 1024 * 1024
"""Bytes of unpacked text that are parsed at most."""

_MEMBER = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


class Docx:
    """A Word document with a transcript in it."""

    name = "docx"

    def likelihood(self, source: Source) -> float:
        """Sure for a container that says it holds a Word document."""
        return 1.0 if source.encoding == BINARY and _MEMBER.encode() in source.data else 0.0

    def read(self, source: Source) -> Content:
        """Read the document. Raises InputRefusedError where it is damaged, protected or not a document of words."""
        body = _body(source)
        rows = _table(body)
        found = tables.columns(rows) if rows else None
        if found is not None:
            spoken, roles = tables.utterances(rows, found)
            people = tuple(Party(name, role) for name, word in roles if (role := sides.side(word)) is not Role.UNKNOWN)
            return Content(spoken, people=people)
        text = "\n".join(_paragraphs(body))
        script = scripts.read(text, source.known)
        if script.utterances:
            notes = (Message.of("listen.note.left_out", lines=script.left_out),) if script.left_out else ()
            return Content(script.utterances, title=script.title, held_on=script.held_on, notes=notes)
        paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
        if not paragraphs:
            raise InputRefusedError.of("listen.refused.no_words", file=source.name)
        return Content(tuple(Utterance(line, whole=True) for line in paragraphs), channel=Channel.NOTES)


def _body(source: Source) -> etree._Element:
    from lxml import etree  # noqa: PLC0415 - slow start: 30 ms that other formats can do without

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    xml = _document(source)
    if b"<!DOCTYPE" in xml:
        raise InputRefusedError.of("listen.refused.doctype", file=source.name)
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputRefusedError.of("listen.refused.docx_damaged", file=source.name) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise InputRefusedError.of("listen.refused.doctype", file=source.name)
    return root


def _document(source: Source) -> bytes:
    """The packed XML, at most `LARGEST` bytes of it: the size a container states may be a lie."""
    import io  # noqa: PLC0415 - slow start
    import zipfile  # noqa: PLC0415 - slow start
    import zlib  # noqa: PLC0415 - slow start

    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as container, container.open(_MEMBER) as member:
            data = member.read(LARGEST + 1)
    except KeyError:
        raise InputRefusedError.of("listen.refused.not_a_document", file=source.name) from None
    except RuntimeError:
        raise InputRefusedError.of("listen.refused.protected", file=source.name) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, OverflowError, NotImplementedError):
        raise InputRefusedError.of("listen.refused.docx_damaged", file=source.name) from None
    if len(data) > LARGEST:
        raise InputRefusedError.of("listen.refused.unpacked", file=source.name, limit=LARGEST // (1024 * 1024))
    return data


def _local(element: etree._Element) -> str:
    tag: object = element.tag
    if not isinstance(tag, str):  # a comment or a processing instruction
        return ""
    return tag.removeprefix(_WORD).removeprefix(_STRICT)


def _paragraphs(body: etree._Element) -> list[str]:
    """One entry a paragraph, with line breaks inside it kept; empty paragraphs stay as blank lines."""
    return [_text(element) for element in body.iter("{*}p") if _local(element) == "p"]


def _text(paragraph: etree._Element) -> str:
    parts: list[str] = []
    for element in paragraph.iter():
        local = _local(element)
        if local == "t":
            parts.append(element.text or "")
        elif local in {"br", "cr"}:
            parts.append("\n")
        elif local == "tab" and (parent := element.getparent()) is not None and _local(parent) == "r":
            parts.append("\t")
    return "".join(parts)


def _table(body: etree._Element) -> list[list[str]]:
    """The rows of the tables with the most common width, where most words of the document stand in tables."""
    rows: list[list[str]] = []
    inside = 0
    for row in body.iter("{*}tr"):
        if _local(row) != "tr":
            continue
        cells = [" ".join(_text(p) for p in cell.iter("{*}p")).strip() for cell in row.iter("{*}tc")]
        if any(cells):
            rows.append(cells)
            inside += sum(map(len, cells))
    if len(rows) < 2:
        return []
    return rows if inside >= 0.6 * sum(len(line) for line in _paragraphs(body)) else []
