"""HTML mails as text, with quotations marked by ">" as in plain mails.

libxml2 reads the markup: its time grows with the length only, where the standard library's parser needs minutes for
200 kB of opened comments. Scripts, styles and addresses of images are not looked at, nothing is fetched.
"""

from __future__ import annotations

import re

from lxml import etree

_BLOCKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table ul ol hr pre".split())
_HIDDEN = frozenset("style script head title".split())
_SPACE = re.compile(r"\s+")
LARGEST = 4_000_000
"""Characters of markup that are read; what follows is left out."""


def plain(markup: str) -> str:
    """The words of an HTML mail, one line a block; lines inside quotations begin with "> "."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        parser.feed(markup[:LARGEST])
        parser.close()
    except (etree.LxmlError, ValueError):
        pass  # what was read up to the damage is kept
    lines = [_SPACE.sub(" ", line).rstrip() for line in reader.lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader:
    """Collects words line by line while libxml2 walks the markup."""

    def __init__(self) -> None:
        self.lines: list[str] = [""]
        self._depth = 0
        self._hidden = 0

    def start(self, tag: str | bytes, attrs: object) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "blockquote":
            self._depth = min(self._depth + 1, 40)
            self._break()
        elif tag in _BLOCKS:
            self._break()
            if tag in {"p", "hr"}:
                self._blank()

    def end(self, tag: str | bytes) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "blockquote":
            self._depth = max(0, self._depth - 1)
            self._break()
        elif tag in _BLOCKS and tag != "br":
            self._break()

    def data(self, data: str | bytes) -> None:
        if self._hidden:
            return
        words = _SPACE.sub(" ", str(data))
        self.lines[-1] += words.lstrip() if self._is_empty() else words

    def comment(self, text: str | bytes) -> None:
        """Comments are not words."""

    def close(self) -> None:
        """Nothing is left open."""

    def _is_empty(self) -> bool:
        return not self.lines[-1].strip("> ")

    def _break(self) -> None:
        if self._is_empty():
            self.lines[-1] = "> " * self._depth
        else:
            self.lines.append("> " * self._depth)

    def _blank(self) -> None:
        if len(self.lines) > 1 and self.lines[-2].strip("> "):
            self.lines.append("> " * self._depth)
