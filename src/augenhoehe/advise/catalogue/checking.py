"""Check a catalogue as a whole: identity, references, circles, rebates that pay out, offers that can never be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from augenhoehe.advise.catalogue.complaints import Complaint, complain
from augenhoehe.advise.catalogue.located import Located, Path
from augenhoehe.advise.catalogue.offers import Catalogue, Offer
from augenhoehe.advise.catalogue.weak_spots import weak_spots
from augenhoehe.understand.topics import topics

MOST_OFFERS = 50_000
GENERAL_SIGN = 3
PHRASE = 3


def check(catalogue: Catalogue, located: Located) -> tuple[Complaint, ...]:
    """All complaints in the order of their lines; those with `warning` leave the catalogue usable."""
    found = [
        *_size(catalogue, located),
        *_identity(catalogue, located),
        *_references(catalogue, located),
        *_bundles(catalogue, located),
        *_volumes(catalogue, located),
    ]
    if not found:
        found = [
            *_circles(catalogue, located),
            *_dead(catalogue, located),
            *weak_spots(catalogue, located),
        ]
    found += [*_unserved(catalogue, located), *_general_signs(catalogue, located)]
    return tuple(sorted(found, key=lambda complaint: complaint.line))


def _size(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    if not catalogue.offers:
        yield complain(located, ("offer",), "advise.catalogue_no_offers")
    if len(catalogue.offers) > MOST_OFFERS:
        yield complain(located, ("offer",), "advise.catalogue_too_many", most=MOST_OFFERS, count=len(catalogue.offers))
    if not catalogue.needs:
        yield complain(located, ("need",), "advise.catalogue_no_needs")


def _identity(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    for kind, ids in (
        ("need", [need.id for need in catalogue.needs]),
        ("offer", [offer.id for offer in catalogue.offers]),
        ("bundle", [bundle.id for bundle in catalogue.bundles]),
        ("volume", [volume.id for volume in catalogue.volumes]),
        ("insight", [insight.id for insight in catalogue.insights]),
    ):
        first: dict[str, int] = {}
        for place, one in enumerate(ids):
            if ":" in one:
                yield complain(located, (kind, place, "id"), "advise.catalogue_bad_id", id=one)
            if one in first:
                before = located.line((kind, first[one], "id"))
                yield complain(located, (kind, place, "id"), "advise.catalogue_double_id", id=one, first=before)
            first.setdefault(one, place)


def _references(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    offers, needs = catalogue.by_id, catalogue.needs_by_id
    for place, offer in enumerate(catalogue.offers):
        for at, serving in enumerate(offer.serves):
            if serving.need not in needs:
                path: Path = ("offer", place, "serves")
                path = (*path, serving.need) if _is_table(located, place) else (*path, at, "need")
                yield complain(located, path, "advise.catalogue_dangling_need", id=serving.need)
        for at, group in enumerate(offer.requires):
            for one in group:
                yield from _reference(offer, one, ("offer", place, "requires", at), offers, located)
        for at, one in enumerate(offer.excludes):
            yield from _reference(offer, one, ("offer", place, "excludes", at), offers, located)
    for place, insight in enumerate(catalogue.insights):
        if not insight.needs:
            yield complain(located, ("insight", place, "needs"), "advise.catalogue_needs_list")
        for at, one in enumerate(insight.needs):
            if one not in needs:
                yield complain(located, ("insight", place, "needs", at), "advise.catalogue_dangling_need", id=one)
    families = [("bundle", place, bundle.offers) for place, bundle in enumerate(catalogue.bundles)]
    families += [("volume", place, volume.offers) for place, volume in enumerate(catalogue.volumes)]
    for kind, place, members in families:
        for at, one in enumerate(members):
            if one not in offers:
                yield complain(located, (kind, place, "offers", at), "advise.catalogue_dangling_offer", id=one)


def _is_table(located: Located, place: int) -> bool:
    """Whether an offer's `serves` is written as a table (need = quality) and not as a list of entries."""
    offers = located.data["offer"]
    assert isinstance(offers, Sequence)
    return isinstance(offers[place].get("serves"), Mapping)


def _reference(
    offer: Offer, one: str, path: Path, offers: Mapping[str, Offer], located: Located
) -> Iterator[Complaint]:
    if one == offer.id:
        yield complain(located, path, "advise.catalogue_itself", id=one)
    elif one not in offers:
        yield complain(located, path, "advise.catalogue_dangling_offer", id=one)


