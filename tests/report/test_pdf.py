"""The PDF form: tagged, accessible, the same bytes, no character lost in silence."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.report.pdf import displayable
from augenhoehe.report.record import render
from augenhoehe.wording.saying import Voice
from report.records import record

ROOT = Path(__file__).resolve().parent.parent.parent


def test_pdf_is_tagged_named_and_says_its_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(record(), Voice("en"), form="pdf", audience="customer")))
    root = reader.trailer["/Root"]
    facts = (root["/MarkInfo"]["/Marked"], root["/Lang"], reader.metadata.title, reader.metadata.author)
    assert facts == (True, "en-GB", "Advice record: Prüfstand", "Lena")


def test_pdf_declares_pdf_ua_1() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(record(), Voice(), form="pdf", audience="internal")))
    assert "pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_pdf_bears_the_day_of_the_record_and_none_where_it_is_unknown() -> None:
    dated = pypdf.PdfReader(io.BytesIO(render(record(), Voice(), form="pdf", audience="customer"))).metadata
    undated = replace(record(), made_on=None)
    bare = pypdf.PdfReader(io.BytesIO(render(undated, Voice(), form="pdf", audience="customer"))).metadata
    assert (dated.get("/CreationDate"), bare.get("/CreationDate")) == ("D:20261016000000Z", None)


def test_pdf_uses_the_shipped_fonts_only() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(record(), Voice(), form="pdf", audience="customer")))
    fonts = [_open(font) for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"].split("+")[-1] for font in fonts}
    assert {name.split("-")[0] for name in names} == {"SourceSans3", "SourceSerif4"}


def _open(reference: pypdf.generic.PdfObject) -> pypdf.generic.DictionaryObject:
    opened = reference.get_object()
    assert isinstance(opened, pypdf.generic.DictionaryObject)
    return opened


def test_words_no_font_has_are_marked_not_lost() -> None:
    """Jette wrote "Eier 🙈 und 中文"."""
    odd = replace(record(), occasion="Eier 🙈 und 中文, Ｆix")
    reader = pypdf.PdfReader(io.BytesIO(render(odd, Voice(), form="pdf", audience="customer")))
    assert "Eier □ und □□, Fix" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("schön und größer, 50 €", "schön und größer, 50 €"),
        ("Größe", "Größe"),
        ("👩‍💻", "□□"),
        ("Ｆｕｌｌ", "Full"),
        ("a\u200bb\ufe0f", "ab"),
        ("Zeile\nZeile\x1b\t.", "Zeile Zeile ."),
        ("", ""),
    ],
)
def test_displayable(text: str, shown: str) -> None:
    assert displayable(text) == shown


@settings(max_examples=25, deadline=None)
@given(occasion=st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_becomes_a_pdf(occasion: str) -> None:
    assert render(replace(record(), occasion=occasion), Voice(), form="pdf", audience="customer")[:5] == b"%PDF-"


def test_list_of_characters_is_current() -> None:
    done = subprocess.run([sys.executable, "tools/characters.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
