"""The formats that are read: one file each, registered by one line here."""

from __future__ import annotations

from augenhoehe.listen.format import Format
from augenhoehe.listen.formats.csv import Csv
from augenhoehe.listen.formats.docx import Docx
from augenhoehe.listen.formats.email import Email
from augenhoehe.listen.formats.json import Json
from augenhoehe.listen.formats.markdown import Markdown
from augenhoehe.listen.formats.memory import Memory
from augenhoehe.listen.formats.srt import Srt
from augenhoehe.listen.formats.text import Text
from augenhoehe.listen.formats.webvtt import WebVtt
from augenhoehe.listen.formats.whatsapp import WhatsApp

FORMATS: tuple[Format, ...] = (
    WebVtt(),
    Srt(),
    Docx(),
    Json(),
    Csv(),
    Email(),
    WhatsApp(),
    Markdown(),
    Text(),
    Memory(),
)
