"""From goods to a catalogue: a person says which product group or word serves which need how well; nothing else does.

What a wholesaler's file knows is taken over (mandatory → requires, select → one of these, similar → variants of which
one is enough, delivery days → weeks, validity). What it does not know, the need and the quality, is only proposed:
`propose` names groups and words that speak of a need, without a quality, and `assigned` takes what a person completed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from augenhoehe.advise.catalogue.bmecat import WORKDAYS_A_WEEK
from augenhoehe.advise.catalogue.building import SCHEMA
from augenhoehe.advise.catalogue.goods import Article, Goods
from augenhoehe.advise.catalogue.offers import QUALITIES
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.topics import topics

COLUMNS = ("need", "quality", "by", "value", "articles", "example")
LONG_SIGN = 5


class By(StrEnum):
    """By what articles are picked: their product group (and those below it), or a word of keywords or title."""

    GROUP = "group"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Assignment:
    """That all articles of a group, or with a word, serve a need this well."""

    need: str
    by: By
    value: str
    quality: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A group or word that speaks of a need: for so many articles, one of which is named. The quality is a person's."""

    need: str
    by: By
    value: str
    articles: int
    example: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A catalogue's data, and how many did not come along: serving nothing, without a price, with a successor."""

    data: Mapping[str, object]
    offers: int
    unserving: int
    unpriced: int
    replaced: int


def propose(goods: Goods, needs: Sequence[NamedNeed]) -> tuple[Proposed, ...]:
    """Groups and keywords that share a sign's topic with a need, the needs in their order, large groups first."""
    by_group, by_word = _members(goods)
    found = []
    for need in needs:
        signs = [*need.signs, *(name for _, name in need.names)]
        for by, members, name_of in (
            (By.GROUP, by_group, lambda value: goods.groups.get(value, value)),
            (By.WORD, by_word, lambda value: value),
        ):
            hits = [value for value in members if any(_speaks_of(name_of(value), sign) for sign in signs)]
            for value in sorted(hits, key=lambda one: (-len(members[one]), one)):
                found.append(Proposed(need.id, by, value, len(members[value]), members[value][0].title))
    return tuple(found)


def _members(goods: Goods) -> tuple[dict[str, list[Article]], dict[str, list[Article]]]:
    by_group: dict[str, list[Article]] = {}
    by_word: dict[str, list[Article]] = {}
    for article in goods.articles:
        for group in article.groups:
            by_group.setdefault(group, []).append(article)
        for word in article.keywords:
            by_word.setdefault(word, []).append(article)
    return by_group, by_word


def _speaks_of(name: str, sign: str) -> bool:
    """Whether all topics of a sign are in a name, or a long sign of one word stands inside it (compounds)."""
    wanted = {word.german for word in topics(sign)}
    if wanted and wanted <= {word.german for word in topics(name)}:
        return True
    return len(sign) >= LONG_SIGN and " " not in sign and sign.casefold() in name.casefold()


