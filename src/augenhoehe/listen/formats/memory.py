"""Free text without speakers: three lines of memory, or a page of it."""

from __future__ import annotations

import re

from augenhoehe.listen.format import Content, Source, Utterance
from augenhoehe.speech.conversation import Channel
from augenhoehe.speech.errors import InputRefusedError

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ITEM = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)])\s+")


class Memory:
    """What somebody wrote down afterwards. A paragraph (or an item of a list) is one turn of an unnamed author."""

    name = "memory"

    def likelihood(self, source: Source) -> float:
        """Possible for any text, never likelier than a format that recognises something."""
        return 0.05 if source.text.strip() else 0.0

    def read(self, source: Source) -> Content:
        """Read the paragraphs. Raises InputRefusedError where there are none."""
        paragraphs = [part for block in _BLANK.split(source.text) for part in _parts(block)]
        if not paragraphs:
            raise InputRefusedError.of("listen.refused.no_words", file=source.name)
        return Content(tuple(Utterance(text, whole=True) for text in paragraphs), channel=Channel.NOTES)


def _parts(block: str) -> list[str]:
    """The items of a list, or the lines of a block that was not wrapped at a margin."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    items = [bool(_ITEM.match(line)) for line in lines]
    if any(items):
        parts: list[str] = []
        for line, item in zip(lines, items, strict=True):
            if item or not parts:
                parts.append(_ITEM.sub("", line, count=1).strip())
            else:
                parts[-1] += " " + line
        return [part for part in parts if part]
    return [" ".join(lines)] if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end at a margin: most are about as long as the longest and stop inside a sentence."""
    body = lines[:-1]
    if len(lines) < 3 or max(map(len, lines)) > 120:
        return False
    longest = max(map(len, body))
    full = sum(1 for line in body if len(line) > 0.7 * longest)
    inside = sum(1 for line in body if line[-1] not in ".!?:;")
    return longest >= 40 and full >= 0.8 * len(body) and inside >= 0.5 * len(body)