def _bundles(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    taken: dict[str, str] = {}
    for place, bundle in enumerate(catalogue.bundles):
        if len(set(bundle.offers)) < 2:
            yield complain(located, ("bundle", place, "offers"), "advise.catalogue_small_bundle", id=bundle.id)
        for at, one in enumerate(bundle.offers):
            if one in taken:
                yield complain(
                    located, ("bundle", place, "offers", at), "advise.catalogue_two_bundles", id=one, first=taken[one]
                )
            taken.setdefault(one, bundle.id)
        known = [catalogue.by_id[one] for one in bundle.offers if one in catalogue.by_id]
        if bundle.saves > sum(catalogue.price(offer) for offer in known if not offer.owned):
            yield complain(located, ("bundle", place, "saves"), "advise.catalogue_bundle_pays_out", id=bundle.id)


def _volumes(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    taken: dict[str, str] = {}
    for place, volume in enumerate(catalogue.volumes):
        for at, one in enumerate(volume.offers):
            if one in taken:
                yield complain(
                    located, ("volume", place, "offers", at), "advise.catalogue_two_volumes", id=one, first=taken[one]
                )
            taken.setdefault(one, volume.id)
        for at, step in enumerate(volume.steps):
            if step.percent > 100:
                yield complain(
                    located,
                    ("volume", place, "steps", at, "percent"),
                    "advise.catalogue_over_hundred",
                    value=step.percent,
                )
        for at, (one_step, next_step) in enumerate(pairwise(volume.steps), start=1):
            if next_step.at_least <= one_step.at_least or next_step.percent <= one_step.percent:
                yield complain(located, ("volume", place, "steps", at), "advise.catalogue_steps_fall", id=volume.id)


def _circles(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """A circle through requirements without a choice; each is named once, by the offer that closes it."""
    by_id, places = catalogue.by_id, {offer.id: place for place, offer in enumerate(catalogue.offers)}
    done: set[str] = set()
    for offer in catalogue.offers:
        trail: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = []
        if offer.id not in done:
            stack = [(offer.id, _all_of(offer))]
            trail = [offer.id]
        while stack:
            here, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                done.add(here)
                trail.pop()
                stack.pop()
            elif following in trail:
                circle = " → ".join([*trail[trail.index(following) :], following])
                yield complain(located, ("offer", places[here], "requires"), "advise.catalogue_circle", circle=circle)
            elif following not in done:
                trail.append(following)
                stack.append((following, _all_of(by_id[following])))


def _all_of(offer: Offer) -> Iterator[str]:
    """What an offer requires at the catalogue's word; a group of several is followed too, for delivery may not run in
    circles.
    """
    return iter([one for group in offer.requires for one in group])


def _dead(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """Offers that can never be taken, because what they require excludes itself or them."""
    for place, offer in enumerate(catalogue.offers):
        with_it = _closure(offer, catalogue)
        clash = _clash(with_it, catalogue)
        if clash:
            yield complain(
                located, ("offer", place, "requires"), "advise.catalogue_dead", warning=True, id=offer.id,
                one=clash[0], other=clash[1],
            )  # fmt: skip


def _closure(offer: Offer, catalogue: Catalogue) -> list[Offer]:
    """The offer with all it requires without a choice, in catalogue order of discovery."""
    found, waiting = [offer], [offer]
    while waiting:
        for group in waiting.pop().requires:
            if len(group) == 1 and all(one.id != group[0] for one in found):
                found.append(catalogue.by_id[group[0]])
                waiting.append(catalogue.by_id[group[0]])
    return found


def _clash(offers: Sequence[Offer], catalogue: Catalogue) -> tuple[str, str] | None:
    for place, one in enumerate(offers):
        for other in offers[place + 1 :]:
            same_group = bool(one.group) and one.group == other.group
            if other.id in one.excludes or one.id in other.excludes or same_group:
                return one.id, other.id
    return None


def _unserved(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    served = {serving.need for offer in catalogue.offers for serving in offer.serves if serving.quality > 0}
    for place, need in enumerate(catalogue.needs):
        if need.id not in served:
            yield complain(located, ("need", place, "id"), "advise.catalogue_unserved", warning=True, id=need.id)


def _general_signs(catalogue: Catalogue, located: Located) -> Iterator[Complaint]:
    """Signs of several needs at once, or without a word that can carry a topic, tell nothing apart."""
    owners: dict[str, list[str]] = {}
    for need in catalogue.needs:
        for sign in need.signs:
            owners.setdefault(sign.casefold(), []).append(need.id)
    for place, need in enumerate(catalogue.needs):
        for at, sign in enumerate(need.signs):
            path: Path = ("need", place, "signs", at)
            if len(owners[sign.casefold()]) >= GENERAL_SIGN:
                yield complain(located, path, "advise.catalogue_general_sign", warning=True, sign=sign)
            elif not topics(sign) and len(sign.split()) < PHRASE:
                yield complain(located, path, "advise.catalogue_empty_sign", warning=True, sign=sign)
