"""Cut a mail's text into who wrote what: the new part, quoted mails below it, signatures.

Line by line, so that the time grows with the length only: mail-parser-reply needs minutes for a hostile mail of 60 kB
and drops what stands after a greeting. Weak where a program quotes without any header line and without marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_MARKS = re.compile(r"^[ \t]?(?:>[ \t]?){1,40}")
_WROTE = re.compile(
    r"^(?:Am|On|Le|Il|El)\b.{4,200}\b(?:schrieb|wrote|geschrieben)\b.{0,160}:?\s*$|"
    r"^.{3,160}\b(?:schrieb am|wrote on)\b.{4,80}:?\s*$|"
    r"^.{0,80}<[^<>\s]{3,80}@[^<>\s]{3,80}>\s+(?:schrieb|wrote).{0,80}:\s*$",
    re.IGNORECASE,
)
_OPENS_WROTE = re.compile(r"^(?:Am|On)\s.{4,200}$")
_CLOSES_WROTE = re.compile(r"^.{0,160}\b(?:schrieb|wrote)\b.{0,120}:\s*$", re.IGNORECASE)
_FIELD = re.compile(
    r"^\s*\*{0,2}(?P<name>Von|From|Gesendet|Sent|Datum|Date|An|To|Cc|Kopie|Betreff|Subject|Antwort an|"
    r"Reply-To)\s*:\*{0,2}"
    r"\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"^[ \t]*(?:-{2,}\s*(?:Original Message|Original-?Nachricht|Ursprüngliche Nachricht|Originalnachricht|"
    r"Weitergeleitete Nachricht|Forwarded message|Weitergeleitete E-Mail)[^-\n]{0,40}-{2,}|_{20,}|"
    r"(?:Anfang der weitergeleiteten Nachricht|Begin forwarded message)\s*:)[ \t]*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SENT_FROM = re.compile(
    r"^(?:Gesendet (?:von|mit)|Von meinem \S+ gesendet|Sent from|Sent via|Get Outlook for|"
    r"Diese Nachricht wurde von meinem).{0,80}$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:mit (?:freundlichen|besten|lieben|herzlichen|freundlichem|bestem|vielen)\s.{0,20}gr(?:ü|ue)(?:ß|ss).{0,12}|"
    r"(?:viele|beste|liebe|herzliche|schöne|freundliche|sonnige|sonnigen|besten|lieben)?\s?(?:grüße|grüsse|gruß|gruss)"
    r"(?:\s.{0,40})?|mfg|vg|lg|bg|(?:kind|best|warm|warmest|many)?\s?regards|best wishes|all the best|cheers|best|"
    r"yours(?: sincerely| faithfully)?|sincerely|servus|hochachtungsvoll)[\s,.!]*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:tel|telefon|fon|fax|mobil|mobile|phone|phon|www|https?|e-?mail|amtsgericht|hrb|ust-?id\S*|vat|"
    r"geschäftsführer\S*|"
    r"managing director|registered (?:office|in)|sitz der gesellschaft|iban|\d{5}\s+[A-ZÄÖÜ])|@|\+\d{2}",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(
    r"^(?:diese (?:e-?mail|nachricht) (?:enthält|ist)|this (?:e-?mail|"
    r"message)(?: and any attachments?)? (?:is|are|may|contains)|"
    r"disclaimer\b|vertraulichkeitshinweis|confidentiality notice).{10,}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Part:
    """One mail inside a text: who wrote it as its header line says (empty for the newest), and its words."""

    author: str = ""
    address: str = ""
    when: str = ""
    subject: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words without signature and empty edges."""
        return unsigned("\n".join(self.lines))


def cut(text: str) -> tuple[Part, ...]:
    """The mails in a text, newest first as mail programs stack them; the first is the new part.

    Lines quoted without any header line (answers between the lines) are left out of the new part: they are said in the
    mail they come from.
    """
    lines = text.split("\n")
    parts = [Part()]
    depth = 0
    number = 0
    while number < len(lines):
        line = lines[number]
        bare, level = _bare(line)
        taken, header = _header(lines, number, bare)
        if header is not None:
            parts.append(header)
            depth = level if not _next_is_deeper(lines, number + taken, level) else level + 1
            number += taken
            continue
        if level > depth and len(parts) == 1:
            number += 1
            continue
        if level < depth and len(parts) > 1 and bare.strip():
            parts[0].lines.append(bare)  # an answer below or between the quoted lines
            number += 1
            continue
        if not (level > depth and len(parts) > 1):
            parts[-1].lines.append(bare)
        number += 1
    return tuple(parts)


def _bare(line: str) -> tuple[str, int]:
    match = _MARKS.match(line)
    if match is None:
        return line, 0
    return line[match.end() :], match.group().count(">")


