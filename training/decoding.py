"""From probabilities of pieces to findings: stretches of a turn inside which a kind is likely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Kind
from training.windows import ATTRIBUTES, DUE, KINDS, Window

Answer = tuple[Window, np.ndarray, np.ndarray, list[np.ndarray]]
LARGEST_GAP = 2
BEGIN = 0.5


def found(turns: Sequence[Mapping[str, Any]], answers: Iterable[Answer], threshold: float) -> list[dict[str, Any]]:
    """Findings as dictionaries (turn, kind, quote, attrs, certainty) for the judged pieces of all windows."""
    result = []
    for window, inside, begins, attributes in answers:
        for index in sorted({owner for owner, judged in zip(window.turns, window.judged, strict=True) if judged}):
            members = [i for i, owner in enumerate(window.turns) if owner == index and window.judged[i]]
            for channel, kind in enumerate(KINDS):
                if _allowed(kind, turns[index]["role"]):
                    for stretch in _stretches(members, inside[:, channel], begins[:, channel], threshold):
                        result.append(_finding(turns[index], kind, channel, stretch, window, inside, attributes))
    return result


def _allowed(kind: Kind, role: str) -> bool:
    return not ((kind in CUSTOMER_KINDS and role != "customer") or (kind in ADVISER_KINDS and role != "adviser"))


def _stretches(members: list[int], inside: np.ndarray, begins: np.ndarray, threshold: float) -> list[list[int]]:
    stretches: list[list[int]] = []
    for i in members:
        if inside[i] < threshold * 0.8:
            continue
        joined = stretches and i - stretches[-1][-1] <= LARGEST_GAP + 1
        if joined and not (begins[i] > BEGIN and i - stretches[-1][0] >= 3):
            stretches[-1] += range(stretches[-1][-1] + 1, i + 1)
        else:
            stretches.append([i])
    return [s for s in stretches if len(s) >= 2 and float(np.mean(inside[s])) >= threshold]


def _finding(
    turn: Mapping[str, Any], kind: Kind, channel: int, stretch: list[int], window: Window,
    inside: np.ndarray, attributes: list[np.ndarray],
) -> dict[str, Any]:  # fmt: skip
    text = turn["text"]
    start, end = _whole_words(text, window.places[stretch[0]][0], window.places[stretch[-1]][1])
    attrs: dict[str, Any] = {}
    for column, (owner, name, values) in enumerate(ATTRIBUTES):
        if owner is kind:
            attrs[name] = values[int(np.mean(attributes[column][stretch], axis=0).argmax())]
    if kind is Kind.PROMISE:
        dates = [i for i in stretch if inside[i, DUE] > 0.5]
        attrs["due"] = None
        if dates:
            first, last = _whole_words(text, window.places[dates[0]][0], window.places[dates[-1]][1])
            attrs["due"] = text[first:last].strip(" ,.!?;:")
    return {
        "turn": turn["id"], "kind": kind.value, "quote": text[start:end], "attrs": attrs,
        "certainty": float(np.mean(inside[stretch, channel])),
    }  # fmt: skip


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
