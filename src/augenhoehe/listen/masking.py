"""A view of a text in which mail addresses, telephone numbers and account numbers are masked.

The original stays what it is: evidence refers to its characters. The view keeps a map, so that a place in the masked
text is found in the original and the other way round. Weak on names and postal addresses (not masked) and on numbers
spelled out in words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?![\w@])")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{1,4}){3,8}(?!\w)", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,+/-])(?<!\d )(?:\+|00|\(?0)\(?\d[\d ()/-]{5,24}\d(?![\w/]|[.,-]\d)")
_APART = re.compile(r"[ ()/-]{4}")
_ISO_DATE = re.compile(r"0\d[ /-]\d{2}[ /-]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of the original that is hidden, and where its mask stands in the view (ends excluded)."""

    kind: str
    start: int
    end: int
    view_start: int
    view_end: int


@dataclass(frozen=True, slots=True)
class View:
    """A text with masks, beside the original."""

    original: str
    text: str
    masked: tuple[Masked, ...] = field(default=())

    def to_original(self, place: int) -> int:
        """The place in the original of a place in the view; inside a mask, the beginning of what it hides."""
        number = bisect_right([mask.view_start for mask in self.masked], place) - 1
        if number < 0:
            return place
        mask = self.masked[number]
        return mask.start if place < mask.view_end else place - mask.view_end + mask.end

    def from_original(self, place: int) -> int:
        """The place in the view of a place in the original; inside what is hidden, the beginning of the mask."""
        number = bisect_right([mask.start for mask in self.masked], place) - 1
        if number < 0:
            return place
        mask = self.masked[number]
        return mask.view_start if place < mask.end else place - mask.end + mask.view_end


def mask(text: str, also: Iterable[tuple[int, int, str]] = ()) -> View:
    """The view of a text. A mask reads [mail], [iban] or [phone].

    `also` are further places to hide (start, end, word of the mask), as who knows the names finds them. Where two
    overlap, the one that begins first hides, of those the longer.
    """
    found = sorted((*_found(text), *also), key=lambda place: (place[0], -place[1], place[2]))
    parts: list[str] = []
    masked: list[Masked] = []
    place = length = 0
    for start, end, kind in found:
        if start < place:
            continue
        sign = f"[{kind}]"
        parts += [text[place:start], sign]
        length += start - place
        masked.append(Masked(kind, start, end, length, length + len(sign)))
        length += len(sign)
        place = end
    parts.append(text[place:])
    return View(text, "".join(parts), tuple(masked))


def _found(text: str) -> list[tuple[int, int, str]]:
    found = [(match.start(), match.end(), "mail") for match in _MAIL.finditer(text)]
    found += [place for match in _IBAN.finditer(text) if (place := _iban(match)) is not None]
    taken = [(start, end) for start, end, _ in found]
    for match in _PHONE.finditer(text):
        digits = sum(map(str.isdigit, match.group()))
        if not 7 <= digits <= 17 or _ISO_DATE.fullmatch(match.group()) or _APART.search(match.group()):
            continue
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append((match.start(), match.end(), "phone"))
    return found


def _iban(match: re.Match[str]) -> tuple[int, int, str] | None:
    """The longest beginning of the match that is an account number with a right check sum (ISO 13616)."""
    words = match.group()
    for end in range(len(words), 14, -1):
        if end < len(words) and words[end] != " ":
            continue
        if is_iban(words[:end]):
            return match.start(), match.start() + end, "iban"
    return None


def is_iban(words: str) -> bool:
    """Whether letters and digits (spaces allowed) form an IBAN whose check sum is right."""
    compact = words.replace(" ", "").upper()
    if not 15 <= len(compact) <= 34 or not compact.isascii() or not compact.isalnum():
        return False
    return int("".join(str(int(character, 36)) for character in compact[4:] + compact[:4])) % 97 == 1
