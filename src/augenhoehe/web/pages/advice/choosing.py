"""Choices to look at: what a budget buys on the computed front, and two selections side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from augenhoehe.advise.advice import Advice, FrontPoint
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.comparing import Comparison, NeedCompared, Side
from augenhoehe.advise.critiquing import Critique, Kind, offers_named
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.web.pages.advice.forms import amount_in
from augenhoehe.wording.saying import Voice

Row = tuple[int, FrontPoint, list[str]]


@dataclass(frozen=True, slots=True)
class Slider:
    """The corners of the front, the place of the one that is shown, the budget asked for and how far it reaches."""

    corners: tuple[Row, ...]
    shown: int
    limit: int
    most: int


def slider(advice: Advice, names: dict[str, str], asked: str, place: str) -> Slider | None:
    """What a budget buys. `asked` is the budget, `place` a point of the front; without either the advice's price.

    None where there is nothing to choose between.
    """
    front = advice.front
    corners = [(at, point, _named(point, names)) for at, point in enumerate(front) if point.corner]
    if len(corners) < 2:
        return None
    most = _whole(max(point.price.amount for point in front))
    limit = _whole(advice.price.amount)
    if asked.isascii() and asked.isdecimal() and len(asked) < 12:
        limit = int(asked)
    elif place.isascii() and place.isdecimal() and len(place) < 6 and int(place) < len(front):
        limit = _whole(front[int(place)].price.amount)
    limit = min(limit, most)
    reached = [at for at, point, _ in corners if point.price.amount <= limit]
    return Slider(tuple(corners), reached[-1] if reached else -1, limit, most)


def _whole(amount: Decimal) -> int:
    return int(-(-amount // 1))


def _named(point: FrontPoint, names: dict[str, str]) -> list[str]:
    return [names.get(one, one) for one in point.chosen]


def selections(advice: Advice, voice: Voice) -> list[tuple[str, str, tuple[str, ...]]]:
    """What can be compared: the advice, the wish and every other point of the front; key, label, offers."""
    found = []
    for at, point in enumerate(advice.front):
        key = "advice" if point.advised else "wish" if point.wished else str(at)
        name = {"advice": "web.advise.compare.advice", "wish": "web.advise.compare.wish"}.get(
            key, "web.advise.compare.point"
        )
        label = voice.text(name, price=point.price, coverage=voice.percent(point.coverage))
        found.append((key, label, point.chosen))
    return sorted(found, key=lambda one: ("advice", "wish").index(one[0]) if one[0] in ("advice", "wish") else 2)


def critique_of(asked: str, words: str, catalogue: Catalogue, voice: Voice) -> Critique:
    """The critique that a button or a line asks for ("without:<offer>", "at_most"). Raises InputRefusedError."""
    kind, _, offer = asked.partition(":")
    if kind not in set(Kind):
        raise InputRefusedError.of("web.advise.critique.unknown")
    if kind == Kind.HALF_EFFORT:
        return Critique(Kind.HALF_EFFORT)
    if kind == Kind.AT_MOST:
        amount = amount_in(words, voice.language)
        if amount is None:
            raise InputRefusedError.of("web.advise.terms.no_number")
        return Critique(Kind.AT_MOST, amount=catalogue.money(amount))
    return Critique(Kind(kind), (offer,) if offer in catalogue.by_id else offers_named(catalogue, words))


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of a comparison with what it leaves open and what else is to be said about its offers."""

    label: str
    side: Side
    open_needs: list[str]
    drawbacks: list[tuple[str, str]]


def sides(
    comparison: Comparison, labels: Sequence[str], catalogue: Catalogue, voice: Voice
) -> tuple[SideShown, SideShown]:
    """Both sides for the page."""
    needs = {need.id: voice.quoted(need.name(voice.language)) for need in catalogue.needs}

    def shown(side: Side, label: str, met: Sequence[tuple[NeedCompared, float]]) -> SideShown:
        return SideShown(
            label,
            side,
            [needs[need.need] for need, covered in met if covered < 1],
            [
                (catalogue.by_id[one].name(voice.language), dict(texts).get(voice.language, texts[0][1]))
                for one in side.offers
                if (texts := catalogue.by_id[one].drawback)
            ],
        )

    return (
        shown(comparison.first, labels[0], [(need, need.first) for need in comparison.needs]),
        shown(comparison.second, labels[1], [(need, need.second) for need in comparison.needs]),
    )