def _next_is_deeper(lines: Sequence[str], number: int, level: int) -> bool:
    for line in lines[number : number + 3]:
        bare, found = _bare(line)
        if found > level:
            return True
        if bare.strip():
            return False
    return False


def _header(lines: Sequence[str], number: int, bare: str) -> tuple[int, Part | None]:
    """How many lines the header of a quoted mail takes, and the mail it opens; (0, None) where none begins here."""
    if _DIVIDER.match(bare):
        taken = 1
        while number + taken < len(lines) and taken < 4 and not _bare(lines[number + taken])[0].strip():
            taken += 1
        more, part = _fields(lines, number + taken)
        if part is not None:
            return taken + more, part
        return (1, Part()) if not bare.strip().startswith("_") else (0, None)
    if len(bare) <= 400 and _WROTE.match(bare):
        return 1, _author(bare)
    if len(bare) <= 210 and _OPENS_WROTE.match(bare):
        for extra in (1, 2):
            following = _bare(lines[number + extra])[0] if number + extra < len(lines) else ""
            if not following.strip():
                break
            if len(following) <= 300 and _CLOSES_WROTE.match(following):
                whole = " ".join(_bare(lines[number + step])[0].strip() for step in range(extra + 1))
                return extra + 1, _author(whole)
    return _fields(lines, number)


def _author(header: str) -> Part:
    """Author and address of "Am 12.03.2026 um 14:05 schrieb Anna Berg <anna@berg.de>:"."""
    address = _ADDRESS.search(header)
    words = re.sub(r"<[^<>]{0,120}>|\[mailto:[^\]]{0,120}\]", " ", header)
    after = re.split(r"\bschrieb\b", words, maxsplit=1, flags=re.IGNORECASE)
    if len(after) == 2 and after[1].strip(" :") and not after[1].strip().startswith("am "):
        name = after[1]
    elif len(after) == 2 and after[1].strip().startswith("am "):
        name = after[0]
    else:
        before = re.split(r"\bwrote\b", words, maxsplit=1, flags=re.IGNORECASE)[0]
        name = re.split(r"\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?|,\s*|\d{4}", before)[-1]
    name = name.strip(" :,;\t\"'").removeprefix("um ").strip()
    return Part(name if not _ADDRESS.fullmatch(name) else "", address.group() if address else "", header)


def _fields(lines: Sequence[str], number: int) -> tuple[int, Part | None]:
    """A block "Von: … Gesendet: … An: … Betreff: …" as Outlook writes it: a sender and one more field at least."""
    found: dict[str, str] = {}
    taken = 0
    while number + taken < len(lines) and taken < 12:
        match = _FIELD.match(_bare(lines[number + taken])[0][:600])
        if match is None:
            break
        found.setdefault(match["name"].lower(), match["value"].strip())
        taken += 1
    sender = found.get("von", found.get("from"))
    if taken < 2 or sender is None or not ({"betreff", "subject", "gesendet", "sent", "datum", "date"} & found.keys()):
        return 0, None
    address = _ADDRESS.search(sender)
    name = re.sub(r"<[^<>]{0,120}>|\[mailto:[^\]]{0,120}\]", " ", sender).strip(" \"';*")
    when = next((found[name] for name in ("gesendet", "sent", "datum", "date") if name in found), "")
    subject = found.get("betreff", found.get("subject", ""))
    if address is not None and name == address.group():
        name = ""
    return taken, Part(name, address.group() if address else "", when, subject)


def unsigned(text: str) -> str:
    """The words without the signature: what follows "-- ", contact lines after the greeting, "Sent from my …".

    The greeting and the name under it stay, and so does a postscript: they are said to the reader.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    kept: list[str] = []
    greeted = -1
    dropping = False
    for number, line in enumerate(lines):
        stripped = line.strip()
        if line in {"--", "-- "} or stripped == "--":
            break
        if _SENT_FROM.match(stripped) or _CONFIDENTIAL.match(stripped):
            continue
        if (
            greeted >= 0
            and not dropping
            and stripped
            and number - greeted > 1
            and _is_contact(lines[number : number + 8])
        ):
            dropping = number - greeted > 2 or _CONTACT.search(stripped) is not None
        if dropping and re.match(r"P\.?\s?S\.?\s?[:.]?\s", stripped):
            dropping = False
            greeted = -1
        if not dropping:
            kept.append(line)
        if _GREETING.match(stripped):
            greeted = number
    return "\n".join(kept).strip()


def _is_contact(lines: Iterable[str]) -> bool:
    return any(_CONTACT.search(line) for line in lines)


def subject(words: str) -> str:
    """A subject without its Re:, AW:, WG: and Fwd: in front."""
    return re.sub(
        r"^(?:\s*(?:re|aw|antw|wg|fwd?|sv|tr)(?:\[\d{1,3}\])?\s*:\s*){1,20}", "", words, flags=re.IGNORECASE
    ).strip()
