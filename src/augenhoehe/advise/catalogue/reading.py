"""Read a catalogue file: TOML, YAML, JSON, CSV or XLSX by its ending, checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from augenhoehe.advise.catalogue.bmecat import is_bmecat
from augenhoehe.advise.catalogue.building import build
from augenhoehe.advise.catalogue.checking import check
from augenhoehe.advise.catalogue.complaints import CatalogueRefusedError
from augenhoehe.advise.catalogue.json_syntax import read_json
from augenhoehe.advise.catalogue.located import Located
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.syntax import read_toml, read_yaml
from augenhoehe.advise.catalogue.tables import read_csv, read_xlsx
from augenhoehe.speech.errors import InputRefusedError

ENDINGS = (".toml", ".yaml", ".yml", ".json", ".csv", ".xlsx", ".ods")
LARGEST_FILE = 20_000_000


def read_catalogue(data: bytes, name: str) -> Catalogue:
    """The catalogue of a file, with warnings kept in it.

    Raises InputRefusedError (CatalogueRefusedError with all complaints where the content is wrong); each names file,
    line and field.
    """
    located = locate(data, name)
    catalogue = build(located)
    complaints = check(catalogue, located)
    errors = [complaint for complaint in complaints if not complaint.warning]
    if errors:
        raise CatalogueRefusedError(errors)
    return replace(catalogue, warnings=tuple(complaint.message for complaint in complaints))


def locate(data: bytes, name: str, *, columns: Mapping[str, str] | None = None) -> Located:
    """The file's data with its lines, not yet read as a catalogue. `columns` says for headings of a table which field
    (or `serves:<need>`) they mean, blank for one that is left out. Raises InputRefusedError."""
    ending = next((ending for ending in ENDINGS if name.casefold().endswith(ending)), None)
    if ending is None and is_bmecat(data, name):
        raise InputRefusedError.of("catalogue.bmecat.convert", file=name)
    if ending is None:
        raise InputRefusedError.of("advise.catalogue_ending", file=name, endings=", ".join(ENDINGS))
    if not data.strip():
        raise InputRefusedError.of("advise.catalogue_empty", file=name)
    if len(data) > LARGEST_FILE:
        raise InputRefusedError.of("advise.catalogue_large", file=name, megabytes=LARGEST_FILE // 1_000_000)
    if ending in (".xlsx", ".ods"):
        return read_xlsx(data, name, columns)
    text = decode(data, name)
    if ending == ".toml":
        return read_toml(text, name)
    if ending == ".json":
        return read_json(text, name)
    return read_csv(text, name, columns) if ending == ".csv" else read_yaml(text, name)


def decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else cp1252; line ends as \\n."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise InputRefusedError.of("advise.catalogue_binary", file=name)
    return text.replace("\r\n", "\n").replace("\r", "\n")
