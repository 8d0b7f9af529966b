"""What somebody brought and has not kept yet: it travels in the form, so that nothing half-finished is stored."""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import dataclass

from augenhoehe.listen.decoding import LARGEST
from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

MOST = 20
"""Conversations brought at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file or a text as it was brought, and how it reads: a transcript, or the sentence that refuses it."""

    name: str
    data: bytes
    format: str
    transcript: Transcript | None
    refusal: Message | None

    @property
    def packed(self) -> str:
        """The bytes as a form field carries them."""
        return base64.b64encode(zlib.compress(self.data, 6)).decode("ascii")


def draft(data: bytes, name: str, format: str = "") -> Draft:
    """Read what was brought, in the named format or the likeliest one."""
    try:
        return Draft(name, data, format, read_conversation(data, name, format=format or None), None)
    except InputRefusedError as error:
        return Draft(name, data, format, None, error.message)


def unpacked(field: str) -> bytes | None:
    """The bytes of a form field; None where it was damaged or unpacks to more than a file may hold."""
    try:
        reader = zlib.decompressobj()
        data = reader.decompress(base64.b64decode(field, validate=True), LARGEST + 1)
    except (binascii.Error, zlib.error, ValueError):
        return None
    return data if reader.eof and len(data) <= LARGEST else None
