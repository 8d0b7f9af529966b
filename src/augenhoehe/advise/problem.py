"""The problem of advising, in exact numbers: which selection of offers is worth most to this customer?

    max  Σ_i worth_i · cover_i − price − effort      over selections that every rule allows

All money is counted in whole cents, so that the value of a selection is an integer and a bound below the next integer
is a proof. `worth_i` = full_need · weight · certainty of need i, rounded to a multiple of four cents, so that each
quarter of cover is whole too. `cover_i` is the quality of the best chosen offer (or their sum, at most 100, where a
need adds up).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Key = tuple[str | int, ...]
QUARTER = 25
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Demand:
    """A need as the problem sees it. `must` is the least cover it must reach (0: none)."""

    need: str
    worth: int
    adds_up: bool = False
    must: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer as the problem sees it: cents, hundredths of an hour, weeks, and places of other candidates.

    `serves` maps places of demands to qualities. `wished` serves only to settle ties.
    """

    offer: str
    price: int
    effort: int = 0
    hours: int = 0
    weeks: int = 0
    serves: tuple[tuple[int, int], ...] = field(default=())
    requires: tuple[tuple[int, ...], ...] = field(default=())
    excludes: tuple[int, ...] = field(default=())
    group: str = ""
    owned: bool = False
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One customer's problem. Candidates stand in catalogue order; `bundles` are members and cents saved; `volumes`
    members and steps (at least how many, percent in hundredths). None means no limit.
    """

    demands: tuple[Demand, ...]
    candidates: tuple[Candidate, ...]
    bundles: tuple[tuple[str, tuple[int, ...], int], ...] = field(default=())
    volumes: tuple[tuple[str, tuple[int, ...], tuple[tuple[int, int], ...]], ...] = field(default=())
    budget: int | None = None
    hours: int | None = None
    weeks: int | None = None
    must_take: tuple[int, ...] = field(default=())
    must_leave: tuple[int, ...] = field(default=())

    def place(self, offer: str) -> int | None:
        """The place of an offer among the candidates, None where it is none."""
        return next((place for place, one in enumerate(self.candidates) if one.offer == offer), None)


class Aim(StrEnum):
    """What a solve looks for: the most value, or the least price of any selection that is allowed."""

    VALUE = "value"
    PRICE = "price"


@dataclass(frozen=True, slots=True)
class Change:
    """How one solve differs from the case: candidates forced in or out, other worths, other limits, rules lifted.

    `budget`, `weeks` and `hours` (hundredths) replace the case's where given; `lifted` names switches of rules
    ("budget", "excludes:a:b") that do not count. `weeks` and `hours` of None in the case stay None.
    """

    force_in: tuple[int, ...] = field(default=())
    force_out: tuple[int, ...] = field(default=())
    worth: tuple[int, ...] | None = None
    budget: int | None = None
    weeks: int | None = None
    lifted: frozenset[str] = frozenset()
    aim: Aim = Aim.VALUE
    hours: int | None = None


NO_CHANGE = Change()


@dataclass(frozen=True, slots=True)
class Figures:
    """The exact figures of a selection: cents, and the cover (0 to 100) of each demand."""

    value: int
    price: int
    effort: int
    cover: tuple[int, ...]


def figures(case: Case, chosen: Iterable[int], worth: tuple[int, ...] | None = None) -> Figures:
    """The figures of a selection by plain arithmetic, whatever engine found it; rules are not looked at."""
    taken = frozenset(chosen)
    cover = [0] * len(case.demands)
    for place in sorted(taken):
        for demand, quality in case.candidates[place].serves:
            best = cover[demand] + quality if case.demands[demand].adds_up else max(cover[demand], quality)
            cover[demand] = min(best, 100)
    price = price_of(case, taken)
    effort = sum(case.candidates[place].effort for place in taken)
    worths = worth if worth is not None else tuple(demand.worth for demand in case.demands)
    gain = sum(value // QUARTERS * (share // QUARTER) for value, share in zip(worths, cover, strict=True))
    return Figures(gain - price - effort, price, effort, tuple(cover))


def price_of(case: Case, chosen: Iterable[int]) -> int:
    """What a selection costs in cents, bundles and volume rebates taken off."""
    taken = frozenset(chosen)
    price = sum(case.candidates[place].price for place in taken)
    for _, members, saves in case.bundles:
        if taken.issuperset(members):
            price -= saves
    for _, members, steps in case.volumes:
        paid = [place for place in members if place in taken and not case.candidates[place].owned]
        reached = [percent for least, percent in steps if len(paid) >= least]
        if reached:
            price -= sum(rebate(case.candidates[place].price, reached[-1]) for place in paid)
    return price


def rebate(price: int, percent: int) -> int:
    """A percentage (in hundredths of a percent) of a price in cents, rounded half up to a whole cent."""
    return (price * percent + 5_000) // 10_000


@dataclass(frozen=True, slots=True)
class Column:
    """An unknown between 0 and `upper`."""

    key: Key
    upper: int = 1
    whole: bool = True
    lower: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """lower ≤ Σ terms ≤ upper (None: no bound). `switch` names what is lifted when the row is not to count."""

    switch: str
    terms: tuple[tuple[int, int], ...]
    lower: int | None = None
    upper: int | None = None


@dataclass(slots=True)
class Model:
    """Rows and columns, added by the rules. `price` and `effort` are what columns cost, `gain` the quarters of which
    demand they bring.
    """

    case: Case
    columns: list[Column] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    places: dict[Key, int] = field(default_factory=dict)
    price: dict[int, int] = field(default_factory=dict)
    effort: dict[int, int] = field(default_factory=dict)
    gain: dict[int, tuple[int, int]] = field(default_factory=dict)

    def column(self, key: Key, *, upper: int = 1, whole: bool = True, lower: int = 0) -> int:
        """A new unknown; its place."""
        place = len(self.columns)
        self.columns.append(Column(key, upper, whole, lower))
        self.places[key] = place
        return place

    def offer(self, place: int) -> int:
        """The column of a candidate."""
        return self.places["offer", place]

    def row(self, switch: str, terms: Mapping[int, int], *, lower: int | None = None, upper: int | None = None) -> None:
        """A new row; `switch` is empty where it always counts."""
        self.rows.append(Row(switch, tuple(sorted(terms.items())), lower, upper))
