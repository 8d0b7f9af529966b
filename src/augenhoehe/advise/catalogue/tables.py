"""Read a catalogue from tables: an XLSX with the sheets offers, serves and needs, or one table with `serves:<need>`
columns.

Headings may be German or English. Numbers may carry decimal commas; text may be UTF-8 or cp1252. A line of a table is
its row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from augenhoehe.advise.catalogue.building import as_number
from augenhoehe.advise.catalogue.located import Located, Path
from augenhoehe.speech.errors import InputRefusedError

Row = Sequence[str]
Sheet = Sequence[tuple[int, Row]]

HEADINGS: Mapping[str, str] = {
    "id": "id", "kürzel": "id", "nummer": "id", "artikelnummer": "id", "sku": "id",
    "title": "title", "titel": "title", "angebot": "title", "bezeichnung": "title", "name": "title", "offer": "title",
    "title_en": "title_en", "titel_en": "title_en", "name_en": "title_en",
    "price": "price", "preis": "price", "einmalpreis": "price", "price_once": "price", "einmalig": "price",
    "price_month": "price_month", "monatspreis": "price_month", "monatlich": "price_month",
    "price_year": "price_year", "jahrespreis": "price_year", "jährlich": "price_year",
    "price_seat": "price_seat", "preis_je_platz": "price_seat",
    "price_seat_month": "price_seat_month", "monatspreis_je_platz": "price_seat_month",
    "price_seat_year": "price_seat_year", "jahrespreis_je_platz": "price_seat_year",
    "aliases": "aliases", "andere_namen": "aliases", "requires": "requires", "setzt_voraus": "requires",
    "braucht": "requires", "excludes": "excludes", "schließt_aus": "excludes", "group": "group", "gruppe": "group",
    "variante": "group", "seats": "seats", "plätze": "seats", "effort_hours": "effort_hours",
    "aufwand_stunden": "effort_hours", "learning_hours": "learning_hours", "lernstunden": "learning_hours",
    "lead_weeks": "lead_weeks", "vorlauf_wochen": "lead_weeks", "lieferzeit_wochen": "lead_weeks",
    "provider": "provider", "anbieter": "provider", "owned": "owned", "vorhanden": "owned", "ours": "ours",
    "von_uns": "ours", "drawback": "drawback", "nachteil": "drawback", "haken": "drawback",
    "description": "description", "beschreibung": "description", "signs": "signs", "zeichen": "signs",
    "weight": "weight", "gewicht": "weight", "prior": "prior", "vorannahme": "prior", "need": "need", "bedarf": "need",
    "quality": "quality", "güte": "quality", "qualität": "quality", "evidence": "evidence", "beleg": "evidence",
    "valid_from": "valid_from", "gültig_ab": "valid_from", "valid_until": "valid_until", "gültig_bis": "valid_until",
    "question": "question", "frage": "question", "question_en": "question_en",
}  # fmt: skip
SHEETS = {
    "offers": "offers", "angebote": "offers", "offer": "offers", "serves": "serves", "deckt": "serves",
    "dient": "serves", "needs": "needs", "bedarf": "needs", "bedarfe": "needs",
}  # fmt: skip
SERVES = ("serves:", "deckt:", "dient:")
PRICES = {
    "price_month": ("month", False), "price_year": ("year", False), "price_seat": ("once", True),
    "price_seat_month": ("month", True), "price_seat_year": ("year", True),
}  # fmt: skip
TRUE, FALSE = frozenset({"ja", "yes", "true", "x", "1", "wahr"}), frozenset({"nein", "no", "false", "0", "falsch"})
LISTS = frozenset({"aliases", "requires", "excludes", "signs"})
MOST_ROWS = 60_000


Columns = Mapping[str, str] | None
FIELDS = tuple(dict.fromkeys(field for field in HEADINGS.values() if field not in ("need", "quality", "evidence")))
"""What a column of offers or needs can mean; `serves:<need>` comes on top."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A table as it stands: its headings with the field each seems to mean (blank where unknown), and first rows."""

    headings: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    more: int


