"""Write a catalogue: new data as TOML, and single changes into a TOML or YAML text whose comments stay."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from augenhoehe.advise.catalogue.reading import decode, locate
from augenhoehe.speech.errors import InputRefusedError

Record = Mapping[str, object]
TABLES = ("need", "offer", "bundle", "volume", "insight")
UNCHANGED = (".toml", ".yaml", ".yml")


def as_toml(data: Mapping[str, object]) -> bytes:
    """A new TOML file of a catalogue's data: the settings, then every need, offer, bundle and volume as a table."""
    parts = ["\n".join(f"{_key(key)} = {_inline(value)}" for key, value in data.items() if key not in TABLES)]
    for table in TABLES:
        rows = data.get(table, ())
        assert isinstance(rows, Sequence)
        parts += [
            "\n".join([f"[[{table}]]", *(f"{_key(key)} = {_inline(value)}" for key, value in row.items())])
            for row in rows
        ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _key(key: str) -> str:
    return key if key and all(char.isascii() and (char.isalnum() or char in "-_") for char in key) else _text(key)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inline(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        plain = format(value.normalize(), "f")
        return plain if "." in plain else format(value.to_integral_value(), "f")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(str(key))} = {_inline(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    assert isinstance(value, Sequence)
    return f"[{', '.join(map(_inline, value))}]"


def set_row(data: bytes, name: str, table: str, row_id: str, values: Record) -> tuple[bytes, str]:
    """The file with one row (of `need`, `offer` …) changed or, where its id is new, added; with the file's name.

    A value of None takes a field away. Comments, order and all other text stay as they are in TOML and YAML. Tables
    (CSV, XLSX) and JSON become TOML. Raises InputRefusedError as reading does.
    """
    ending = next((each for each in UNCHANGED if name.casefold().endswith(each)), None)
    if ending == ".toml":
        return _in_toml(decode(data, name), name, table, row_id, values), name
    if ending:
        return _in_yaml(decode(data, name), name, table, row_id, values), name
    located = locate(data, name)
    fresh = as_toml(located.data)
    new_name = f"{name.rpartition('.')[0] or name}.toml"
    return _in_toml(fresh.decode(), new_name, table, row_id, values), new_name


def _in_toml(text: str, name: str, table: str, row_id: str, values: Record) -> bytes:
    import tomlkit  # noqa: PLC0415 - slow start
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - slow start

    try:
        document: Any = tomlkit.parse(text)
    except TOMLKitError as error:
        raise InputRefusedError.of("advise.catalogue_no_toml", file=name, line=getattr(error, "line", 1)) from error
    rows = document.get(table)
    row = next((each for each in rows or () if str(each.get("id")) == row_id), None)
    if row is None:
        row = tomlkit.table()
        row.add("id", row_id)
        if rows is None:
            rows = tomlkit.aot()
            document.append(table, rows)
        rows.append(row)
    for key, value in values.items():
        if value is None:
            row.pop(key, None)
        elif key not in row or row[key] != value:
            row[key] = tomlkit.parse(f"value = {_inline(value)}\n")["value"]
    return tomlkit.dumps(document).encode()


def _in_yaml(text: str, name: str, table: str, row_id: str, values: Record) -> bytes:
    from ruamel.yaml import YAML  # noqa: PLC0415 - slow start
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - slow start

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    try:
        document: Any = yaml.load(text)
    except YAMLError as error:
        raise InputRefusedError.of("advise.catalogue_no_yaml", file=name, line=1) from error
    rows = document.setdefault(table, [])
    row = next((each for each in rows if str(each.get("id")) == row_id), None)
    if row is None:
        row = {"id": row_id}
        rows.append(row)
    for key, value in values.items():
        if value is None:
            row.pop(key, None)
        elif key not in row or row[key] != value:
            row[key] = _plain(value)
    buffer = io.StringIO()
    yaml.dump(document, buffer)
    return buffer.getvalue().encode()


def _plain(value: object) -> object:
    """A value as the YAML writer takes it: Decimals as the figures they are."""
    from ruamel.yaml.scalarfloat import ScalarFloat  # noqa: PLC0415 - slow start

    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        text = format(value.normalize(), "f")
        whole, _, part = text.partition(".")
        return ScalarFloat(float(value), width=len(text), prec=len(whole), m_sign=False, underscore=None, m_lead0=0,
                           exp=None) if part else int(whole)  # fmt: skip
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, str | bool | int):
        return value
    assert isinstance(value, Sequence)
    return [_plain(item) for item in value]
