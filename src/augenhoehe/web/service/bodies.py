"""What the service takes: files as text or base64, with the voice of the answer."""

from __future__ import annotations

import base64
import binascii
from typing import Literal

from ninja import Field, Schema

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Address, Voice


class File(Schema):
    """A file: its name (the ending is a hint) and either its text or its bytes in base64."""

    name: str = Field(min_length=1, max_length=255)
    text: str | None = None
    data: str | None = Field(default=None, description="the bytes in base64, for files that are no text")

    def content(self) -> bytes:
        """The bytes. Raises InputRefusedError where there is neither text nor data, or both, or no base64."""
        if (self.text is None) == (self.data is None):
            raise InputRefusedError.of("api.service.text_or_data", name=self.name)
        if self.text is not None:
            return self.text.encode("utf-8", errors="replace")
        try:
            return base64.b64decode(self.data or "", validate=True)
        except (binascii.Error, ValueError):
            raise InputRefusedError.of("api.service.no_base64", name=self.name) from None


class Voiced(Schema):
    """The language of the sentences in the answer; the account's own where it is not said."""

    lang: Literal["de", "en"] | None = None
    address: Literal["sie", "du"] | None = None

    def voice(self, own: Voice) -> Voice:
        """The voice asked for."""
        return Voice(self.lang or own.language, Address(self.address) if self.address else own.address)


class ReadBody(Voiced):
    """A conversation to read."""

    file: File
    advisers: list[str] = []
    customers: list[str] = []
    format: str | None = None
    catalogue: File | None = Field(default=None, description="a catalogue whose named needs are to be recognised")


class AdviseBody(Voiced):
    """A case to advise on: a case file with the files it names, or conversations alone."""

    files: list[File] = Field(min_length=1, max_length=50)
    case: str | None = Field(
        default=None, description="which of the files is the case; without it all are conversations"
    )
    catalogue: File
    budget: float | None = Field(default=None, ge=0, description="in the catalogue's currency")
    advisers: list[str] = []
    customers: list[str] = []