def preview(data: bytes, text: str, name: str, shown: int = 5) -> Preview:
    """The first rows of a table of offers. `text` is the decoded file where it is a CSV. Raises InputRefusedError."""
    sheets = _workbook(data, name) if name.casefold().endswith((".xlsx", ".ods")) else {"offers": _csv(text, name)}
    known, _ = _known_sheets(sheets, name)
    sheet = [row for _, row in known["offers"] if any(cell.strip() for cell in row)]
    if not sheet:
        raise InputRefusedError.of("advise.catalogue_empty", file=name)
    headings = tuple((cell.strip(), _meaning(cell) or "") for cell in sheet[0] if cell.strip())
    places = [place for place, cell in enumerate(sheet[0]) if cell.strip()]
    rows = tuple(tuple(row[at] if at < len(row) else "" for at in places) for row in sheet[1 : shown + 1])
    return Preview(headings, rows, max(0, len(sheet) - 1 - shown))


def read_csv(text: str, name: str, columns: Columns = None) -> Located:
    """One table of offers with a heading row; the separator is the one the heading uses most (; , or tab)."""
    return _located(name, {"offers": _csv(text, name)}, columns)


def _csv(text: str, name: str) -> Sheet:
    head = text.split("\n", 1)[0]
    separator = max(";,\t", key=head.count)
    rows: list[tuple[int, Row]] = []
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        for row in reader:
            rows.append((reader.line_num, row))
            if len(rows) > MOST_ROWS:
                raise InputRefusedError.of(
                    "advise.catalogue_too_many",
                    file=name,
                    line=MOST_ROWS,
                    field="csv",
                    most=MOST_ROWS,
                    count=len(rows),
                )
    except csv.Error as error:
        raise InputRefusedError.of("advise.catalogue_no_table", file=name, line=reader.line_num) from error
    return rows


def read_xlsx(data: bytes, name: str, columns: Columns = None) -> Located:
    """The sheets offers (or the only sheet), serves and needs of a workbook."""
    known, _ = _known_sheets(_workbook(data, name), name)
    return _located(name, known, columns)


