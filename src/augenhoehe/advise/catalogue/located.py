"""Data with the line each part stands in, so that a complaint about a catalogue can point at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
MAP, SEQUENCE = dict, list


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data (dict, list, str, int, Decimal, bool, None) read from a file, with line numbers (from 1) by path."""

    name: str
    data: Mapping[str, object]
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a part, or of the nearest part around it; 1 where nothing is known."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def field_name(path: Path) -> str:
    """A path as people write it: ("offer", 2, "prices", 0, "amount") → "offer[3].prices[1].amount"."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else (f".{part}" if text else part)
    return text
