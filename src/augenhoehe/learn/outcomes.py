"""Did it help? Later looks planned from the day of the decision, and what they found.

Unknown stays unknown: an offer nobody asked about has no outcome, and a look that was planned but never taken says
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from augenhoehe.learn.checks import Check, Use
from augenhoehe.speech.messages import Message

DAYS = (30, 90, 180, 365)
"""When to look: soon enough to help, late enough to know."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one offer: the latest answer, and all looks at it in the order of their days."""

    offer: str
    use: Use
    words: str
    asked_on: date | None
    looks: tuple[Check, ...]
    saying: Message


def plan(decided_on: date, offers: Sequence[str], days: Sequence[int] = DAYS) -> tuple[Check, ...]:
    """Looks at each offer, one for each number of days after the decision, by day and then in the order of the offers.

    Without offers (the advice was to buy nothing, or nothing was decided) one look a day at the whole: was it right?
    """
    return tuple(
        Check(decided_on + timedelta(after), offer) for after in sorted(set(days)) for offer in (offers or ("",))
    )


def due(checks: Iterable[Check], today: date) -> tuple[Check, ...]:
    """The looks to take now, one an offer: of several that were missed only the latest, so that nobody is asked
    twice."""
    waiting: dict[str, Check] = {}
    for check in sorted(checks, key=lambda check: (check.on, check.offer)):
        if check.asked_on is None and check.on <= today:
            waiting[check.offer] = check
        elif check.asked_on is not None and check.asked_on >= check.on:
            waiting.pop(check.offer, None)
    return tuple(sorted(waiting.values(), key=lambda check: (check.on, check.offer)))


def coming(checks: Iterable[Check], today: date) -> tuple[Check, ...]:
    """The looks planned for later, the nearest first."""
    later = (check for check in checks if check.asked_on is None and check.on > today)
    return tuple(sorted(later, key=lambda check: (check.on, check.offer)))


def answered(check: Check, use: Use, asked_on: date, words: str = "") -> Check:
    """The look with its answer. The customer may not know either: `Use.UNKNOWN` with a day is "asked, and unknown"."""
    return replace(check, use=use, words=words.strip(), asked_on=asked_on)


def answering(checks: Sequence[Check], check: Check, use: Use, asked_on: date, words: str = "") -> tuple[Check, ...]:
    """All looks, with one of them answered. Raises ValueError where it is not among them."""
    place = checks.index(check)
    return (*checks[:place], answered(check, use, asked_on, words), *checks[place + 1 :])


def outcomes(checks: Iterable[Check]) -> tuple[Outcome, ...]:
    """What became of each offer that a look was planned for, in the order of the offers' names."""
    by_offer: dict[str, list[Check]] = {}
    for check in sorted(checks, key=lambda check: (check.on, check.asked_on or date.max)):
        by_offer.setdefault(check.offer, []).append(check)
    return tuple(_outcome(offer, tuple(by_offer[offer])) for offer in sorted(by_offer))


def _outcome(offer: str, looks: tuple[Check, ...]) -> Outcome:
    taken = sorted((look for look in looks if look.asked_on is not None), key=lambda look: (look.asked_on, look.on))
    known = [look for look in taken if look.use is not Use.UNKNOWN]
    if not taken:
        return Outcome(offer, Use.UNKNOWN, "", None, looks, Message.of("learn.outcome.not_asked"))
    latest = known[-1] if known else taken[-1]
    return Outcome(offer, latest.use, latest.words, latest.asked_on, looks, Message.of(f"learn.outcome.{latest.use}"))
