"""From goods to a catalogue by what a person says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from augenhoehe.advise.catalogue.assigning import Assignment, By, Proposed, as_table, assigned, propose, read_table
from augenhoehe.advise.catalogue.goods import Article, Goods, ListedPrice, Reference
from augenhoehe.advise.catalogue.offers import Offer, Price, Serving, Tax
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.advise.catalogue.writing import as_toml
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.errors import InputRefusedError

NET = ListedPrice("net_list", Decimal("100.50"), "EUR", tax=Decimal("0.19"))
LAMP = Article(
    "L", "Leuchte", 1, "Hell", "", ("blendfrei",), ("3",), (NET,),
    (Reference("mandatory", "K"), Reference("similar", "M"), Reference("accessories", "Z")),
    delivery_days=6, valid_until=date(2027, 1, 31),
)  # fmt: skip
OTHER = Article("M", "Andere Leuchte", 2, groups=("3",), prices=(NET,))
CABLE = Article("K", "Kabel", 3, groups=("4",), prices=(NET,))
ALONE = Article("Z", "Zange", 4, groups=("4",), prices=(NET,))
GOODS = Goods(
    "l.xml", "Licht", "de", "EUR", (LAMP, OTHER, CABLE, ALONE), {"2": "Licht", "3": "Licht › Bürolicht", "4": "Zubehör"}
)
NEEDS = [{"id": "augen", "name": {"de": "Ausgeruhte Augen"}, "signs": ["blendfrei"]}]
BY_GROUP = Assignment("augen", By.GROUP, "2", 75)


def test_groups_and_words_are_proposed_without_a_quality() -> None:
    need = NamedNeed("augen", (("de", "Ausgeruhte Augen"),), ("blendfrei", "Bürolicht"))

    assert propose(GOODS, [need]) == (
        Proposed("augen", By.GROUP, "3", 2, "Leuchte"),
        Proposed("augen", By.WORD, "blendfrei", 1, "Leuchte"),
    )


def test_a_proposal_comes_back_with_what_a_person_filled_in() -> None:
    table = as_table((Proposed("augen", By.GROUP, "3", 2, "Leuchte; rot"), Proposed("augen", By.WORD, "x", 1, "Y")))

    assert read_table(table, "p.csv") == ()
    assert read_table(table.replace("augen;;group", "augen;75 %;group"), "p.csv") == (
        Assignment("augen", By.GROUP, "3", 75),
    )


@pytest.mark.parametrize(
    ("row", "key", "line"),
    [
        ("augen;70;group;3", "catalogue.assign.quality", 2),
        ("augen;75;gruppe;3", "catalogue.assign.by", 2),
    ],
)
def test_a_row_that_says_nothing_clear_is_refused(row: str, key: str, line: int) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_table(f"need;quality;by;value\n{row}\n", "p.csv")

    assert (caught.value.message.key, caught.value.message.by_name["line"]) == (key, line)


def test_what_serves_comes_with_what_it_requires_and_reads_back_as_a_catalogue() -> None:
    converted = assigned(GOODS, NEEDS, [BY_GROUP])
    catalogue = read_catalogue(as_toml(converted.data), "l.toml")

    assert (converted.offers, converted.unserving, converted.unpriced, converted.replaced) == (3, 1, 0, 0)
    assert (catalogue.currency, catalogue.tax) == ("EUR", Tax(Decimal(19)))
    assert catalogue.by_id["L"] == Offer(
        "L",
        (("de", "Leuchte"),),
        (Price(Decimal("100.50")),),
        (Serving("augen", 75),),
        requires=(("K",),),
        group="L",
        lead_weeks=2,
        description=(("de", "Hell"),),
        valid_until=date(2027, 1, 31),
    )
    assert [(one.id, one.group, one.serves) for one in catalogue.offers[1:]] == [
        ("M", "L", (Serving("augen", 75),)),
        ("K", "", ()),
    ]


def test_an_offer_whose_requirement_is_not_in_the_file_is_no_offer() -> None:
    goods = replace(GOODS, articles=(LAMP, OTHER))
    assert [offer["id"] for offer in assigned(goods, NEEDS, [BY_GROUP]).data["offer"]] == ["M"]  # type: ignore[attr-defined]


def test_what_has_a_successor_or_no_price_is_counted() -> None:
    goods = replace(
        GOODS,
        articles=(
            replace(LAMP, references=(Reference("followup", "M"),)),
            OTHER,
            replace(CABLE, groups=("3",), prices=()),
        ),
    )
    converted = assigned(goods, NEEDS, [BY_GROUP])

    assert (converted.offers, converted.unserving, converted.unpriced, converted.replaced) == (1, 0, 1, 1)


def test_tiers_count_by_seats_where_a_person_says_so() -> None:
    tiers = (NET, replace(NET, amount=Decimal(80), lower_bound=Decimal(10)))
    goods = replace(GOODS, articles=(replace(OTHER, prices=tiers),))
    (offer,) = read_catalogue(as_toml(assigned(goods, NEEDS, [BY_GROUP], per_seat=True).data), "l.toml").offers

    assert offer.prices == (Price(Decimal("100.50"), per_seat=True), Price(Decimal(80), per_seat=True, from_seats=10))


@pytest.mark.parametrize(
    ("assignment", "price_type", "key"),
    [
        (replace(BY_GROUP, need="ohren"), "", "catalogue.assign.need"),
        (replace(BY_GROUP, value="9"), "", "catalogue.assign.group"),
        (BY_GROUP, "gros_list", "catalogue.assign.price_type"),
        (Assignment("augen", By.WORD, "fehlt", 100), "", "catalogue.assign.nothing"),
        (replace(BY_GROUP, quality=0), "", "catalogue.assign.nothing"),
    ],
)
def test_what_does_not_fit_the_file_is_refused(assignment: Assignment, price_type: str, key: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        assigned(GOODS, NEEDS, [assignment], price_type=price_type)

    assert caught.value.message.key == key


def test_two_currencies_are_not_added_up() -> None:
    goods = replace(GOODS, articles=(OTHER, replace(CABLE, groups=("3",), prices=(replace(NET, currency="CHF"),))))
    with pytest.raises(InputRefusedError) as caught:
        assigned(goods, NEEDS, [BY_GROUP])

    assert caught.value.message.by_name["value"] == "CHF, EUR"