def as_table(proposed: Iterable[Proposed]) -> str:
    """The proposal as a CSV to complete: the quality is blank, and what stays blank is not taken."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in proposed:
        writer.writerow((one.need, "", one.by.value, one.value, one.articles, one.example))
    return text.getvalue()


def read_table(text: str, name: str) -> tuple[Assignment, ...]:
    """The completed proposal. Raises InputRefusedError with line and field for a row that says nothing clear."""
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    if not {"need", "quality", "by", "value"} <= set(reader.fieldnames or ()):
        raise InputRefusedError.of("catalogue.assign.head", file=name, line=1, columns=";".join(COLUMNS))
    found = []
    try:
        for row in reader:
            quality, by = (row["quality"] or "").strip().removesuffix("%").strip(), (row["by"] or "").strip()
            if not quality:
                continue
            line = reader.line_num
            if quality not in {str(each) for each in QUALITIES}:
                raise InputRefusedError.of(
                    "catalogue.assign.quality", file=name, line=line, field="quality", value=quality[:60]
                )
            if by not in set(By):
                raise InputRefusedError.of("catalogue.assign.by", file=name, line=line, field="by", value=by[:60])
            found.append(Assignment((row["need"] or "").strip(), By(by), (row["value"] or "").strip(), int(quality)))
    except csv.Error as error:
        raise InputRefusedError.of("advise.catalogue_no_table", file=name, line=reader.line_num) from error
    return tuple(found)


def assigned(
    goods: Goods,
    needs: Sequence[Mapping[str, object]],
    assignments: Sequence[Assignment],
    *,
    price_type: str = "",
    per_seat: bool = False,
) -> Converted:
    """The catalogue's data: articles that serve a need, and what those require; `needs` as the catalogue format has
    them. Without a price type the most frequent one counts; `per_seat` reads prices and their tiers for each seat.

    Raises InputRefusedError where a need, a group or a type of price is not there, or where no article is left.
    """
    known = {str(need.get("id")) for need in needs}
    groups = {group for article in goods.articles for group in article.groups}.union(goods.groups)
    for one in assignments:
        if one.need not in known:
            raise InputRefusedError.of("catalogue.assign.need", file=goods.file, value=one.need[:60])
        if one.by is By.GROUP and one.value not in groups:
            raise InputRefusedError.of("catalogue.assign.group", file=goods.file, value=one.value[:60])
    types = goods.price_types
    if price_type and price_type not in types:
        raise InputRefusedError.of(
            "catalogue.assign.price_type", file=goods.file, value=price_type[:60], types=", ".join(types) or "–"
        )
    kind = price_type or next(iter(types), "")
    by_id = {article.id: article for article in goods.articles}
    serves = {article.id: _serves(article, goods, assignments) for article in goods.articles}
    priced = {article.id for article in goods.articles if any(price.type == kind for price in article.prices)}
    current = {article.id for article in goods.articles if not _replaced(article, by_id)}
    taken = _with_required([one for one in by_id if serves[one] and one in priced and one in current], by_id, priced)
    if not taken:
        raise InputRefusedError.of("catalogue.assign.nothing", file=goods.file)
    variants = _variants([by_id[one] for one in taken])
    offers = [
        _offer(by_id[one], serves[one], kind, per_seat, frozenset(taken), variants, goods.language) for one in taken
    ]
    data = {
        "schema": SCHEMA,
        "name": goods.name,
        "currency": _currency(goods, taken, kind),
        **_tax(goods, taken, kind),
        "need": [dict(need) for need in needs],
        "offer": offers,
    }
    serving = [one for one in by_id if serves[one]]
    return Converted(
        data,
        len(offers),
        sum(1 for one in by_id if not serves[one] and one not in taken),
        sum(1 for one in serving if one not in priced),
        sum(1 for one in serving if one in priced and one not in current),
    )


def _replaced(article: Article, by_id: Mapping[str, Article]) -> bool:
    """Whether the file holds what follows an article."""
    return any(one.type == "followup" and one.article in by_id for one in article.references)


def _serves(article: Article, goods: Goods, assignments: Sequence[Assignment]) -> dict[str, int]:
    """Need to quality; of several assignments the best counts."""
    found: dict[str, int] = {}
    for one in assignments:
        if _picks(one, article, goods):
            found[one.need] = max(found.get(one.need, 0), one.quality)
    return {need: quality for need, quality in found.items() if quality}


def _picks(assignment: Assignment, article: Article, goods: Goods) -> bool:
    if assignment.by is By.WORD:
        word = assignment.value.casefold()
        return word in (keyword.casefold() for keyword in article.keywords) or word in article.title.casefold()
    above = goods.groups.get(assignment.value, "")
    return any(
        group == assignment.value or (above and goods.groups.get(group, "").startswith(f"{above} › "))
        for group in article.groups
    )


def _with_required(serving: Sequence[str], by_id: Mapping[str, Article], priced: set[str]) -> list[str]:
    """The articles with all they require, in the file's order; one that requires what is not there falls away."""
    taken = set(serving)
    waiting = list(serving)
    while waiting:
        for reference in by_id[waiting.pop()].references:
            one = reference.article
            if reference.type in ("mandatory", "select") and one in by_id and one in priced and one not in taken:
                taken.add(one)
                waiting.append(one)
    while lacking := {one for one in taken if not _complete(by_id[one], taken)}:
        taken -= lacking
    return [one for one in by_id if one in taken]


