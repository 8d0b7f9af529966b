"""`augenhoehe schema`: every shape has a JSON Schema that is one."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from augenhoehe.api.shapes import SCHEMAS


def test_without_a_name_all_names_are_listed(call: Callable) -> None:
    assert call("schema").out.split() == list(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid(call: Callable, name: str) -> None:
    schema = json.loads(call("schema", name).out)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"augenhoehe.{name}/1"
    assert call("schema", f"augenhoehe.{name}/1").out == call("schema", name).out


def test_unknown_name_is_refused(call: Callable) -> None:
    called = call("schema", "gedicht")
    assert (called.status, called.out) == (2, "")
    assert called.err == f"Ein Schema gedicht gibt es nicht. Es gibt: {', '.join(SCHEMAS)}.\n"
