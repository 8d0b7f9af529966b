"""Which offers a wish means: by their titles and other names, inflected and in compounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.needs.board import Wish
from augenhoehe.understand.topics import COMPOUND_PART, Word, likeness, topics, words

COMMON = 3
OF_ITS_BEST = 0.9
COMPOUND = 0.8


def offers_wished(wishes: Sequence[Wish], catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The offers that each wish (by id) means, in catalogue order; wishes that mean none are left out.

    A word that three or more titles share ("toolbox", "move") does not decide; where nothing else is left of a name,
    it must stand in the wish as a whole.
    """
    names = {
        offer.id: [(name, topics(name)) for name in [*(text for _, text in offer.title), *offer.aliases]]
        for offer in catalogue.offers
    }
    common = _common([[text for _, text in offer.title] for offer in catalogue.offers])
    found = {}
    for wish in wishes:
        said, plain = words(wish.what), " ".join(wish.what.casefold().split())
        scores = {
            offer: max((_meant(name, telling, said, plain, common) for name, telling in texts), default=0.0)
            for offer, texts in names.items()
        }
        best = max(scores.values(), default=0.0)
        meant = tuple(offer for offer, score in scores.items() if best and score >= OF_ITS_BEST * best)
        if meant:
            found[wish.id] = meant
    return found


def _common(titles: Sequence[Sequence[str]]) -> frozenset[str]:
    counts = Counter(stem for texts in titles for stem in {word.german for text in texts for word in topics(text)})
    return frozenset(stem for stem, count in counts.items() if count >= COMMON)


def _same(name: Word, said: Word) -> float:
    """How surely a word of a name is said: itself, a compound that carries it, or the first part of it ("Simulation"
    for "Simulationstoolbox"); its head alone ("Toolbox") is too little.
    """
    alike = likeness(name, said)
    if alike >= COMPOUND:
        return alike
    return COMPOUND if len(said.folded) >= COMPOUND_PART and name.folded.startswith(said.folded) else 0.0


def _meant(name: str, named: tuple[Word, ...], said: tuple[Word, ...], plain: str, common: frozenset[str]) -> float:
    """How surely a name is meant: all of its telling words must be said; more of its words count for more."""
    telling = [word for word in named if word.german not in common]
    if not telling:
        return 1.0 if f" {name.casefold()} " in f" {plain} " else 0.0
    product, said_of_it = 1.0, 0
    for word in named:
        best = max((_same(word, other) for other in said if other.topical), default=0.0)
        if best > 0:
            said_of_it += 1
            product *= best
        elif word in telling:
            return 0.0
    return product * (1 - 0.5 ** (said_of_it + 1))