def _complete(article: Article, taken: set[str]) -> bool:
    choice = [reference.article for reference in article.references if reference.type == "select"]
    return all(one.article in taken for one in article.references if one.type == "mandatory") and (
        not choice or any(one in taken for one in choice)
    )


def _variants(articles: Sequence[Article]) -> dict[str, str]:
    """Articles that are similar to each other, directly or through others, share a group named after the first."""
    ids = {article.id for article in articles}
    head: dict[str, str] = {}

    def top(one: str) -> str:
        while head.get(one, one) != one:
            one = head[one]
        return one

    for article in articles:
        for reference in article.references:
            if reference.type in ("similar", "diff_orderunit") and reference.article in ids:
                head[top(reference.article)] = top(article.id)
                head.setdefault(article.id, article.id)
    return {one: top(one) for one in head}


def _offer(
    article: Article,
    serves: Mapping[str, int],
    kind: str,
    per_seat: bool,
    taken: frozenset[str],
    variants: Mapping[str, str],
    language: str,
) -> dict[str, object]:
    offer: dict[str, object] = {"id": _id(article.id), "title": {language: article.title}}
    tiers = sorted((price for price in article.prices if price.type == kind), key=lambda price: price.lower_bound)
    if per_seat:
        offer["prices"] = [
            {"amount": price.amount, "seat": True, "from_seats": max(1, int(price.lower_bound))} for price in tiers
        ]
    else:
        offer["price"] = tiers[0].amount
    if serves:
        offer["serves"] = dict(serves)
    requires: list[object] = [_id(one.article) for one in article.references if one.type == "mandatory"]
    choice = [_id(one.article) for one in article.references if one.type == "select" and one.article in taken]
    requires += [choice] if choice else []
    if requires:
        offer["requires"] = requires
    if article.id in variants:
        offer["group"] = variants[article.id]
    if article.delivery_days:
        offer["lead_weeks"] = min(1000, -(-article.delivery_days // WORKDAYS_A_WEEK))
    for key, day in (("valid_from", article.valid_from), ("valid_until", article.valid_until)):
        if day is not None:
            offer[key] = day
    if article.text:
        offer["description"] = {language: article.text}
    return offer


def _id(number: str) -> str:
    return number.replace(":", "-")


def _currency(goods: Goods, taken: Sequence[str], kind: str) -> str:
    """The one currency of the prices taken. Raises InputRefusedError for several: they are not converted."""
    wanted = set(taken)
    found = {
        price.currency or goods.currency
        for article in goods.articles
        if article.id in wanted
        for price in article.prices
        if price.type == kind
    }
    if len(found) > 1:
        raise InputRefusedError.of("catalogue.assign.currencies", file=goods.file, value=", ".join(sorted(found)))
    return next(iter(found), goods.currency)


def _tax(goods: Goods, taken: Sequence[str], kind: str) -> dict[str, object]:
    """The tax where all prices taken name the same; "gros_list" (BMEcat's word) holds it, net prices do not."""
    wanted = set(taken)
    found = {
        price.tax
        for article in goods.articles
        if article.id in wanted
        for price in article.prices
        if price.type == kind
    }
    if len(found) != 1 or None in found:
        return {}
    share = found.pop()
    assert share is not None
    return {"tax": {"percent": share * 100 if share < 1 else share, "included": kind.startswith("gros")}}
