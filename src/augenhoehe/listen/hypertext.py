"""HTML mails as text, with quotations marked by ">" as in plain mails."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table ul ol hr pre".split())
_HIDDEN = frozenset("style script head title".split())


def plain(markup: str) -> str:
    """The words of an HTML mail, one line a block; lines inside quotations begin with "> "."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = [re.sub(r"[^\S\n]+", " ", line).rstrip() for line in reader.text().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._depth = 0
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "blockquote":
            self._depth = min(self._depth + 1, 40)
            self._break()
        elif tag in _BLOCKS:
            self._break()
            if tag in {"p", "hr"}:
                self._break(blank=True)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "blockquote":
            self._depth = max(0, self._depth - 1)
            self._break()
        elif tag in _BLOCKS and tag != "br":
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._lines[-1] += (
                re.sub(r"\s+", " ", data) if self._lines[-1].strip("> ") else re.sub(r"\s+", " ", data).lstrip()
            )

    def _break(self, *, blank: bool = False) -> None:
        empty = not self._lines[-1].strip("> ")
        if empty and not blank:
            self._lines[-1] = "> " * self._depth
            return
        if blank and empty:
            previous = self._lines[-2].strip("> ") if len(self._lines) > 1 else ""
            if not previous:
                return
        self._lines.append("> " * self._depth)

    def text(self) -> str:
        return "\n".join(self._lines)
