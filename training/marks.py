"""The marks of an annotated talk in the form that is scored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from augenhoehe.understand.findings import Kind
from augenhoehe.understand.scoring import Marked


def marked_by_people(talk: Mapping[str, Any]) -> tuple[Marked, ...]:
    """The marks of a talk or scene."""
    return tuple(
        Marked(entry["turn"], Kind(entry["kind"]), entry["quote"], tuple(sorted(entry["attrs"].items())))
        for entry in talk["findings"]
    )
