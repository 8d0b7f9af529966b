"""Decode a file once: refuse what is no text, find the encoding, make line ends uniform.

The order is byte order mark, strict UTF-8, cp1252. Guessing libraries were tried and took German cp1252 for other code
pages; see docs/decisions for the reasons.
"""

from __future__ import annotations

import codecs
import re

from augenhoehe.listen.format import Source
from augenhoehe.speech.errors import InputRefusedError

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that is read: about 400 hours of talk as a transcript."""

BINARY = "binary"
"""The encoding of a file that is no text itself (a DOCX, a ZIP with a chat in it)."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FOREIGN = (
    (b"%PDF", "listen.refused.pdf"),
    (b"{\\rtf", "listen.refused.word_old"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "listen.refused.word_old"),
    (b"ID3", "listen.refused.sound"),
    (b"RIFF", "listen.refused.sound"),
    (b"OggS", "listen.refused.sound"),
    (b"fLaC", "listen.refused.sound"),
    (b"\x1aE\xdf\xa3", "listen.refused.sound"),
)

_MAIL_HEAD = re.compile(rb"(?:From \S|[A-Za-z][A-Za-z0-9-]{0,60}:[ \t])")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")


def decode(data: bytes, name: str) -> Source:
    """The file with its text. Raises InputRefusedError for an empty, too large or binary file.

    A ZIP container (DOCX among them) comes back with an empty text and the encoding `BINARY`.
    """
    if len(data) > LARGEST:
        raise InputRefusedError.of(
            "listen.refused.too_large", file=name, megabytes=len(data) // (1024 * 1024), limit=LARGEST // (1024 * 1024)
        )
    if not data.strip():
        raise InputRefusedError.of("listen.refused.empty", file=name)
    if data.startswith(b"PK\x03\x04"):
        return Source(name, data, "", BINARY)
    for magic, refusal in _FOREIGN:
        if data.startswith(magic) or (refusal == "listen.refused.sound" and data[4:8] == b"ftyp"):
            raise InputRefusedError.of(refusal, file=name)
    text, encoding = decode_text(data, name)
    return Source(name, data, text, encoding)


def decode_text(data: bytes, name: str) -> tuple[str, str]:
    """Text with uniform line ends and the name of its encoding. Raises InputRefusedError where it is no text."""
    text, encoding = _decoded(data, name)
    text = _LINE_ENDS.sub("\n", text).removeprefix("\ufeff")
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > 3 + len(text) // 100:
        raise InputRefusedError.of("listen.refused.binary", file=name)
    if not text.strip():
        raise InputRefusedError.of("listen.refused.empty", file=name)
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                raise InputRefusedError.of("listen.refused.encoding", file=name, encoding=encoding) from None
    if b"\x00" in data:
        raise InputRefusedError.of("listen.refused.binary", file=name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        if _MAIL_HEAD.match(data):  # each part of a mail names its own encoding
            return data.decode("latin-1"), "latin-1"
        raise InputRefusedError.of("listen.refused.binary", file=name) from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether this is UTF-8 cut or damaged in a few places: true cp1252 hardly ever forms valid sequences."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(1 for character in text if character > "\x7f") - broken
    return valid > 4 * broken
