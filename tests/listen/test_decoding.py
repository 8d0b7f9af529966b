"""Encodings and line ends."""

from __future__ import annotations

import pytest

from augenhoehe.listen.decoding import decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Grüße".encode(), "Grüße", "utf-8"),
        ("Grüße".encode("utf-8-sig"), "Grüße", "utf-8-sig"),
        ("Grüße".encode("utf-16"), "Grüße", "utf-16"),
        (b"\xfe\xff" + "Grüße".encode("utf-16-be"), "Grüße", "utf-16"),
        ("Grüße".encode("utf-32"), "Grüße", "utf-32"),
        ("Grüße – „ja“ 5 €".encode("cp1252"), "Grüße – „ja“ 5 €", "cp1252"),
        (b"a\r\nb\rc\nd\x0be", "a\nb\nc\nd\ne", "utf-8"),
        ("äöüäöüäöü".encode()[:-1], "äöüäöüäö\ufffd", "utf-8"),
        ("From: Jörg\n\n\x81".encode("latin-1"), "From: Jörg\n\n\x81", "latin-1"),
    ],
)
def test_decode(data: bytes, text: str, encoding: str) -> None:
    source = decode(data, "a.txt")
    assert (source.text, source.encoding) == (text, encoding)
