"""Names of offers and needs inside sentences: the sentence's own voice picks the language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money


def title(catalogue: Catalogue, offer: str) -> Message:
    """An offer's title in the language of whoever says it."""
    one = catalogue.by_id[offer]
    return Message.of("advise.name", de=one.name("de"), en=one.name("en"))


def need_name(catalogue: Catalogue, need: str) -> Message:
    """A need's name in the language of whoever says it."""
    one = catalogue.needs_by_id[need]
    return Message.of("advise.name", de=one.name("de"), en=one.name("en"))


def all_of(catalogue: Catalogue, offers: Sequence[str]) -> Message:
    """Titles in a row: "A, B and C". Raises ValueError for none."""
    return _row([title(catalogue, offer) for offer in offers], "advise.list_and")


def any_of(catalogue: Catalogue, offers: Sequence[str]) -> Message:
    """Titles to choose from: "A, B or C". Raises ValueError for none."""
    return _row([title(catalogue, offer) for offer in offers], "advise.list_or")


def all_needs(catalogue: Catalogue, needs: Sequence[str]) -> Message:
    """Names of needs in a row. Raises ValueError for none."""
    return _row([need_name(catalogue, need) for need in needs], "advise.list_and")


def _row(names: Sequence[Message], last: str) -> Message:
    if not names:
        raise ValueError("nothing to list")
    row = names[0]
    for place, name in enumerate(names[1:], start=2):
        row = Message.of(last if place == len(names) else "advise.list_comma", row=row, name=name)
    return row


def sentences(said: Sequence[Message]) -> Message:
    """Whole sentences one after the other; where there are none, that the catalogue's rules do not allow it."""
    if not said:
        return Message.of("advise.rule_unknown")
    row = said[0]
    for sentence in said[1:]:
        row = Message.of("advise.list_sentences", row=row, name=sentence)
    return row


def rounded_inside(amount: int, *, up: bool, within: int | None = None) -> int:
    """An amount that bounds a range, in cents, at three digits and rounded into the range (up for its lower end).

    Finer where the range would otherwise lose `within`, an amount that is known to lie in it.
    """
    coarsest = max(len(str(amount)) - 3, 2)
    for zeros in range(coarsest, 0, -1):
        step: int = 10**zeros
        whole = -(-amount // step) * step if up else amount // step * step
        if whole > 0 and (within is None or (whole <= within if up else whole >= within)):
            return whole
    return amount


def cents(amount: int, currency: str) -> Money:
    """Cents as money."""
    return Money(Decimal(amount) / 100, currency)
