"""Tables of turns as CSV: comma, semicolon or tab, with or without a header, German or English."""

from __future__ import annotations

import csv
import io

from augenhoehe.listen import sides, tables
from augenhoehe.listen.format import Content, Source
from augenhoehe.speech.conversation import Party, Role
from augenhoehe.speech.errors import InputRefusedError

_DELIMITERS = (";", "\t", ",")
_ENDINGS = (".csv", ".tsv", ".tab")


class Csv:
    """One row a turn; the columns are found by their names, else by what they hold."""

    name = "csv"

    def likelihood(self, source: Source) -> float:
        """Sure with a header that names speaker and text; with the ending also by what the columns hold."""
        ending = source.name.lower().endswith(_ENDINGS)
        head = source.text[:20_000]
        if not any(delimiter in head.split("\n", 1)[0] for delimiter in _DELIMITERS):
            return 0.0
        try:
            rows = _rows(head)
        except csv.Error:
            return 0.0
        found = tables.columns(rows)
        if found is None:
            return 0.0
        if found.header:
            return 0.95 if ending or len(rows) > 1 else 0.5
        return 0.85 if ending else 0.0

    def read(self, source: Source) -> Content:
        """Read the rows. Raises InputRefusedError with the line where quoting is broken or no column holds text."""
        try:
            rows = _rows(source.text)
        except csv.Error:
            raise InputRefusedError.of("listen.refused.csv_broken", file=source.name) from None
        found = tables.columns(rows)
        if found is None:
            raise InputRefusedError.of("listen.refused.csv_columns", file=source.name)
        spoken, roles = tables.utterances(rows, found)
        people = tuple(Party(name, role) for name, word in roles if (role := sides.side(word)) is not Role.UNKNOWN)
        held_on = next((one.said_on for one in spoken if one.said_on is not None), None)
        return Content(spoken, people=people, held_on=held_on)


def _rows(text: str) -> list[list[str]]:
    first = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [row for row in rows if any(cell.strip() for cell in row)]
