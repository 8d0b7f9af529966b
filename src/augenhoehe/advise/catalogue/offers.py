"""A catalogue as values: needs, offers, bundles and volume steps, with what a price means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

QUALITIES = (0, 25, 50, 75, 100)
"""How well an offer serves a need: not at all, a little, half, largely, fully."""
MONTHS_A_YEAR = 12


class Period(StrEnum):
    """How often a price is due."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Price:
    """One part of what an offer costs: an amount, how often, for all or for each seat, from how many seats on."""

    amount: Decimal
    period: Period = Period.ONCE
    per_seat: bool = False
    from_seats: int = 1


@dataclass(frozen=True, slots=True)
class Serving:
    """How well (0, 25, 50, 75 or 100) an offer serves a need, with what that judgement rests on where somebody wrote
    it.
    """

    need: str
    quality: int
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be advised.

    `requires` are groups of offer ids: of each group at least one must come along. `group` names a family of variants
    of which at most one is taken. `seats` is set where the offer is needed for a fixed number of seats. Hours are the
    customer's own: `effort_hours` once for all, `learning_hours` for each seat. `drawback` is what must be said about
    it in any case. `ours` is false for what others provide (`provider` says who); `owned` is true for what the
    customer has already.
    """

    id: str
    title: tuple[tuple[str, str], ...]
    prices: tuple[Price, ...]
    serves: tuple[Serving, ...] = field(default=())
    aliases: tuple[str, ...] = field(default=())
    requires: tuple[tuple[str, ...], ...] = field(default=())
    excludes: tuple[str, ...] = field(default=())
    group: str = ""
    seats: int | None = None
    effort_hours: Decimal = Decimal(0)
    learning_hours: Decimal = Decimal(0)
    lead_weeks: int = 0
    ours: bool = True
    provider: str = ""
    owned: bool = False
    drawback: tuple[tuple[str, str], ...] = field(default=())
    description: tuple[tuple[str, str], ...] = field(default=())
    valid_from: date | None = None
    valid_until: date | None = None

    def name(self, language: str) -> str:
        """The title in a language, or in whichever the catalogue has."""
        return dict(self.title).get(language) or self.title[0][1]

    def valid(self, on: date) -> bool:
        """Whether it can be had on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )

    def quality(self, need: str) -> int:
        """How well it serves a need, 0 where it does not."""
        return max((serving.quality for serving in self.serves if serving.need == need), default=0)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Offers that cost `saves` less together."""

    id: str
    title: tuple[tuple[str, str], ...]
    offers: tuple[str, ...]
    saves: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """From `at_least` chosen offers of a family on, each of them is `percent` cheaper."""

    at_least: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Volume:
    """A family of offers with rising rebates; the steps rise in number and percent."""

    id: str
    offers: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Tax:
    """The tax on top of the prices, or inside them where `included`; kept apart from every amount."""

    percent: Decimal = Decimal(0)
    included: bool = False


@dataclass(frozen=True, slots=True)
class Insight:
    """What we know about a need and the customer may not: a fact, where it is from, and the case it comes from."""

    id: str
    needs: tuple[str, ...]
    fact: tuple[tuple[str, str], ...]
    source: str
    case: str = ""

    def says(self, language: str) -> str:
        """The fact in a language, or in whichever the catalogue has."""
        return dict(self.fact).get(language) or self.fact[0][1]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that can be offered, with the assumptions under which it is weighed.

    Costs are counted over `horizon_months` for `seats`. An hour of the customer's own effort counts `hour_costs`.
    `full_need` is what a need of full weight, met in full over the horizon, is taken to be worth: an assumption that
    every advice states. `additive` are needs whose offers add up (to 100 at most) instead of the best one counting.
    """

    name: tuple[tuple[str, str], ...]
    currency: str
    needs: tuple[NamedNeed, ...]
    offers: tuple[Offer, ...]
    bundles: tuple[Bundle, ...] = field(default=())
    volumes: tuple[Volume, ...] = field(default=())
    tax: Tax = Tax()
    horizon_months: int = MONTHS_A_YEAR
    seats: int = 1
    hour_costs: Decimal = Decimal(0)
    full_need: Decimal = Decimal(10_000)
    additive: frozenset[str] = frozenset()
    must: frozenset[str] = frozenset()
    warnings: tuple[Message, ...] = field(default=())
    insights: tuple[Insight, ...] = field(default=())

    @property
    def by_id(self) -> Mapping[str, Offer]:
        """The offers by id."""
        return {offer.id: offer for offer in self.offers}

    @property
    def needs_by_id(self) -> Mapping[str, NamedNeed]:
        """The needs by id."""
        return {need.id: need for need in self.needs}

    def valid_on(self, on: date, keep: frozenset[str] = frozenset()) -> Catalogue:
        """The catalogue of a day: without offers that cannot be had then, nor what cannot be had without them.

        What the customer has already (`owned`, or in `keep`) stays, whatever its dates.
        """
        left = {one.id for one in self.offers if one.owned or one.id in keep or one.valid(on)}
        if len(left) == len(self.offers):
            return self
        lacking = True
        while lacking:
            gone = {
                one.id
                for one in self.offers
                if one.id in left and not one.owned and one.id not in keep
                if any(not left.intersection(group) for group in one.requires)
            }
            left -= gone
            lacking = bool(gone)
        return replace(
            self,
            offers=tuple(_within(one, left) for one in self.offers if one.id in left),
            bundles=tuple(one for one in self.bundles if left.issuperset(one.offers)),
            volumes=tuple(
                replace(one, offers=tuple(each for each in one.offers if each in left)) for one in self.volumes
            ),
        )

    def money(self, amount: Decimal) -> Money:
        """An amount in the catalogue's currency."""
        return Money(amount, self.currency)

    def price(self, offer: Offer, seats: int | None = None, months: int | None = None) -> Decimal:
        """What an offer costs over the horizon, rebates aside, in the catalogue's currency.

        Of prices with the same period and seat rule the tier of the number of seats counts. A year that has begun is
        paid in full.
        """
        if offer.owned:
            return Decimal(0)
        count = offer.seats if offer.seats is not None else (self.seats if seats is None else seats)
        span = Decimal(self.horizon_months if months is None else months)
        times = {
            Period.ONCE: Decimal(1),
            Period.MONTH: span,
            Period.YEAR: (span / MONTHS_A_YEAR).to_integral_value(ROUND_CEILING),
        }
        tiers: dict[tuple[Period, bool], Price] = {}
        for price in offer.prices:
            held = tiers.get((price.period, price.per_seat))
            if price.from_seats <= max(count, 1) and (held is None or price.from_seats > held.from_seats):
                tiers[price.period, price.per_seat] = price
        total = Decimal(0)
        for price in tiers.values():
            total += price.amount * times[price.period] * (count if price.per_seat else 1)
        return total.quantize(Decimal("0.01"))

    def effort(self, offer: Offer, seats: int | None = None) -> Decimal:
        """The customer's own hours an offer takes: once for all, and to learn for each seat."""
        if offer.owned:
            return Decimal(0)
        count = offer.seats if offer.seats is not None else (self.seats if seats is None else seats)
        return offer.effort_hours + offer.learning_hours * count

    def ready_weeks(self, offer: Offer) -> int:
        """Weeks until an offer is usable: its own lead time or the longest of what it requires, which runs alongside.

        Of a group of which one is enough, the quickest counts. Checked catalogues have no circles.
        """
        return _ready(offer, self.by_id, frozenset())


def _within(offer: Offer, left: set[str]) -> Offer:
    """The offer, with references to offers that are left only."""
    groups = tuple(tuple(one for one in group if one in left) for group in offer.requires)
    return replace(
        offer,
        requires=tuple(group for group in groups if group),
        excludes=tuple(one for one in offer.excludes if one in left),
    )


def _ready(offer: Offer, by_id: Mapping[str, Offer], seen: frozenset[str]) -> int:
    if offer.owned or offer.id in seen:
        return 0
    seen = seen | {offer.id}
    waits = [min(_ready(by_id[one], by_id, seen) for one in group) for group in offer.requires]
    return max([offer.lead_weeks, *waits])
