"""Review: months later, what became of it, and what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from augenhoehe.journey.ports import Clock, Records
from augenhoehe.journey.record import AdviceRecord
from augenhoehe.learn.checks import Check, Use
from augenhoehe.learn.outcomes import Outcome, answering, due, outcomes


@dataclass(frozen=True, slots=True)
class Answer:
    """What the customer said about one planned look."""

    check: Check
    use: Use
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The record with its answers, what became of each offer, and the looks that are still to be taken today."""

    record: AdviceRecord
    outcomes: tuple[Outcome, ...]
    still_due: tuple[Check, ...]


def review(
    records: Records, clock: Clock, case: str, answers: Sequence[Answer] = (), *, learned: str | None = None
) -> Reviewed:
    """Keep answers and what was learned. Raises ValueError where an answer belongs to no planned look."""
    record, today = records.one(case), clock.today()
    checks = record.checks
    for answer in answers:
        checks = answering(checks, answer.check, answer.use, today, answer.words)
    record = replace(record, checks=checks, learned=record.learned if learned is None else learned.strip())
    records.save(record)
    return Reviewed(record, outcomes(checks), due(checks, today))
