"""What may be imported, and who stands against it."""

from __future__ import annotations

from datetime import date

import pytest

from augenhoehe.listen.consent import Consent, ConsentState, Origin, may_import, obstacles

GIVEN, REFUSED, UNKNOWN = ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.UNKNOWN
WITHDRAWN = ConsentState.WITHDRAWN


def consent(person: str, state: ConsentState) -> Consent:
    return Consent(person, state, withdrawn_on=date(2026, 3, 2) if state is WITHDRAWN else None)


@pytest.mark.parametrize(
    ("origin", "state", "allowed"),
    [
        (Origin.MEMORY, UNKNOWN, True),
        (Origin.NOTES, REFUSED, True),
        (Origin.WRITTEN, UNKNOWN, True),
        (Origin.LIVE_TRANSCRIPT, GIVEN, True),
        (Origin.LIVE_TRANSCRIPT, UNKNOWN, True),
        (Origin.LIVE_TRANSCRIPT, REFUSED, False),
        (Origin.LIVE_TRANSCRIPT, WITHDRAWN, False),
        (Origin.RECORDING, GIVEN, True),
        (Origin.RECORDING, UNKNOWN, False),
        (Origin.RECORDING, REFUSED, False),
        (Origin.RECORDING, WITHDRAWN, False),
        (Origin.UNKNOWN, GIVEN, False),
    ],
)
def test_may_import(origin: Origin, state: ConsentState, allowed: bool) -> None:
    consents = [consent("Anna", GIVEN), consent("Jan", state)]
    assert may_import(origin, ["Anna", "Jan"], consents) is allowed


def test_somebody_without_an_entry_is_unknown_and_named() -> None:
    found = obstacles(Origin.RECORDING, ["Anna", "Jan", "Anna"], [consent("Anna", GIVEN)])
    assert [(o.person, o.blocks, o.because.key) for o in found] == [("Jan", True, "listen.obstacle.unknown")]


def test_unknown_consent_to_a_live_transcript_is_pointed_out() -> None:
    found = obstacles(Origin.LIVE_TRANSCRIPT, ["Jan"], [])
    assert [(o.blocks, o.because.key) for o in found] == [(False, "listen.obstacle.unknown")]


def test_a_withdrawal_has_its_day_and_comes_after_the_consent() -> None:
    with pytest.raises(ValueError, match="day on which"):
        Consent("Jan", WITHDRAWN)
    with pytest.raises(ValueError, match="before it was given"):
        Consent("Jan", WITHDRAWN, given_on=date(2026, 3, 3), withdrawn_on=date(2026, 3, 2))
    with pytest.raises(ValueError, match="only a withdrawn"):
        Consent("Jan", GIVEN, withdrawn_on=date(2026, 3, 2))
