"""Settle what cannot stand side by side: conventions between kinds, and one finding for one thought.

Each rule is a convention of docs/guides/findings.md: a request for a discount in the form of a question is no question,
a mirror that ends in "richtig?" is a mirror only, a sentence of pain is a problem, an experience or an objection.
"""

from __future__ import annotations

from collections.abc import Sequence

from augenhoehe.understand.detector import Candidate
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit

YIELDS: dict[Kind, tuple[Kind, ...]] = {
    Kind.QUESTION: (Kind.ASK_CONCESSION, Kind.MIRROR),
}
"""The first yields to any of the others in the same passage."""

RIVALS: tuple[tuple[frozenset[Kind], float], ...] = (
    (frozenset({Kind.PROBLEM, Kind.EXPERIENCE, Kind.OBJECTION, Kind.GOAL, Kind.PUT_OFF}), 0.0),
    (frozenset({Kind.WISH, Kind.GOAL}), 0.0),
    (frozenset({Kind.WISH, Kind.ASK_CONCESSION}), 0.0),
    (frozenset({Kind.ASK_CONCESSION, Kind.OBJECTION}), 0.1),
    (frozenset({Kind.CONSTRAINT, Kind.CRITERION}), 0.15),
    (frozenset({Kind.CONSTRAINT, Kind.PROBLEM}), 0.1),
    (frozenset({Kind.MIRROR, Kind.ADVICE, Kind.PROMISE}), 0.0),
    (frozenset({Kind.MIRROR, Kind.TRADEOFF}), 0.0),
    (frozenset({Kind.REFUSAL, Kind.CONCESSION}), 0.0),
    (frozenset({Kind.REFUSAL, Kind.CANDOUR}), 0.0),
    (frozenset({Kind.REFUSAL, Kind.TRADEOFF}), 0.0),
    (frozenset({Kind.CANDOUR, Kind.TRADEOFF}), 0.0),
    (frozenset({Kind.FLATTERY, Kind.APPRECIATION}), 0.0),
    (frozenset({Kind.OVERPROMISE, Kind.PROMISE}), 0.1),
    (frozenset({Kind.ADVICE, Kind.TRADEOFF}), 0.25),
)
"""Of these kinds in one passage the more certain stays; the other stays too when it is within the margin."""

FAVOUR = 0.25
"""By how much a wish must be more certain to stand beside a demand for something given away."""

WORDS_COUNT = 0.03
"""What a unit of cue weight is worth beside certainty, when kinds compete."""

STRONG = 2.2
"""Cue weight from which words of their own clause make a finding of their own."""

ONE_THOUGHT = frozenset(Kind) - {Kind.QUESTION, Kind.PROMISE}
"""Kinds of which neighbouring passages of one turn make one finding."""


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of one turn that can stand, in order of place and kind."""
    by_place: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_place.setdefault(candidate.spot.place, []).append(candidate)
    kept: list[Candidate] = []
    for place in sorted(by_place):
        kept += _settle_place(by_place[place])
    return kept


def _settle_place(candidates: Sequence[Candidate]) -> list[Candidate]:
    """What can stand of the candidates of one passage."""
    kinds = {candidate.kind: candidate for candidate in candidates}
    for kind, stronger in YIELDS.items():
        if kind in kinds and any(other in kinds for other in stronger):
            del kinds[kind]
    if Kind.QUESTION in kinds and Kind.WISH in kinds and _is_request(kinds[Kind.WISH]):
        del kinds[Kind.QUESTION]
    asked, wish = kinds.get(Kind.ASK_CONCESSION), kinds.get(Kind.WISH)
    if asked and wish and asked.certainty > wish.certainty - FAVOUR:
        del kinds[Kind.WISH]
    for group, margin in RIVALS:
        present = [kinds[kind] for kind in kinds if kind in group]
        if len(present) < 2:
            continue
        best = max(present, key=_rank)
        for candidate in present:
            near = margin > 0.0 and candidate.certainty >= best.certainty - margin
            if candidate is not best and not near and not _apart(candidate, best):
                del kinds[candidate.kind]
    return list(kinds.values())


def _is_request(wish: Candidate) -> bool:
    """Whether a wish has the form of a question ("Könnten Sie mir das schicken?")."""
    return any(hit.cue.because == "request" for hit in wish.spot.hits.get(Kind.QUESTION, ()))


def _rank(candidate: Candidate) -> float:
    """Certainty, and of equals the one whose words weigh more."""
    words = max((hit.weight for hit in candidate.spot.hits.get(candidate.kind, ())), default=0.0)
    return candidate.certainty + WORDS_COUNT * words


def _apart(one: Candidate, other: Candidate) -> bool:
    """Whether the words of two kinds stand in different clauses of one sentence: then both are meant."""
    first, second = _strongest(one), _strongest(other)
    if first is None or second is None:
        return False
    if first.first > second.first:
        first, second = second, first
    if first.last >= second.first:
        return False
    said = one.spot.said
    between = said.turn.text[said.words.ends[first.last] : said.words.starts[second.first]]
    return any(mark in between for mark in ",;:–—")


def _strongest(candidate: Candidate) -> Hit | None:
    """The cue that weighs most for a candidate, if it is a strong one."""
    strong = (hit for hit in candidate.spot.hits.get(candidate.kind, ()) if hit.weight >= STRONG)
    return max(strong, key=lambda hit: hit.weight, default=None)


def merges(earlier: Candidate, later: Candidate) -> bool:
    """Whether two findings of one turn are one thought: same kind and attributes, passages side by side."""
    return (
        earlier.kind is later.kind
        and earlier.kind in ONE_THOUGHT
        and later.spot.place == earlier.spot.place + 1
        and earlier.attrs == later.attrs
    )
