"""Values to JSON and back, led by their type annotations.

Works for every frozen dataclass of the rooms: text, numbers, Decimal, dates, enums, money, messages, tuples, optional
parts and nested values. Evidence is written as a reference (conversation, turn, start, end), so that a person's words
stand in one place only, the turn; reading takes a function that finds the turn. Evidence whose turn is gone is left
out of tuples and becomes None where that is allowed; a value that cannot be without it raises `GoneError`.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from augenhoehe.speech.conversation import Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

Json = Any
Value = TypeVar("Value")
TurnFinder = Callable[[str, int], Turn | None]

TAG = "$"
TAGGED: dict[str, type[Any]] = {
    "date": date,
    "datetime": datetime,
    "decimal": Decimal,
    "evidence": Evidence,
    "message": Message,
    "money": Money,
}
"""Types that say what they are where an annotation allows several."""


class GoneError(LookupError):
    """A part that cannot be left out rests on words that are gone."""


def to_json(value: Any) -> Json:
    """A value as JSON takes it. Raises TypeError for what has no place in a value."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, frozenset):
        # A set has another order in each process.
        return sorted((to_json(item) for item in value), key=repr)
    for tag, kind in TAGGED.items():
        # A datetime is a date too: the exact type decides.
        if type(value) is kind:
            return {TAG: tag, **_parts(value)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"no JSON for a {type(value).__name__}")


def _parts(value: Any) -> dict[str, Json]:
    match value:
        case Evidence():
            return {"at": [value.conversation, value.turn.id, value.start, value.end]}
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case Message():
            return {"key": value.key, "values": {name: to_json(item) for name, item in value.values}}
        case Decimal():
            return {"is": str(value)}
        case _:
            return {"is": value.isoformat()}


def from_json(kind: type[Value], data: Json, turn: TurnFinder = lambda conversation, number: None) -> Value:
    """The value of this type. Raises GoneError, or ValueError for JSON that is not of the type."""
    return cast(Value, _read(kind, data, turn))


def evidence_places(data: Json) -> Iterator[tuple[str, int]]:
    """Conversation and turn number of every evidence in a stored value."""
    if isinstance(data, dict):
        if data.get(TAG) == "evidence":
            yield data["at"][0], data["at"][1]
        else:
            for item in data.values():
                yield from evidence_places(item)
    elif isinstance(data, list):
        for item in data:
            yield from evidence_places(item)


@lru_cache(maxsize=256)
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, data: Json, turn: TurnFinder) -> Any:
    origin = get_origin(kind)
    if origin is Union or origin is types.UnionType:
        return _read_union(get_args(kind), data, turn)
    if origin is tuple:
        return _read_tuple(get_args(kind), data, turn)
    if kind is Any:
        return _read_tagged(data, turn) if isinstance(data, dict) and TAG in data else data
    if isinstance(data, dict) and TAG in data:
        value = _read_tagged(data, turn)
        if not isinstance(value, kind):
            raise ValueError(f"expected a {kind.__name__}, found a {type(value).__name__}")
        return value
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _read_dataclass(kind, data, turn)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind) or (kind in (int, float) and isinstance(data, bool)):
        raise ValueError(f"expected {kind}, found {data!r}")
    return data


def _read_tagged(data: dict[str, Json], turn: TurnFinder) -> Any:
    match TAGGED.get(data[TAG]):
        case kind if kind is Evidence:
            conversation, number, start, end = data["at"]
            said = turn(conversation, number)
            if said is None:
                raise GoneError(f"turn {number} of {conversation}")
            return Evidence(conversation, said, start, end)
        case kind if kind is Money:
            return Money(Decimal(data["amount"]), data["currency"])
        case kind if kind is Message:
            values = {name: _read(Any, item, turn) for name, item in data["values"].items()}
            return Message.of(data["key"], **values)
        case kind if kind is Decimal:
            return Decimal(data["is"])
        case kind if kind in (date, datetime):
            return kind.fromisoformat(data["is"])
        case _:
            raise ValueError(f"unknown mark {data[TAG]!r}")


def _read_dataclass(kind: type[Any], data: Json, turn: TurnFinder) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"expected a {kind.__name__}, found {data!r}")
    hints = _hints(cast(Hashable, kind))
    # Fields added since the value was stored take their defaults; fields that are gone are passed over.
    return kind(
        **{
            field.name: _read(hints[field.name], data[field.name], turn)
            for field in dataclasses.fields(kind)
            if field.init and field.name in data
        }
    )


def _read_tuple(kinds: tuple[Any, ...], data: Json, turn: TurnFinder) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError(f"expected a list, found {data!r}")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        kept = []
        for item in data:
            try:
                kept.append(_read(kinds[0], item, turn))
            except GoneError:
                continue
        return tuple(kept)
    if len(kinds) != len(data):
        raise ValueError(f"expected {len(kinds)} parts, found {len(data)}")
    return tuple(_read(kind, item, turn) for kind, item in zip(kinds, data, strict=True))


def _read_union(kinds: tuple[Any, ...], data: Json, turn: TurnFinder) -> Any:
    if data is None and type(None) in kinds:
        return None
    others = [kind for kind in kinds if kind is not type(None)]
    if isinstance(data, dict) and TAG in data:
        try:
            return _read_tagged(data, turn)
        except GoneError:
            if type(None) in kinds:
                return None
            raise
    for kind in others:
        try:
            return _read(kind, data, turn)
        except (ValueError, TypeError):
            continue
    raise ValueError(f"{data!r} is none of {kinds}")
