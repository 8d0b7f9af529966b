"""Promise: commits the speaker's side to a future action. Both sides can make one.

Weak: German speaks of the future in the present tense, so "ich frage Herrn Meier" may be a habit; dates are taken as
said and not checked. Announcements of the next sentence ("ich sage Ihnen was") are kept out by a list only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.understand.dating import due_in
from augenhoehe.understand.detector import ANYONE, Attributes, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot


def clues(spot: Spot) -> Iterable[str]:
    """A date, a person addressed and a request before make a commitment of an action."""
    if spot.asks:
        yield "asks"
    if not spot.has(Kind.PROMISE):
        if _dates_a_deed(spot):
            yield "dated_deed"
        return
    if spot.marked("due"):
        yield "due_words"
    if spot.has_word("ihnen", "dir", "euch") or (spot.said.language == "en" and spot.has_word("you")):
        yield "to_you"
    before = spot.before
    if before is not None and (before.has(Kind.WISH, 2.4) or before.has(Kind.ASK_CONCESSION, 2.4)):
        yield "asked_to"


def _dates_a_deed(spot: Spot) -> bool:
    """A date beside the speaker or the one addressed, told in the present: "am Montag sind 300 auf Ihrem Konto"."""
    if not spot.marked("due") or spot.asks or spot.marked("looking_back", "wanted", "bound", "contrast", "negated"):
        return False
    if spot.hits.get(Kind.PROMISE) or spot.marked("conditional"):
        return False
    return spot.has_word("<you>", "<your>", "mir", "uns", "me", "us") and len(spot.texts) >= 4


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """The words that give the date, exactly as said; None where no date is said."""
    said, words = spot.said, spot.said.words
    passage = said.turn.text[words.starts[spot.passage.first] : words.ends[spot.passage.last - 1]]
    due = due_in(passage, spot.talk.conversation.day_of(said.turn), said.language)
    return (("due", " ".join(due.split()) if due else None),)


DETECTOR = Detector(Kind.PROMISE, ANYONE, clues=clues, attributes=attributes, alone=True)