def _workbook(data: bytes, name: str) -> dict[str, Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - optional part, slow start

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {
            title: [
                (number, [_cell(cell) for cell in row])
                for number, row in enumerate(book.get_sheet_by_name(title).to_python(), start=1)
            ]
            for title in book.sheet_names
        }
    except (CalamineError, ValueError, OSError) as error:
        raise InputRefusedError.of("advise.catalogue_no_workbook", file=name) from error


def _known_sheets(sheets: Mapping[str, Sheet], name: str) -> tuple[dict[str, Sheet], tuple[str, ...]]:
    """The sheets we know, and the names of the others."""
    known = {
        SHEETS[title.casefold().strip()]: rows for title, rows in sheets.items() if title.casefold().strip() in SHEETS
    }
    if "offers" not in known:
        if len(sheets) != 1:
            raise InputRefusedError.of("advise.catalogue_no_sheet", file=name, sheets=", ".join(sheets))
        known["offers"] = next(iter(sheets.values()))
    return known, tuple(title for title in sheets if title.casefold().strip() not in SHEETS)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _located(name: str, sheets: Mapping[str, Sheet], columns: Columns = None) -> Located:
    lines: dict[Path, int] = {}
    offers, needs = _offers(sheets["offers"], name, lines, columns)
    for number, record in _records(sheets.get("serves", ()), name):
        _add_serving(offers, record, number, name, lines)
    listed: list[dict[str, object]] = []
    for number, record in _records(sheets.get("needs", ()), name):
        lines["need", len(listed)] = number
        listed.append(_need(record))
    known = {str(need["id"]) for need in listed}
    for need in needs:
        if need not in known:
            lines["need", len(listed)] = 1
            listed.append({"id": _slug(need), "name": need, "signs": [need]})
    return Located(name, {"name": name, "need": listed, "offer": offers}, lines)


def _slug(text: str) -> str:
    return "-".join(text.casefold().split())


def _meaning(cell: str) -> str | None:
    """The field a heading means, blank for a blank one, None where it is unknown."""
    plain = "_".join(cell.strip().casefold().replace("-", " ").split())
    start = next((each for each in SERVES if cell.strip().casefold().startswith(each)), None)
    if start is not None:
        return f"serves:{cell.strip()[len(start) :].strip()}"
    return HEADINGS.get(plain) if plain else ""


def _headings(sheet: Sheet, name: str, columns: Columns = None) -> tuple[int, list[str]]:
    for place, (number, row) in enumerate(sheet):
        if any(cell.strip() for cell in row):
            found = []
            for cell in row:
                heading = cell.strip()
                meaning = (columns or {}).get(heading, _meaning(cell))
                if meaning is None or (meaning and meaning not in FIELDS and not _is_known(meaning)):
                    raise InputRefusedError.of("advise.catalogue_unknown_column", file=name, line=number, field=heading)
                found.append(meaning)
            return place, found
    raise InputRefusedError.of("advise.catalogue_empty", file=name)


def _is_known(meaning: str) -> bool:
    return meaning.startswith("serves:") or meaning in HEADINGS.values()


def _records(sheet: Sheet, name: str, columns: Columns = None) -> list[tuple[int, dict[str, str]]]:
    if not sheet:
        return []
    start, headings = _headings(sheet, name, columns)
    found = []
    for number, row in sheet[start + 1 :]:
        record = {key: cell.strip() for key, cell in zip(headings, row, strict=False) if key and cell.strip()}
        if record:
            found.append((number, record))
    return found


def _offers(
    sheet: Sheet, name: str, lines: dict[Path, int], columns: Columns
) -> tuple[list[dict[str, object]], list[str]]:
    records = _records(sheet, name, columns)
    _, headings = _headings(sheet, name, columns)
    needs = [heading.removeprefix("serves:") for heading in headings if heading.startswith("serves:")]
    offers: list[dict[str, object]] = []
    for number, record in records:
        lines["offer", len(offers)] = number
        offers.append(_offer(record))
    return offers, needs


def _offer(record: Mapping[str, str]) -> dict[str, object]:
    offer: dict[str, object] = {}
    prices: list[dict[str, object]] = []
    serves: dict[str, object] = {}
    for key, cell in record.items():
        if key.startswith("serves:"):
            serves[_slug(key.removeprefix("serves:"))] = _number(cell)
        elif key in PRICES:
            per, seat = PRICES[key]
            prices.append({"amount": _number(cell), "per": per, "seat": seat})
        elif key in ("title", "title_en"):
            titles = offer.setdefault("title", {})
            assert isinstance(titles, dict)
            titles["de" if key == "title" else "en"] = cell
        elif key == "requires":
            offer[key] = [part.split("|") if "|" in part else part for part in _split(cell)]
        elif key in LISTS:
            offer[key] = _split(cell)
        elif key in ("owned", "ours"):
            offer[key] = True if cell.casefold() in TRUE else False if cell.casefold() in FALSE else cell
        elif key in ("drawback", "description", "id", "group", "provider", "valid_from", "valid_until"):
            offer[key] = cell
        else:
            offer[key] = _number(cell)
    if "price" in offer and prices:
        prices.insert(0, {"amount": offer.pop("price"), "per": "once", "seat": False})
    if prices:
        offer["prices"] = prices
    if serves:
        offer["serves"] = serves
    offer.setdefault("id", _slug(str(record.get("title", ""))))
    return offer


def _need(record: Mapping[str, str]) -> dict[str, object]:
    names = {"de": record.get("title", record.get("id", ""))}
    if "title_en" in record:
        names["en"] = record["title_en"]
    need: dict[str, object] = {"id": record.get("id", _slug(names["de"])), "name": names}
    need["signs"] = _split(record.get("signs", ""))
    for key in ("weight", "prior"):
        if key in record:
            need[key] = _number(record[key])
    questions = {voice: record[key] for voice, key in (("sie", "question"), ("en", "question_en")) if key in record}
    if questions:
        need["questions"] = questions
    return need


def _add_serving(
    offers: Sequence[dict[str, object]], record: Mapping[str, str], number: int, name: str, lines: dict[Path, int]
) -> None:
    wanted = record.get("title", record.get("id", ""))
    for place, offer in enumerate(offers):
        if offer.get("id") == wanted:
            serves = offer.setdefault("serves", [])
            assert isinstance(serves, list)
            lines["offer", place, "serves", len(serves)] = number
            serves.append(
                {
                    "need": record.get("need", ""),
                    "quality": _number(record.get("quality", "")),
                    "evidence": record.get("evidence", ""),
                }
            )
            return
    raise InputRefusedError.of("advise.catalogue_dangling_offer", file=name, line=number, field="offer", id=wanted)


def _split(cell: str) -> list[str]:
    mark = ";" if ";" in cell else ","
    return [part.strip() for part in cell.split(mark) if part.strip()]


def _number(cell: str) -> object:
    number = as_number(cell)
    return cell if number is None else number
