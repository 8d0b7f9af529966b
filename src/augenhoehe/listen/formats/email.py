"""Mails: one (.eml), a mailbox (.mbox) or a thread pasted from a mail program.

Each mail is a turn, oldest first; what later mails quote is counted once. Attachments are not read.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from augenhoehe.listen import threads, times
from augenhoehe.listen.format import Content, Source, Utterance
from augenhoehe.speech.conversation import Channel
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

if TYPE_CHECKING:
    from email.message import Message as EmailMessage

_HEAD = re.compile(
    r"^(From|To|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Delivered-To|X-[\w-]+|Content-Type):"
)
_MBOX = re.compile(rb"(?:\A|\n)From [^\n]{3,200}\d{4}[^\n]{0,20}\r?\n")
_MOST = 5000
"""Mails of one mailbox that are read at most."""
_MOST_PARTS = 500
_LONGEST_HEADER = 4000


@dataclass(frozen=True, slots=True)
class _Mail:
    author: str
    address: str
    text: str
    sent: datetime | None = None
    on: date | None = None
    subject: str = ""


class Email:
    """Mail as mail programs keep it, with headers; or copied out of one, with "Von: … Betreff: …" lines."""

    name = "email"

    def likelihood(self, source: Source) -> float:
        """Sure with mail headers; likely with header lines of quoted mails in the text."""
        text = source.text[:20_000]
        if not text:
            return 0.0
        if text.startswith("From ") and _MBOX.match(source.data[:400]):
            return 1.0
        names = _leading_headers(text)
        if len(names) >= 2 and ({"From", "Subject", "Message-ID"} & names):
            return 0.97
        if source.name.lower().endswith((".eml", ".mbox")) and names:
            return 0.9
        return 0.85 if len(threads.cut(text)) > 1 else 0.0

    def read(self, source: Source) -> Content:
        """Read the mails. Raises InputRefusedError where none holds words."""
        if len(_leading_headers(source.text)) >= 1 or source.text.startswith("From "):
            mails, attachments = _parsed(source)
        else:
            mails, attachments = list(_stacked(source.text, _Mail("", "", ""))), 0
        told = _once(mails)
        if not told:
            raise InputRefusedError.of("listen.refused.no_mail", file=source.name)
        names = _names(told)
        spoken = tuple(
            Utterance(
                mail.text, names.get(mail.address) or mail.author or mail.address or None, whole=True, said_on=mail.on
            )
            for mail in told
        )
        addresses = {name: address for address, name in names.items()}
        notes = (Message.of("listen.note.attachments", count=attachments),) if attachments else ()
        return Content(
            spoken,
            channel=Channel.EMAIL,
            title=next((threads.subject(mail.subject) for mail in mails if mail.subject), ""),
            held_on=next((mail.on for mail in told if mail.on is not None), None),
            addresses=tuple(addresses.items()),
            notes=notes,
        )


def _leading_headers(text: str) -> set[str]:
    names = set()
    for line in text.split("\n", 60)[:60]:
        if not line.strip():
            break
        match = _HEAD.match(line)
        if match is not None:
            names.add(match.group(1))
    return names


def _parsed(source: Source) -> tuple[list[_Mail], int]:
    """All mails of the file in the order they were sent, quoted ones before the one that quotes them."""
    from email.errors import MessageError  # noqa: PLC0415 - slow start: 25 ms that other formats can do without

    found: list[tuple[float, int, list[_Mail]]] = []
    attachments = 0
    last = 0.0
    for number, raw in enumerate(_messages(source.data)[:_MOST]):
        try:
            mail, attached = _mail(raw)
        except (
            MessageError,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            IndexError,
            AssertionError,
            RecursionError,
        ):
            continue  # the standard library's parser raises these for hostile headers; the other mails are still read
        attachments += attached
        last = mail.sent.timestamp() if mail.sent else last
        found.append((last, number, list(_stacked(mail.text, mail))))
    found.sort(key=lambda entry: entry[:2])
    return [mail for _, _, stack in found for mail in stack], attachments


def _messages(data: bytes) -> Sequence[bytes]:
    starts = list(_MBOX.finditer(data)) if data.startswith(b"From ") else []
    if not starts:
        return [data]
    ends = [match.start() for match in starts[1:]] + [len(data)]
    return [
        re.sub(rb"(?m)^>(>*From )", rb"\1", data[match.end() : end]) for match, end in zip(starts, ends, strict=True)
    ]


def _mail(raw: bytes) -> tuple[_Mail, int]:
    """One mail with its words and the number of its attachments."""
    from email import message_from_bytes, policy  # noqa: PLC0415 - slow start
    from email.utils import parseaddr, parsedate_to_datetime  # noqa: PLC0415 - slow start

    message = message_from_bytes(raw, policy=policy.compat32)
    name, address = parseaddr(_header(message, "From"))
    if not name and not address:
        name = _header(message, "From")
    sent = None
    try:
        sent = parsedate_to_datetime(_header(message, "Date")[:100])
    except (ValueError, TypeError, OverflowError, IndexError):
        sent = None
    on = sent.date() if sent else None
    if sent is not None and sent.tzinfo is None:
        sent = sent.replace(tzinfo=UTC)
    if sent is not None and not 1971 <= sent.year <= 9000:
        sent = None
    text, attached = _body(message)
    author = " ".join(_surname_last(name).split())
    return _Mail(author, address.strip("<> ").lower(), text, sent, on, _header(message, "Subject")), attached


def _header(message: EmailMessage, wanted: str) -> str:
    """A header in plain characters (RFC 2047 resolved), at most `_LONGEST_HEADER` bytes of it.

    The limit keeps the standard library's parsers, whose time grows with the square, from hostile lengths.
    """
    from email.errors import HeaderParseError  # noqa: PLC0415 - slow start
    from email.header import decode_header, make_header  # noqa: PLC0415 - slow start

    for name, value in message.raw_items():
        if name.lower() != wanted.lower():
            continue
        raw = str(value)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
        text = re.sub(r"\r?\n[ \t]+", " ", text)
        with contextlib.suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
            text = str(make_header(decode_header(text))) if "=?" in text else text
        return " ".join(re.sub("[\x00\ud800-\udfff]", "\ufffd", text).split())
    return ""


def _body(message: EmailMessage) -> tuple[str, int]:
    """The words of a mail (plain text before HTML) and how many attachments it has."""
    bodies: dict[str, EmailMessage] = {}
    attached = 0
    for number, part in enumerate(message.walk()):
        for name in ("Content-Type", "Content-Disposition"):
            if len(str(part.get(name, ""))) > _LONGEST_HEADER:
                del part[name]
        if number >= _MOST_PARTS:
            break
        if part.is_multipart():
            continue
        if part.get_content_disposition() == "attachment" or part.get_filename():
            attached += 1
        elif part.get_content_type() in {"text/plain", "text/html"}:
            bodies.setdefault(part.get_content_subtype(), part)
    for kind in ("plain", "html"):
        if kind in bodies and (text := _words(bodies[kind])).strip():
            return text, attached
    return "", attached


def _words(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        text = payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        try:
            text = payload.decode("utf-8")
        except UnicodeDecodeError:
            text = payload.decode("cp1252", "replace")
    text = re.sub("[\x00\ud800-\udfff]", "\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if part.get_content_subtype() == "html":
        from augenhoehe.listen.hypertext import plain  # noqa: PLC0415 - slow start

        return plain(text)
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?m)(?<=[^\n-]) \n(?!>|\n|-- \n)", " ", text)
    return text


def _surname_last(name: str) -> str:
    """ "Berg, Anna" as "Anna Berg": directories of companies write the surname first."""
    name = name.strip(" '\"")
    if name.count(",") == 1 and "(" not in name:
        last, first = (part.strip() for part in name.split(","))
        if first and last and len(first.split()) <= 3 and len(last.split()) <= 3 and not first.endswith("."):
            return f"{first} {last}"
    return name


def _stacked(text: str, outer: _Mail) -> Iterable[_Mail]:
    """The mails in one text, oldest first, the mail itself last."""
    parts = threads.cut(text)
    for part in reversed(parts[1:]):
        yield _Mail(
            _surname_last(part.author),
            part.address.lower(),
            part.text,
            None,
            times.first_date(part.when),
            part.subject,
        )
    yield replace(outer, text=parts[0].text)


def _once(mails: Iterable[_Mail]) -> list[_Mail]:
    """Mails with words, each counted once: a quotation says again what an earlier mail said."""
    told: list[_Mail] = []
    seen: set[str] = set()
    lines_seen: set[str] = set()
    for mail in mails:
        folded = _folded(mail.text)
        lines = [line for line in map(_folded, mail.text.split("\n")) if len(line) > 20]
        known = sum(1 for line in lines if line in lines_seen)
        if not folded or (folded in seen) or (lines and known >= 0.8 * len(lines)):
            continue
        seen.add(folded)
        lines_seen.update(lines)
        told.append(mail)
    return told


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _names(mails: Iterable[_Mail]) -> dict[str, str]:
    """The name of each address: the longest one somebody gave it; the address itself where nobody did."""
    names: dict[str, str] = {}
    for mail in mails:
        if mail.address:
            known = names.get(mail.address, "")
            names[mail.address] = max(known, mail.author, key=len) or mail.address
    taken: set[str] = set()
    for address, name in names.items():
        if name in taken:
            names[address] = f"{name} ({address})"
        taken.add(names[address])
    return names
