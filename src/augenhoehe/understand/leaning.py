"""What a sentence leans to without any fixed phrase: traits of the sentence and its place, weighed by hand-set figures.

Idioms are endless; what a passage is about also shows in plain traits: a negation with a figure and a "muss" leans to a
limit, the past with something good to an experience. `lexicon/leanings.toml` holds the weights. Weak by nature: it
only tips the scale where a cue is faint. A passage without any cue is no finding: on the corpus' first 49 talks
proposals from leanings alone were right in one case of four, and leaving them out raised precision from 0.50 to 0.56.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from augenhoehe.speech.conversation import Role
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Spot
from augenhoehe.understand.words import LEXICON_FOLDER

MARKS = (
    "negated", "wanted", "bound", "weighing", "contrast", "habit", "looking_back", "giving", "urging", "doubt",
    "unknowing", "later_on", "praising", "conditional", "bad", "good",
)  # fmt: skip
"""Marks of the lexicon that are traits as well."""

TRAITS = frozenset(MARKS) | {
    "number", "money", "date", "you", "me", "early", "middle", "late", "first", "after_question", "after_offer",
    "after_ask", "near_advice", "shares", "imperative",
}  # fmt: skip


@lru_cache(maxsize=1)
def leanings() -> Mapping[Kind, Mapping[str, float]]:
    """The weights of the traits, by kind."""
    with (LEXICON_FOLDER / "leanings.toml").open("rb") as file:
        return {Kind(kind): weights for kind, weights in tomllib.load(file).items()}


def traits(spot: Spot) -> frozenset[str]:
    """The traits of a passage. Computed once a passage and kept by the caller."""
    found = {name for name in MARKS if name in spot.marks}
    if spot.has_number:
        found.add("number")
    if spot.has_word("<money>"):
        found.add("money")
    if spot.marked("due"):
        found.add("date")
    if spot.has_word("<you>", "<your>"):
        found.add("you")
    if spot.has_word("<i_we>", "<our>", "mir", "mich", "uns", "me", "us"):
        found.add("me")
    place, whole = spot.said.index, max(1, len(spot.talk.conversation.turns))
    found.add("early" if place * 5 < whole * 2 else "late" if place * 10 >= whole * 7 else "middle")
    if spot.is_first:
        found.add("first")
    found |= _from_before(spot)
    if any(other.has(Kind.ADVICE, 2.0) for other in spot.neighbours):
        found.add("near_advice")
    if spot.texts[0] in spot.said.vocabulary.classes["imp"]:
        found.add("imperative")
    return frozenset(found)


def _from_before(spot: Spot) -> set[str]:
    """What the other side's last turn makes likelier."""
    before = spot.before
    if before is None:
        return set()
    found = set()
    if before.asks:
        found.add("after_question")
    if before.has(Kind.ADVICE, 2.0) or "offers" in before.marks:
        found.add("after_offer")
    if spot.role is Role.ADVISER and (before.has(Kind.ASK_CONCESSION, 2.0) or before.has(Kind.WISH, 2.4)):
        found.add("after_ask")
    if not before.stems.isdisjoint(spot.said.stems):
        found.add("shares")
    return found


def lean(kind: Kind, found: frozenset[str]) -> float:
    """Log-odds that traits add to a kind."""
    weights = leanings().get(kind)
    if weights is None:
        return 0.0
    return sum(weight for trait, weight in weights.items() if trait in found)
