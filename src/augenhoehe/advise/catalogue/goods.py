"""Goods as a wholesaler's file lists them: articles with groups, prices and references; what they are good for is not
in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from augenhoehe.advise.catalogue.complaints import Complaint


@dataclass(frozen=True, slots=True)
class ListedPrice:
    """One price of an article: its type ("net_list", "net_customer" …), the amount for one order unit, from how many
    order units on, and the tax on top as a share (0.19), None where the file does not say.
    """

    type: str
    amount: Decimal
    currency: str
    lower_bound: Decimal = Decimal(1)
    tax: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """That one article points to another: "mandatory", "select", "similar", "accessories", "followup" …"""

    type: str
    article: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article or product. `delivery_days` is None where the file does not say."""

    id: str
    title: str
    line: int
    text: str = ""
    maker: str = ""
    keywords: tuple[str, ...] = field(default=())
    groups: tuple[str, ...] = field(default=())
    prices: tuple[ListedPrice, ...] = field(default=())
    references: tuple[Reference, ...] = field(default=())
    features: tuple[tuple[str, str], ...] = field(default=())
    order_unit: str = ""
    delivery_days: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Goods:
    """All articles of a file. `groups` gives each product group its name with those above it ("Licht › Leuchten").

    `complaints` name what was left out of the file and where it stands; they never stop the rest.
    """

    file: str
    name: str
    language: str
    currency: str
    articles: tuple[Article, ...]
    groups: Mapping[str, str]
    complaints: tuple[Complaint, ...] = field(default=())

    @property
    def price_types(self) -> tuple[str, ...]:
        """The types of price that occur, the most frequent first."""
        counts: dict[str, int] = {}
        for article in self.articles:
            for kind in {price.type for price in article.prices}:
                counts[kind] = counts.get(kind, 0) + 1
        return tuple(sorted(counts, key=lambda kind: (-counts[kind], kind)))
