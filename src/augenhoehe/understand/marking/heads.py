"""What the network says about each piece, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from augenhoehe.understand.findings import ATTRIBUTES, Attribute, Kind

Floats = npt.NDArray[np.float32]

KINDS = tuple(Kind)
DUE = len(KINDS)
"""The channel for the words of a promise's date, after those of the kinds."""
CHANNELS = len(KINDS) + 1
CHOICES: tuple[tuple[Kind, str, tuple[Attribute, ...]], ...] = tuple(
    (kind, name, values) for kind in KINDS for name, values in ATTRIBUTES.get(kind, {}).items() if values is not None
)
"""Attributes with a fixed set of values: each has a group of columns in the answer."""


def columns() -> Mapping[tuple[Kind, str], slice]:
    """Where each attribute's values stand in the columns of `Answer.choices`."""
    found: dict[tuple[Kind, str], slice] = {}
    start = 0
    for kind, name, values in CHOICES:
        found[kind, name] = slice(start, start + len(values))
        start += len(values)
    return found


COLUMNS = columns()
WIDTH = sum(len(values) for _, _, values in CHOICES)


@dataclass(frozen=True, slots=True)
class Answer:
    """Probabilities for the pieces of one window: inside a kind (or a date), a finding begins here, attribute values.

    `inside` is pieces × CHANNELS, `begins` pieces × kinds, `choices` pieces × WIDTH (each group of columns sums to 1),
    `vectors` pieces × 384: what the network made of each piece.
    """

    inside: Floats
    begins: Floats
    choices: Floats
    vectors: Floats
