"""Read JSON into located data: numbers exact, the line of every part, double keys and bottomless nesting refused."""

from __future__ import annotations

import re
from decimal import Decimal
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from augenhoehe.advise.catalogue.located import Located, Path
from augenhoehe.speech.errors import InputRefusedError

DEEPEST = 12
SPACE = re.compile(r"[ \t\n\r]*")
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][-+]?\d{1,2})?")
WORDS = {"true": True, "false": False, "null": None}


def read_json(text: str, name: str) -> Located:
    """Located data of a JSON text. Raises InputRefusedError with the line where it is no JSON."""
    reader = _Json(text, name)
    data = reader.value((), 0)
    reader.space()
    if reader.place != len(text):
        raise reader.wrong()
    if not isinstance(data, dict):
        raise InputRefusedError.of("advise.catalogue_no_mapping", file=name)
    return Located(name, data, reader.lines)


class _Json:
    def __init__(self, text: str, name: str) -> None:
        self.text, self.name, self.place = text, name, 0
        self.lines: dict[Path, int] = {}
        self.line, self.counted = 1, 0

    def space(self) -> None:
        hit = SPACE.match(self.text, self.place)
        assert hit is not None
        self.place = hit.end()

    def here(self) -> int:
        self.line += self.text.count("\n", self.counted, self.place)
        self.counted = max(self.counted, self.place)
        return self.line

    def wrong(self, key: str = "catalogue.no_json", **values: str) -> InputRefusedError:
        return InputRefusedError.of(key, file=self.name, line=self.here(), **values)

    def next(self, char: str) -> bool:
        self.space()
        if self.text.startswith(char, self.place):
            self.place += len(char)
            return True
        return False

    def string(self) -> str:
        try:
            value: str
            value, self.place = scanstring(self.text, self.place, True)
        except JSONDecodeError as error:
            raise self.wrong() from error
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def value(self, path: Path, depth: int) -> object:
        self.space()
        self.lines.setdefault(path, self.here())
        if depth > DEEPEST:
            raise self.wrong("catalogue.too_deep")
        if self.next('"'):
            return self.string()
        if self.next("["):
            return self.items(path, depth)
        if self.next("{"):
            return self.members(path, depth)
        for word, meaning in WORDS.items():
            if self.next(word):
                return meaning
        hit = NUMBER.match(self.text, self.place)
        if hit is None:
            raise self.wrong()
        self.place = hit.end()
        figures = hit.group()
        return int(figures) if figures.lstrip("-").isdigit() else Decimal(figures)

    def items(self, path: Path, depth: int) -> list[object]:
        found: list[object] = []
        if self.next("]"):
            return found
        while True:
            found.append(self.value((*path, len(found)), depth + 1))
            if self.next("]"):
                return found
            if not self.next(","):
                raise self.wrong()

    def members(self, path: Path, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        if self.next("}"):
            return found
        while True:
            if not self.next('"'):
                raise self.wrong()
            line, key = self.here(), self.string()
            if key in found:
                raise self.wrong("advise.catalogue_double_key", field=key)
            self.lines[*path, key] = line
            if not self.next(":"):
                raise self.wrong()
            found[key] = self.value((*path, key), depth + 1)
            if self.next("}"):
                return found
            if not self.next(","):
                raise self.wrong()
