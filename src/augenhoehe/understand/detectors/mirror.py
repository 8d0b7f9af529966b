"""Mirror: the adviser gives back in own words what the customer said, wishes or feels.

Found by shared content words with the customer's last turns, a form that speaks of the other, and a "ja, genau" after
it. Weak where the words are all new (a picture, a feeling named), and where the adviser repeats figures to calculate.
"""

from __future__ import annotations

from collections.abc import Iterable

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot, shared_stems

CONFIRMS = frozenset("ja genau richtig stimmt exakt eben jawohl yes exactly correct right precisely".split())

OWN = (Kind.ADVICE, Kind.PROMISE, Kind.CONCESSION, Kind.REFUSAL, Kind.TRADEOFF, Kind.FLATTERY, Kind.APPRECIATION)


def clues(spot: Spot) -> Iterable[str]:
    """Shared words, the other addressed, agreement afterwards; own offers and open questions speak against it."""
    telling = list(spot.talk.recent(spot.said, Role.CUSTOMER, 7))
    if not telling or len(spot.texts) < 3 or spot.said.index == 0:
        return
    shared = shared_stems(spot, telling)
    if len(shared) >= 3:
        yield "shares_many_words"
    elif shared:
        yield "shares_words"
    elif not spot.has(Kind.MIRROR):
        return
    if not (spot.has(Kind.MIRROR) or spot.has_word("<you>", "<your>") or _is_confirmed(spot)):
        return
    if any(spot.said.vocabulary.is_number(stem) for stem in shared):
        yield "shares_numbers"
    if spot.has_word("<you>", "<your>"):
        yield "speaks_of_you"
    if spot.place < 3 and spot.begins_with("also", "heißt", "dann", "so", "sie", "ihr", "du", "you", "meaning"):
        yield "lead_so"
    if spot.before is not None and len(spot.before.words) >= 14:
        yield "after_telling"
    if spot.has_word("ich", "mir", "mich", "i", "my") and not spot.has(Kind.MIRROR, 2.0):
        yield "own_talk"
    if spot.asks and spot.has_word("<wword>") and not spot.has(Kind.MIRROR, 2.0):
        yield "asks_open"
    if _is_confirmed(spot):
        yield "confirmed_next"
    if spot.before is not None and spot.before.asks:
        yield "after_question"
    if any(spot.has(kind, 1.2) for kind in OWN):
        yield "advises"
    if len(spot.texts) < 5:
        yield "short"
    if spot.place > 2 and not spot.has(Kind.MIRROR, 2.0):
        yield "deep"


def _is_confirmed(spot: Spot) -> bool:
    """Whether the customer's next turn opens with agreement and this passage ends its turn."""
    if spot.place != len(spot.said.spots) - 1 or (spot.asks and spot.has_word("<wword>")):
        return False
    following = spot.talk.said[spot.said.index + 1 : spot.said.index + 2]
    return (
        bool(following)
        and following[0].turn.role is Role.CUSTOMER
        and not CONFIRMS.isdisjoint(following[0].words.texts[:3])
    )


DETECTOR = Detector(Kind.MIRROR, ADVISER, clues=clues, alone=True)
