"""Word documents, honest and hostile."""

from __future__ import annotations

import io
import zipfile

import pytest

from augenhoehe.listen.formats import docx as module
from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.transcript import Transcript
from listen.shapes import refusal, said, timed

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(xml: bytes) -> bytes:
    """A container with this `word/document.xml`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", "<Types/>")
        container.writestr("word/document.xml", xml)
    return buffer.getvalue()


def document(body: str) -> bytes:
    """A document with this body; paragraphs are written <p>, line breaks inside them |."""
    xml = (
        body.replace("|", "</w:t><w:br/><w:t>").replace("<p>", "<w:p><w:r><w:t>").replace("</p>", "</w:t></w:r></w:p>")
    )
    return packed(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{xml}</w:body></w:document>'.encode())


def read(body: str) -> Transcript:
    return read_conversation(document(body), "Besprechung.docx")


def test_teams_first_layout() -> None:
    body = (
        "<p>0:0:1.0 --&gt; 0:0:3.460|Anna Berg|Wie läuft das heute?</p>"
        "<p>0:0:4.0 --&gt; 0:0:6.0|Jan Kolb|Zäh: zwei Tage.</p><p>0:0:8.0 --&gt; 0:0:9.0|Anna Berg|Aha.</p>"
    )
    assert timed(read(body)) == [
        ("Anna Berg", 1.0, 3.46, "Wie läuft das heute?"),
        ("Jan Kolb", 4.0, 6.0, "Zäh: zwei Tage."),
        ("Anna Berg", 8.0, 9.0, "Aha."),
    ]


def test_teams_later_layout_with_head_and_notices_of_the_recorder() -> None:
    body = (
        "<p>Besprechung-20260312_140000-Besprechungstranskript</p><p>12. März 2026, 14:00</p><p>32m 5s</p>"
        "<p>Anna Berg hat die Transkription gestartet</p><p>Anna Berg   0:03|Wie läuft das heute?</p>"
        "<p>Jan Kolb   0:09|Zäh.</p><p>Anna Berg   0:15|Aha.</p><p>Anna Berg hat die Transkription beendet</p>"
    )
    assert said(read(body)) == [("Anna Berg", "Wie läuft das heute?"), ("Jan Kolb", "Zäh."), ("Anna Berg", "Aha.")]


def test_a_table_of_turns() -> None:
    rows = [("Zeit", "Sprecher", "Text"), ("00:03", "Anna Berg", "Wie läuft das?"), ("00:09", "Jan Kolb", "Zäh.")]
    cells = "".join("<w:tr>" + "".join(f"<w:tc><p>{cell}</p></w:tc>" for cell in row) + "</w:tr>" for row in rows)
    assert timed(read(f"<w:tbl>{cells}</w:tbl>")) == [
        ("Anna Berg", 3.0, None, "Wie läuft das?"),
        ("Jan Kolb", 9.0, None, "Zäh."),
    ]


def test_a_script_typed_in_word() -> None:
    assert said(read("<p>Anna: Hallo</p><p>Jan: Tag</p><p>Anna: Gut</p>")) == [
        ("Anna", "Hallo"),
        ("Jan", "Tag"),
        ("Anna", "Gut"),
    ]


def test_free_words_are_notes() -> None:
    assert said(read("<p>Er will das Modul.</p><p>Ich rate ab.</p>")) == [
        ("", "Er will das Modul."),
        ("", "Ich rate ab."),
    ]


def test_an_entity_bomb_is_refused() -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE d [<!ENTITY a0 "ha">{entities}]><w:document xmlns:w="{NAMESPACE}"><w:p>&a9;</w:p></w:document>'
    assert refusal(packed(bomb.encode()), "bomb.docx") == "listen.refused.doctype"


def test_an_outside_entity_is_refused() -> None:
    head = '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    xml = f'{head}<w:document xmlns:w="{NAMESPACE}"><w:p>&f;</w:p></w:document>'
    assert refusal(packed(xml.encode("utf-16")), "talk.docx") == "listen.refused.doctype"


def test_a_packed_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1_000_000)
    assert refusal(document("<p>" + "a" * 1_000_001 + "</p>"), "bomb.docx") == "listen.refused.unpacked"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (packed(b"<not xml"), "listen.refused.docx_damaged"),
        (packed(b"")[:60], "listen.refused.container"),
        (document("<p>Hallo</p>")[:-40], "listen.refused.docx_damaged"),
        (document(""), "listen.refused.no_words"),
    ],
)
def test_damaged_documents_are_refused(data: bytes, key: str) -> None:
    assert refusal(data, "talk.docx") == key
