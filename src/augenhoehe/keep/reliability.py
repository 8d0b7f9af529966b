"""How reliably a side keeps its word, with an interval that is honest about small numbers.

The interval is Jeffreys' (quantiles of the beta distribution with prior 1/2, 1/2; limits 0 and 1 where nothing or
everything was kept), as Brown, Cai and DasGupta recommend for small numbers ("Interval Estimation for a Binomial
Proportion", Statistical Science 16, 2001). It says how a side has kept its promises so far. It is a fact about
promises, never a mark of a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from augenhoehe.keep.ledger import is_open, overdue
from augenhoehe.keep.promises import Promise, PromiseState, Side
from augenhoehe.speech.messages import Message

LEVEL = 0.9


@dataclass(frozen=True, slots=True)
class Reliability:
    """Promises of one side whose outcome is known: `kept` in time, `late` kept or still open after their date,
    `broken`.

    `share` is kept / (kept + late + broken), None where nothing is known yet, then `low` and `high` are None as well.
    `pending` are open and not due yet, `untimed` were kept but nobody knows when; neither counts.
    """

    side: Side
    kept: int
    late: int
    broken: int
    pending: int
    untimed: int
    share: float | None
    low: float | None
    high: float | None
    saying: Message


def reliability(promises: Iterable[Promise], side: Side, today: date, level: float = LEVEL) -> Reliability:
    """Count what became of one side's promises. Withdrawn ones are left out: they were taken back in time."""
    counts = dict.fromkeys(("kept", "late", "broken", "pending", "untimed"), 0)
    for promise in promises:
        if promise.side is side and (outcome := _outcome(overdue(promise, today))):
            counts[outcome] += 1
    known = counts["kept"] + counts["late"] + counts["broken"]
    low, high = interval(counts["kept"], known, level) if known else (None, None)
    key = f"keep.reliability.{side}" if known else f"keep.reliability.unknown.{side}"
    return Reliability(
        side=side,
        share=counts["kept"] / known if known else None,
        low=low,
        high=high,
        saying=Message.of(key, kept=counts["kept"], known=known) if known else Message.of(key),
        **counts,
    )


def _outcome(promise: Promise) -> str:
    """Which count a promise belongs to; blank for none."""
    last = promise.due.last if promise.due else None
    if promise.state is PromiseState.LATE:
        return "late"
    if is_open(promise):
        return "pending"
    if promise.state is PromiseState.BROKEN:
        return "broken"
    if promise.state is not PromiseState.KEPT:
        return ""
    if last is None:
        return "kept"
    if promise.settled_on is None:
        return "untimed"
    return "kept" if promise.settled_on <= last else "late"


def interval(hits: int, tries: int, level: float = LEVEL) -> tuple[float, float]:
    """Jeffreys' interval for a share. Raises ValueError where there are no tries or more hits than tries."""
    if not 0 <= hits <= tries or tries == 0 or not 0 < level < 1:
        raise ValueError(f"no share of {hits} in {tries} at level {level}")
    from scipy.special import betaincinv  # noqa: PLC0415 - slow start: 0.1 to 0.5 s

    tail = (1 - level) / 2
    low = 0.0 if hits == 0 else float(betaincinv(hits + 0.5, tries - hits + 0.5, tail))
    high = 1.0 if hits == tries else float(betaincinv(hits + 0.5, tries - hits + 0.5, 1 - tail))
    return low, high
