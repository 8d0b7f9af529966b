"""Settle: a person confirms, corrects or rejects what was found; only what is confirmed feeds the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from augenhoehe.understand.findings import Finding


class RulingKind(StrEnum):
    """What a person says about a proposal."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What `by` said about the finding with this id; a correction carries the finding as it should be, under the same
    id."""

    finding: str
    kind: RulingKind
    by: str
    instead: Finding | None = None

    def __post_init__(self) -> None:
        if (self.kind is RulingKind.CORRECTED) != (self.instead is not None):
            raise ValueError("a correction carries the corrected finding, and nothing else does")
        if self.instead is not None and self.instead.id != self.finding:
            raise ValueError("a correction keeps the id of what it corrects")
        if not self.by:
            raise ValueError("a ruling is somebody's")


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings by what was said about them. `confirmed` holds corrected ones as corrected; `open` awaits a person."""

    confirmed: tuple[Finding, ...]
    open: tuple[Finding, ...]
    rejected: tuple[Finding, ...]


def settle(findings: Sequence[Finding], rulings: Iterable[Ruling]) -> Settled:
    """Apply rulings in their order; the last one on a finding holds. Rulings on findings no longer proposed change
    nothing, except corrections, which a person made and which therefore stay."""
    last = {ruling.finding: ruling for ruling in rulings}
    confirmed, waiting, rejected = [], [], []
    for finding in findings:
        ruling = last.pop(finding.id, None)
        if ruling is None:
            waiting.append(finding)
        elif ruling.kind is RulingKind.REJECTED:
            rejected.append(finding)
        else:
            confirmed.append(ruling.instead or finding)
    confirmed += [ruling.instead for ruling in last.values() if ruling.instead is not None]
    return Settled(tuple(confirmed), tuple(waiting), tuple(rejected))


def confirm_above(
    findings: Iterable[Finding], rulings: Iterable[Ruling], certainty: float, by: str
) -> tuple[Ruling, ...]:
    """Rulings that confirm every proposal nobody has ruled on whose certainty is above a limit ("all above 90 %")."""
    ruled = {ruling.finding for ruling in rulings}
    return tuple(
        Ruling(finding.id, RulingKind.CONFIRMED, by)
        for finding in findings
        if finding.id not in ruled and finding.certainty > certainty
    )
