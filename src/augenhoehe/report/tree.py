"""The neutral tree between the record and its forms: what stands in the document, in order, in finished sentences.

`layout` builds it once, the forms only set it, so that HTML, PDF, Markdown and JSON cannot differ in content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Audience(StrEnum):
    """Who reads it: the customer it is about, or the adviser's own side."""

    CUSTOMER = "customer"
    INTERNAL = "internal"


class Mark(StrEnum):
    """How sure a statement is, shown by line and word, never by colour alone.

    `PLANNED` is for what lies ahead, `UNKNOWN` for what nobody can say yet.
    """

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    PLANNED = "planned"
    UNKNOWN = "unknown"


Datum = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences. `unknown` says that the sentence states what is not known."""

    text: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they were said, who said them and where they stand. `lead` introduces them ("Der Grund:")."""

    words: str
    source: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, in order."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a head; `figures` are the columns (from 0) that are set flush right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Listing:
    """Short sentences in a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing (`svg`, made by this package alone) and what it shows, in words; a table gives the figures."""

    alt: str
    svg: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the record (a wish, an offer, a promise) with its heading, its mark and what belongs to it.

    `spoken` says that the heading is a quote, quotation marks included: spoken words are set in their own type.
    `data` carries the same facts for machines (ids, ISO dates, decimal strings); only JSON shows it.
    """

    heading: str
    blocks: tuple[Block, ...] = field(default=())
    mark: Mark | None = None
    mark_text: str = ""
    data: tuple[tuple[str, Datum], ...] = field(default=())
    spoken: bool = False


Block: TypeAlias = "Paragraph | Quote | Facts | Table | Listing | Picture | Entry"


def entry(
    heading: str,
    blocks: tuple[Block, ...],
    mark: tuple[Mark, str] | None = None,
    data: tuple[tuple[str, Datum], ...] = (),
    *,
    spoken: bool = False,
) -> Entry:
    """An entry with its mark and the word for it."""
    return Entry(heading, blocks, mark[0] if mark else None, mark[1] if mark else "", data, spoken)


@dataclass(frozen=True, slots=True)
class Section:
    """One station of the spine. `id` is the same in every language."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `facts` stand under the title, `closing` at the end; `page_of` numbers printed pages."""

    language: str
    audience: Audience
    title: str
    subtitle: str
    facts: Facts
    sections: tuple[Section, ...]
    closing: tuple[str, ...] = field(default=())
    made_on: date | None = None
    author: str = ""
    quote_marks: tuple[str, str] = ("“", "”")
    page_of: str = "{page} / {pages}"
