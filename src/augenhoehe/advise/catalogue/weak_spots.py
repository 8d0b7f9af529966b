"""Weak spots of a catalogue that can be used as it is: offers that are never advised, and why; names given twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from augenhoehe.advise.catalogue.complaints import Complaint, complain
from augenhoehe.advise.catalogue.located import Located
from augenhoehe.advise.catalogue.offers import Catalogue, Offer

MOST_COMPARED = 400
"""How many offers of one need each offer is compared with: a very crowded need is looked at in part."""


def weak_spots(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """All as warnings: serving nothing, dominated, without a time in which it can be had, named like another."""
    yield from _useless(catalogue, located)
    yield from _dominated(catalogue, located)
    yield from _no_time(catalogue, located)
    yield from _same_names(catalogue, located)


def out_of_date(catalogue: Catalogue, located: Located, on: date) -> tuple[Complaint, ...]:
    """Offers that can no longer be had on a day, and those that cannot be had without them."""
    left = catalogue.valid_on(on).by_id
    found = []
    for place, offer in enumerate(catalogue.offers):
        if offer.owned:
            continue
        if offer.valid_until is not None and offer.valid_until < on:
            found.append(
                complain(
                    located, ("offer", place, "valid_until"), "catalogue.expired", True, id=offer.id,
                    until=offer.valid_until,
                )
            )  # fmt: skip
        elif offer.id not in left and offer.valid(on):
            lacking = next(group for group in offer.requires if not any(one in left for one in group))
            found.append(
                complain(
                    located, ("offer", place, "requires"), "catalogue.needs_expired", True, id=offer.id,
                    other=lacking[0],
                )
            )  # fmt: skip
    return tuple(found)


def _useless(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """An offer that serves no need and is required by none can never be worth its price. Bundles and rebates may be."""
    required = {one for offer in catalogue.offers for group in offer.requires for one in group}
    helped = _in_families(catalogue)
    for place, offer in enumerate(catalogue.offers):
        serves = any(serving.quality for serving in offer.serves)
        if not serves and not offer.owned and offer.id not in required and offer.id not in helped:
            yield complain(located, ("offer", place, "serves"), "catalogue.useless", True, id=offer.id)


def _dominated(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """An offer that another serves at least as well, at no higher price and effort, no later and with no more ties."""
    in_family = _in_families(catalogue)
    required = {one for offer in catalogue.offers for group in offer.requires for one in group}
    serving: dict[str, list[Offer]] = {}
    for offer in catalogue.offers:
        for one in offer.serves:
            if one.quality:
                serving.setdefault(one.need, []).append(offer)
    figures = {one.id: _figures(one, catalogue) for one in catalogue.offers}
    for place, offer in enumerate(catalogue.offers):
        needs = [one.need for one in offer.serves if one.quality]
        if not needs or offer.owned or offer.id in in_family | required or catalogue.additive.intersection(needs):
            continue
        rivals = min((serving[need] for need in needs), key=len)[:MOST_COMPARED]
        better = next((one for one in rivals if one.id != offer.id and _beats(one, offer, figures)), None)
        if better is not None:
            yield complain(located, ("offer", place), "catalogue.dominated", True, id=offer.id, other=better.id)


def _in_families(catalogue: Catalogue) -> set[str]:
    bundled = {one for bundle in catalogue.bundles for one in bundle.offers}
    return bundled | {one for volume in catalogue.volumes for one in volume.offers}


def _figures(offer: Offer, catalogue: Catalogue) -> tuple[object, ...]:
    return catalogue.price(offer), catalogue.effort(offer), catalogue.ready_weeks(offer)


def _beats(one: Offer, other: Offer, figures: dict[str, tuple[object, ...]]) -> bool:
    """Whether one is at least as good in everything and better in something; ties it has must be the other's too."""
    if one.owned or (one.ours, one.seats) != (other.ours, other.seats) or _has_tiers(one) or _has_tiers(other):
        return False
    if not set(one.requires) <= set(other.requires) or not set(one.excludes) <= set(other.excludes):
        return False
    if (one.valid_from, one.valid_until) != (other.valid_from, other.valid_until) or one.drawback != other.drawback:
        return False
    served = {serving.need for serving in (*one.serves, *other.serves)}
    qualities = [(one.quality(need), other.quality(need)) for need in served]
    costs = list(zip(figures[other.id], figures[one.id], strict=True))
    pairs = [*qualities, *costs]
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)  # type: ignore[operator]


def _has_tiers(offer: Offer) -> bool:
    """Whether another number of seats or months could turn the order of prices."""
    return any(price.per_seat or price.period != "once" for price in offer.prices)


def _no_time(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    for place, offer in enumerate(catalogue.offers):
        if offer.valid_from is not None and offer.valid_until is not None and offer.valid_until < offer.valid_from:
            yield complain(located, ("offer", place, "valid_until"), "catalogue.no_time", True, id=offer.id)


def _same_names(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """A wish by such a name would mean either offer."""
    first: dict[str, str] = {}
    for place, offer in enumerate(catalogue.offers):
        names = {text.casefold().strip() for _, text in offer.title} | {alias.casefold() for alias in offer.aliases}
        other = next((first[name] for name in sorted(names) if name in first), None)
        if other is not None:
            yield complain(located, ("offer", place, "title"), "catalogue.same_name", True, id=offer.id, other=other)
        for name in names:
            first.setdefault(name, offer.id)
